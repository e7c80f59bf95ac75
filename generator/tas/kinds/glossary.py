"""`glossary`: every term by its first letter."""

from __future__ import annotations

from itertools import groupby

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    ordered = sorted(here.library.terms.values(), key=lambda term: term.term.casefold())
    groups = [
        {"letter": letter, "terms": list(terms)}
        for letter, terms in groupby(ordered, lambda term: term.term[0].upper())
    ]
    return [here.block("page/glossary.html.j2", groups=groups)]


KIND = Kind("glossary", look="plain", assets=("lists.js",), boost=0.5, after=_after)
