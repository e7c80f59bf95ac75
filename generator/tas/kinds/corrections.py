"""`corrections`: what was wrong and has been put right, the newest first."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    newest_first = sorted(here.library.corrections.values(), key=lambda correction: correction.date, reverse=True)
    return [here.block("page/corrections.html.j2", corrections=newest_first)]


KIND = Kind("corrections", look="plain", after=_after)
