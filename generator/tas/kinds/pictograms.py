"""`pictograms`: every drawing that the edition uses, with what it shows, whether it needs its word, and where it comes from; and what is not drawn."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    groups = here.library.danger_signs.values()
    undrawn = [(group.title, sign) for group in groups for sign in group.signs if sign.no_picture]
    return [here.block("page/pictograms.html.j2", pictograms=here.library.pictograms, undrawn=undrawn)]


KIND = Kind("pictograms", look="plain", after=_after)
