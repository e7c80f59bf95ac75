"""The navigation of one edition as the site engine takes it: titles translated, without the pages that the edition does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tas.read.library import Library
from tas.read.nav import NavPart


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
