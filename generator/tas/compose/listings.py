"""The pages that list everything of one kind: the glossary by first letter, the sources by grade, corrections by day."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from tas.model.distress import Correction
from tas.model.reference import Source, Term


def by_letter(terms: Iterable[Term]) -> list[dict[str, Any]]:
    ordered = sorted(terms, key=lambda term: term.term.casefold())
    return [
        {"letter": letter, "terms": list(group)}
        for letter, group in groupby(ordered, key=lambda term: term.term[0].upper())
    ]


def by_grade(sources: Iterable[Source]) -> list[dict[str, Any]]:
    ordered = sorted(sources, key=lambda source: (source.grade, source.title.casefold()))
    return [{"grade": grade, "sources": list(group)} for grade, group in groupby(ordered, lambda source: source.grade)]


def newest_first(corrections: Iterable[Correction]) -> list[Correction]:
    return sorted(corrections, key=lambda correction: correction.date, reverse=True)
