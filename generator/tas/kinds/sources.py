"""`sources`: every source by its grade."""

from __future__ import annotations

from itertools import groupby

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    ordered = sorted(here.library.sources.values(), key=lambda source: (source.grade, source.title.casefold()))
    grades = [{"grade": grade, "sources": list(all_)} for grade, all_ in groupby(ordered, lambda source: source.grade)]
    return [here.block("page/sources.html.j2", grades=grades)]


KIND = Kind("sources", look="plain", boost=0.4, after=_after)
