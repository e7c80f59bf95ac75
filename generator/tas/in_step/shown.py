"""What readers are told: which parts of a page or a paper are newer in the edition that leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tas.in_step.compare import KEPT, Pair
from tas.kinds.quizzes import QuizPage
from tas.kinds.training import SessionPage
from tas.kinds.visits import VisitPage
from tas.read.edition import Edition
from tas.read.library import Library

WHOLE = ""
"""Stands for a section where no heading of the author's own is above the text."""


@dataclass(frozen=True)
class Newer:
    """The edition to look into, and the day of its text where it has one."""

    edition: Edition
    day: date | None


def of_page(library: Library, slug: str) -> dict[str, Newer]:
    """Id of a section, or WHOLE -> where it is newer; the quiz, guide or session that a page shows counts as the page."""
    page = library.pages[slug]
    found = {pair.section if pair.is_in_body else WHOLE: _newer(pair) for pair in _behind(library, "docs", slug)}
    match page:
        case QuizPage(quiz=name):
            inside = of_file(library, "quizzes", name)
        case VisitPage(guide=name):
            inside = of_file(library, "guides", name)
        case SessionPage(session=name):
            inside = of_file(library, "training", name)
        case _:
            inside = None
    if inside:
        found.setdefault(WHOLE, inside)
    return found


def of_file(library: Library, folder: str, name: str) -> Newer | None:
    """Of a quiz, a guide or a training session."""
    return next(map(_newer, _behind(library, folder, name)), None)


def of_group(library: Library, group: str) -> Newer | None:
    """Of a group of danger signs."""
    pairs = _behind(library, "reference", "danger-signs")
    return next((_newer(pair) for pair in pairs if pair.key.startswith(f"groups/{group}/")), None)


def of_guide(library: Library, guide: str) -> Newer | None:
    """Of a guide on paper, with the danger signs that it carries."""
    groups = (of_group(library, group) for group in library.guides[guide].danger_signs)
    return of_file(library, "guides", guide) or next(filter(None, groups), None)


def _behind(library: Library, folder: str, name: str) -> Iterator[Pair]:
    beside = library.kept.get(KEPT, {}).get((folder, name))
    yield from beside.behind if beside else ()


def _newer(pair: Pair) -> Newer:
    day = pair.beside.reviewed
    return Newer(pair.beside.leader.edition, date.fromisoformat(day) if day else None)
