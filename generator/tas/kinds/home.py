"""`index`: what this is in one sentence, up to four doors, and two facts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id, Inline, Line, Model, PageRef
from tas.model.page import Page


class Door(Model):
    """One of the large cards on the home page."""

    icon: Annotated[
        Id,
        Field(
            description="A line drawing (compare, duty, learn, myth, quiz, suit, visit), or a pictogram of this edition."
        ),
    ]
    to: PageRef
    title: Line
    text: Line


class HomePage(Page):
    lead: Inline
    doors: Annotated[tuple[Door, ...], Field(min_length=1, max_length=4)]


def _before(here: Here) -> list[Part]:
    cards = here.cards("misconceptions")[:2]
    if not cards:
        return []
    return [here.heading("facts", N_("Facts, not misconceptions")), here.block("page/home-facts.html.j2", cards=cards)]


KIND = Kind("index", HomePage, look="home", frame="home.html", assets=("home.js",), sections=("facts",), before=_before)
