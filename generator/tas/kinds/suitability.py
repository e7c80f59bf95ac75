"""`suitability/`: one trait; what it looks like at work, its hard side, how to grow it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Inline
from tas.model.page import Page

Sentences = Annotated[tuple[Inline, ...], Field(min_length=2, max_length=4)]


class TraitPage(Page):
    looks_like: Sentences
    hard_side: Sentences
    grow: Sentences


def _before(here: Here) -> list[Part]:
    parts: list[Part] = []
    for shape, title, sentences in (
        ("looks-like", N_("What it looks like at work"), here.page.looks_like),
        ("hard-side", N_("The hard side"), here.page.hard_side),
        ("grow", N_("How to grow it"), here.page.grow),
    ):
        parts += [here.heading(shape, title), here.block("page/panel.html.j2", shape=shape, sentences=sentences)]
    return parts


KIND = Kind("suitability", TraitPage, teaches=True, sections=("looks-like", "hard-side", "grow"), before=_before)
