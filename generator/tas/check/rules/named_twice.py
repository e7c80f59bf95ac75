"""A list of names holds each name once, and a page does not send its reader on to itself.

Passes: `sources: [law, guideline]`, `next: [role/index]`
Fails: `sources: [law, law]`; on the page `duties/visit`, `next: [duties/visit]`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tas.check.texts import NAME_LISTS, WORD_LISTS
from tas.problems import ERROR, Finding, quoted
from tas.read.bag import Bag
from tas.read.yaml_data import Path_

ID = "named-twice"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for place, document in library.documents.items():
            if place not in WORD_LISTS:
                for path, name in _twice(document.data, ()):
                    yield document.place(path), f"{quoted(name)} is named twice; keep one"
        for slug, page in library.pages.items():
            if slug in page.next:
                path = ("next", page.next.index(slug))
                yield (
                    library.documents["docs", slug].place(path),
                    "this is the page itself; name another, or leave it out",
                )


def _twice(data: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Entries of lists of names that stand in their list before."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in NAME_LISTS and isinstance(value, list):
                yield from (
                    ((*path, key, index), name)
                    for index, name in enumerate(value)
                    if isinstance(name, str) and name in value[:index]
                )
            yield from _twice(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _twice(value, (*path, index))
