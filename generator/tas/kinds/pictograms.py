"""`pictograms`: every drawing that the edition uses, with what it shows, whether it needs its word, and where it comes from."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    return [here.block("page/pictograms.html.j2", pictograms=here.library.pictograms)]


KIND = Kind("pictograms", look="plain", after=_after)
