"""The body of a page: its lead told apart from its sections, blocks of HTML kept out of Markdown's way, places of what is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

HELD = "<!--block-{}-->"
PLACE = "<!--{}:{}-->"
PLACES = re.compile(PLACE.format("(diagram|danger)", "([a-z0-9-]+)"))
"""What is drawn, and its name."""


def hold(parts: Iterable[str]) -> tuple[str, list[str]]:
    """Markdown with a mark for each block of HTML, and the blocks: Markdown need not read through them."""
    held: list[str] = []
    kept = []
    for part in parts:
        if part.startswith("<"):
            kept.append(HELD.format(len(held)))
            held.append(part)
        else:
            kept.append(part)
    return "\n\n".join(kept), held


def hold_drawn(text: str, held: list[str], draw: Callable[[str, str], str]) -> str:
    """The same Markdown with each place drawn and held like any block; `draw` makes its HTML from what it is and its name."""

    def hold_one(match: re.Match[str]) -> str:
        held.append(draw(match[1], match[2]))
        return HELD.format(len(held) - 1)

    return PLACES.sub(hold_one, text)


def put_back(html: str, held: list[str]) -> str:
    for number, block in enumerate(held):
        html = html.replace(HELD.format(number), block, 1)
    return html


def split_lead(body: str) -> tuple[str, str]:
    """The paragraphs before the first section, and the rest."""
    match = re.search(r"^## ", body, re.MULTILINE)
    at = match.start() if match else len(body)
    return body[:at].strip(), body[at:].strip()
