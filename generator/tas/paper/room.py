"""Lines to write on where a paper would stay empty: below a text that ends early, and on the back of its last page."""

from __future__ import annotations

import re
from typing import Any

from tas.paper.air import END

MM = 96 / 25.4
FOOT, TOP = 18 * MM, 15 * MM
"""What no line is drawn on, with the margins of the largest paper."""
TITLE, EDGE = 1.4, 0.3
"""Lines that the words above take, or where there are none the edge of what stands around."""
LEAST = 3
"""Fewer lines are not worth their words."""
SPARE = 0.7
"""A page that is used to more stays as it is where a text only pauses."""
PLACE = re.compile(
    r'<div class="guide-room(?P<between> is-between)?" id="(?P<id>room-[a-z0-9-]+)" data-words="(?P<words>[^"]*)"></div>'
)
"""What a template leaves where such lines may stand: as wide as its lines are apart, and of no height."""


def with_room(document: Any, html: str) -> str:
    """`html` with as many lines at its places as the paper that was laid out has room for; no page comes to it."""
    return PLACE.sub(lambda place: _lined(document, place), html)


def _lined(document: Any, place: re.Match[str]) -> str:
    number = _lines(document, place)
    if number < LEAST:
        return place[0]
    lines = '<div class="guide-line"></div>' * number
    words = f'<p class="guide-hint">{place["words"]}</p>' if place["words"] else ""
    return f'<div class="guide-room" id="{place["id"]}">{words}{lines}</div>'


def _lines(document: Any, place: re.Match[str]) -> int:
    """Room down to the foot of its page, if nothing stands below in its column, and on a page behind it that nobody writes on."""
    name = place["id"]
    for number, page in enumerate(document.pages):
        if name not in page.anchors:
            continue
        left, top, right, _ = page.anchors[name]
        apart = right - left
        below = (box for other, box in page.anchors.items() if other not in (name, END) and box[1] >= top)
        if any(box[0] < right and left < box[2] for box in below):
            return 0
        if place["between"] and top - TOP > SPARE * (page.height - FOOT - TOP):
            return 0
        empty = [after for after in document.pages[number + 1 : number + 2] if not after.anchors]
        behind = sum(int((page.height - FOOT - TOP) / apart) for _ in empty)
        here = int((page.height - FOOT - top) / apart - (TITLE if place["words"] else EDGE))
        return here + behind if here > 0 else behind - 2  # where no line fits, the words stand on the page behind too
    return 0
