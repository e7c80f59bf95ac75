"""More or less air between the items of a paper, so that its text does not end with a few lines on a page of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tas.ground.pdf import said

END = "text-ends"
"""The `id` of what a template puts behind the last word of its text, if it may be set looser or tighter."""
LEAST = 0.33
"""Of the height of an A4, margin and all: a little more than 30 % of what is printed on."""
TIGHT = ((0.7, 0.97), (0.5, 0.94))
LOOSE = ((1.5, 1.02), (2, 1.04), (2.6, 1.07))
"""(space between items, height of a line), as shares of what the style sheet says."""
SHRINKS = 0.075
"""So much of a text the tight forms save."""

NAME = "air"
"""Under which a PDF tells what was chosen for it."""

Lay = Callable[[str], Any]
"""A document of the engine, laid out, from its HTML."""


def well_filled(lay: Lay, html: str) -> Any:
    """The first form whose text ends on a page that it fills by a third, or on its only one; else as it comes."""
    first = lay(html)
    before, used = _end(first)
    if _is_good(before, used):
        return first
    order = (*TIGHT, *LOOSE) if used / (before + used) < SHRINKS else (*LOOSE, *TIGHT)
    for air, line in order:
        head = f'<meta name="{NAME}" content="{air} {line}"><style>:root {{ --air: {air}; --line: {line}; }}</style></head>'
        document = lay(html.replace("</head>", head, 1))
        if _is_good(*_end(document)):
            return document
    return first


def chosen(pdf: bytes) -> str:
    """The form that was chosen for a paper, such as `0.7 0.97`; empty where it is as it came."""
    return said(pdf, NAME)


def _is_good(before: int, used: float) -> bool:
    return before == 0 or used >= LEAST


def _end(document: Any) -> tuple[int, float]:
    """Pages before the one on which the text ends, and how far down that one it reaches; a text without the mark stays as it comes."""
    for number, page in enumerate(document.pages):
        if END in page.anchors:
            return number, page.anchors[END][1] / page.height
    return 0, 1.0
