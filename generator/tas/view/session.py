"""What the templates of a training session show: its papers by name, with the page that offers each, and where it stands in the path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.model.session import Printed, Session
from tas.read.library import Library

TRAINERS, PATH = "trainers", "learn/index"
EXPORTS = {
    "guide": "guide-pdf",
    "observation": "guide-observation",
    "family_sheet": "family-sheet",
    "quiz": "quiz-paper",
    "flashcards": "flashcards",
}
"""What is named -> the kind of paper that it is."""
NAMES = {
    "observation": N_("Observation sheet"),
    "family_sheet": N_("For the family"),
    "quiz": N_("Quiz"),
    "flashcards": N_("Flashcards"),
}
"""What stands before its title; a guide has its code."""

CARDS, SET = N_("Cards of the role-play"), N_("one set for each group of %(number)s, on both sides")


@dataclass(frozen=True)
class ToPrint:
    """`slug`: the page that offers it, empty where there is none; `export` and `variant` tell its paper from others there."""

    name: str
    many: str
    slug: str
    export: str
    variant: str = ""


@dataclass(frozen=True)
class SessionView:
    id: str
    session: Session
    prints: tuple[ToPrint, ...]
    beforehand: tuple[tuple[str, str], ...]
    """(page or section, its title)"""


def session_view(library: Library, session_id: str) -> SessionView:
    """Every name must be known; the checks have seen to that."""
    session = library.training[session_id]
    prints = (_cards(library, session_id), *(_to_print(library, printed) for printed in session.print))
    return SessionView(session_id, session, prints, tuple(_beforehand(library, session)))


def _cards(library: Library, session_id: str) -> ToPrint:
    """Its own, which nobody has to name."""
    players = len(library.training[session_id].role_play.roles) + 1
    many = library.gettext(SET) % {"number": players}
    return ToPrint(library.gettext(CARDS), many, library.shown_on("session").get(session_id, ""), "role-play")


def _to_print(library: Library, printed: Printed) -> ToPrint:
    made, key = printed.made, printed.key
    export, variant = EXPORTS[made], ""
    if made == "quiz":
        title, slug, variant = library.quizzes[key].title, library.shown_on("quiz").get(key, ""), "A"
    elif made == "flashcards":
        title = variant = library.danger_signs[key].title
        slug = TRAINERS if TRAINERS in library.pages else ""
    else:
        guide = library.guides[key]
        title, slug = f"{guide.code} {guide.title}", library.shown_on("guide").get(key, "")
    name = f"{library.gettext(NAMES[made])}: {title}" if made in NAMES else title
    return ToPrint(name, printed.many, slug, export, variant)


def _beforehand(library: Library, session: Session) -> Iterator[tuple[str, str]]:
    for reference in session.read:
        yield reference, library.pages[reference.partition("#")[0]].title
    for name in session.stations if PATH in library.pages else ():
        yield f"{PATH}#{name}", f"{library.pages[PATH].title}: {library.stations[name].title}"
