"""`trainers`: sessions to give, every paper of the edition, with its pages and its size, all of them in one pack, and what goes into other programs."""

from __future__ import annotations

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part

TRAINERS = "trainers"


def _after(here: Here) -> list[Part]:
    return [*_sessions(here), *_desk(here), *_group(here), *_papers(here), *_exports(here)]


def _sessions(here: Here) -> list[Part]:
    cards = here.cards("training")
    if not cards:
        return []
    return [
        here.heading("sessions", N_("Ready-made sessions")),
        here.block("page/cards.html.j2", cards=cards, kind="training"),
    ]


def _desk(here: Here) -> list[Part]:
    parts = here.desk()
    return [here.heading("desk", N_("Prepare and print")), *parts] if parts else []


def _group(here: Here) -> list[Part]:
    results = here.group()
    return [here.heading("group", N_("Results of a group")), *results] if results else []


def _papers(here: Here) -> list[Part]:
    lying = here.shelves()
    return [here.heading("papers", N_("All papers")), *lying] if lying else []


def _exports(here: Here) -> list[Part]:
    """The place; the finished site fills it (exports/told.py)."""
    if not here.library.quizzes and not here.library.guides:
        return []
    return [here.heading("exports", N_("For other programs")), here.block("exports/place.html.j2")]


KIND = Kind(
    TRAINERS,
    look="plain",
    assets=("desk.css", "code.js", "desk.js"),
    sections=("sessions", "desk", "group", "papers", "exports"),
    unsearched=("sessions", "desk", "papers", "exports"),
    after=_after,
)
