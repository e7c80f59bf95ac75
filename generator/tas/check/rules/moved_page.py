"""What `moved` in mkdocs.yml names was there and is not any more, and leads to what is: a bookmark and a printed code still arrive.

Passes: `moved: {duties/visits: duties/home-visits}`, where only the second is a page
Fails: `moved: {duties/visits: duties/home-visit}`, where neither is one
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.rules.dead_link import dead
from tas.problems import ERROR, Finding, quoted
from tas.read.bag import Bag

ID = "moved-page"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    moved = bag.project.options.moved
    for old, new in moved.items():
        said = _still_there(bag, old) or _nowhere(bag, old, new)
        if said:
            yield bag.project.place("tas", "moved", old), said


def _still_there(bag: Bag, old: str) -> str | None:
    if _is_there(bag, old):
        return f"{quoted(old)} is still there; name what has gone"
    page, _, section = old.partition("#")
    if section and not _is_there(bag, page):
        return f"{quoted(page)} is no page; name it alone, and its sections move with it"
    return None


def _nowhere(bag: Bag, old: str, new: str) -> str | None:
    page, _, section = old.partition("#")
    if section and new.partition("#")[0] != page:
        return f"a section leads to one of its own page; name one of {quoted(page)}"
    if not _is_there(bag, new):
        return f"{quoted(new)} is neither a page nor a section of one; name what is there now"
    return None


def _is_there(bag: Bag, place: str) -> bool:
    """In an edition at least."""
    return any(dead(library, place) is None for library in bag)
