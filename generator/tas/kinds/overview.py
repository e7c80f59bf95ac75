"""`<folder>/index`: the pages of a folder as cards."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    kind = here.slug.partition("/")[0]
    return [here.block("page/cards.html.j2", cards=here.cards(kind), kind=kind)]


KIND = Kind("overview", before=lambda here: here.downloads(), after=_after)
