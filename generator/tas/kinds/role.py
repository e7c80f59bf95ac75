"""`role/`: what the profession is; its key points are the "in short" box."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Inline
from tas.model.page import Page


class RolePage(Page):
    key_points: Annotated[tuple[Inline, ...], Field(min_length=3, max_length=5)]


def _before(here: Here) -> list[Part]:
    return [here.heading("key-points", N_("In short")), here.block("page/key-points.html.j2", page=here.page)]


def _after(here: Here) -> list[Part]:
    """The first page of the folder leads to the others."""
    if here.slug != "role/index":
        return []
    others = [card for card in here.cards("role") if card["slug"] != here.slug]
    return [here.block("page/cards.html.j2", cards=others, kind="role")]


KIND = Kind("role", RolePage, teaches=True, sections=("key-points",), before=_before, after=_after)
