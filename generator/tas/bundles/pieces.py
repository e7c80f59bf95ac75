"""An edition that is too large for one file, part by part of the navigation: a file with what stands in no part leads to the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from pathlib import PurePosixPath

from tas.bundles.outline import Entry, Outline
from tas.bundles.site_folder import Page, Site

LEAVE = re.compile(r'<p class="tas-leave">.*?</p>', re.DOTALL)
"""On a page that is safe to leave: the line that leads out."""


@dataclass(frozen=True)
class Piece:
    """One file of several; the first has no title."""

    file: str
    """Its name, beside the others."""
    title: str
    entries: tuple[Entry, ...]
    refuges: tuple[Entry, ...] = ()
    """Pages of other files to which a reader of a sensitive page flees: they have to be there at once, so they are in this one too."""

    @property
    def pages(self) -> tuple[Entry, ...]:
        return (*self.entries, *self.refuges)


def pieces(site: Site, outline: Outline, file: str, room: int) -> list[Piece]:
    """`file`: address of the one to open first; `room`: bytes of articles for which a file is meant: a part with more has several."""
    name = PurePosixPath(file)
    found = [Piece(name.name, "", tuple(entry for part in outline.parts if not part.title for entry in part.entries))]
    for part in filter(lambda part: part.title, outline.parts):
        count = ceil(sum(weight(site.page(entry.address)) for entry in part.entries) / room)
        each = ceil(len(part.entries) / count)
        for number, start in enumerate(range(0, len(part.entries), each), 1):
            title = f"{part.title} {number}/{count}" if count > 1 else part.title
            entries = part.entries[start : start + each]
            found.append(Piece(f"{name.stem}-{len(found)}{name.suffix}", title, entries))
    return [replace(one, refuges=tuple(_refuges(site, outline, one))) for one in found]


def weight(page: Page) -> int:
    """Bytes of what stands between header and footer, about."""
    return len(page.html.partition("<article")[2].partition("</article>")[0])


def _refuges(site: Site, outline: Outline, piece: Piece) -> Iterator[Entry]:
    inside, known = {entry.address for entry in piece.entries}, {entry.address: entry for entry in outline.entries}
    for entry in piece.entries:
        page = site.page(entry.address)
        found = LEAVE.search(page.html)
        way = page.target(re.search(r'href="([^"]*)"', found[0])[1]).address if found else None  # type: ignore[index]
        if way in known and way not in inside:
            inside.add(way)
            yield known[way]
