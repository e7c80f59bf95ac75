"""The navigation of one edition as the site engine takes it: titles translated, without the pages that the edition does not have.

A page shows of it what does not grow with the bag: the parts, and of its own part the places around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tas.read.library import Library
from tas.read.nav import NavPart

MOST = 30
"""Places of a part that stand on each of its pages."""
AROUND = 10
"""Of a larger part: so many before the page and as many after it; the part's first page has them all."""


def edition_nav(entries: Iterable[str | NavPart], library: Library) -> list[Any]:
    """A list of file names and of {title: list}; a part without pages is left out."""
    found: list[Any] = []
    for entry in entries:
        if isinstance(entry, NavPart):
            kept = edition_nav(entry.entries, library)
            if kept:
                found.append({library.edition.words.gettext(entry.title): kept})
        elif entry in library.pages:
            found.append(f"{entry}.md")
    return found


def near(places: list[Any], part: Any) -> list[Any]:
    """Of the places of a part those around the one where the reader is; parts themselves (`part` is None) are all shown."""
    if part is None or len(places) <= MOST or (part.children[0].is_page and part.children[0].active):
        return places
    at = next((number for number, place in enumerate(places) if place.active), 0)
    start = max(0, min(at - AROUND, len(places) - 2 * AROUND - 1))
    return places[start : start + 2 * AROUND + 1]
