"""`danger-signs`: every group of danger signs, each under a heading of its own."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part
from tas.text.markdown import Heading

SECTION = "danger-{}"


def _after(here: Here) -> list[Part]:
    parts: list[Part] = []
    for group in here.library.danger_signs.values():
        parts += [Heading(SECTION.format(group.id), group.title, 2, 0), here.danger(group.id, in_list=True)]
        parts += here.downloads(variant=group.title)
    return parts


KIND = Kind("danger-signs", look="plain", group_section=SECTION, after=_after)
