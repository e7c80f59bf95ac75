"""`misconceptions/`: the fact first, the myth once, and what the myth confuses."""

from __future__ import annotations

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Inline
from tas.model.page import Page


class MisconceptionPage(Page):
    fact: Inline
    myth: Inline
    confusion: Inline


def _before(here: Here) -> list[Part]:
    return [here.heading("fact", N_("The fact")), here.block("page/fact.html.j2", page=here.page)]


KIND = Kind("misconceptions", MisconceptionPage, teaches=True, sections=("fact",), before=_before)
