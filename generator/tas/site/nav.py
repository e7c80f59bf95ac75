"""The navigation of one edition: the common one with translated titles, without the pages that the edition does not have."""

from __future__ import annotations

from typing import Any

from tas.read.library import Library


def edition_nav(nav: list[Any], library: Library) -> list[Any]:
    """`nav` as mkdocs.yml has it -> the same for one edition. Titles of parts are interface words."""
    entries = []
    for entry in nav or ():
        if isinstance(entry, str):
            if entry.removesuffix(".md") in library.pages:
                entries.append(entry)
        else:
            for title, children in entry.items():
                kept = edition_nav([children] if isinstance(children, str) else children, library)
                if kept:
                    entries.append({library.edition.words.gettext(title): kept})
    return entries
