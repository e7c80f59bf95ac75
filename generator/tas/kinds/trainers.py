"""`trainers`: every paper of the edition, with its pages and its size, and all of them in one pack."""

from __future__ import annotations

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part

TRAINERS = "trainers"


def _after(here: Here) -> list[Part]:
    lying = here.shelves()
    return [here.heading("papers", N_("All papers")), *lying] if lying else []


KIND = Kind(TRAINERS, look="plain", sections=("papers",), unsearched=("papers",), after=_after)
