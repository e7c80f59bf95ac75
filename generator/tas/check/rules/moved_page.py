"""What `moved` in mkdocs.yml names was there and is not any more, and leads to what is: a bookmark and a printed code still arrive.

Passes: `moved: {duties/visits: duties/home-visits}`, where only the second is a page
Fails: `moved: {duties/visits: duties/home-visit}`, where neither is one
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding, quoted
from tas.read.bag import Bag
from tas.read.library import Library

ID = "moved-page"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    moved = bag.project.options.moved
    for old, new in moved.items():
        said = _still_there(bag, old) or _nowhere(bag, old, new)
        if said:
            yield bag.project.place("tas", "moved", old), said


def _still_there(bag: Bag, old: str) -> str | None:
    if any(_is_there(library, old) for library in bag):
        return f"{quoted(old)} is still there; name what has gone"
    page, section = _parts(old)
    if section and not any(page in library.pages for library in bag):
        return f"{quoted(page)} is no page; name it alone, and its sections move with it"
    return None


def _nowhere(bag: Bag, old: str, new: str) -> str | None:
    if _parts(old)[1] and _parts(new)[0] != _parts(old)[0]:
        return f"a section leads to one of its own page; name one of {quoted(_parts(old)[0])}"
    if not any(_is_there(library, new) for library in bag):
        return f"{quoted(new)} is neither a page nor a section of one; name what is there now"
    return None


def _is_there(library: Library, place: str) -> bool:
    page, section = _parts(place)
    if page not in library.pages:
        return ("docs", page) in library.documents  # it has a problem of its own
    return not section or section in library.anchors[page]


def _parts(place: str) -> tuple[str, str]:
    page, _, section = place.partition("#")
    return page, section
