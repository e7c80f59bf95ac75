"""Which sections are practised by which items: the report of `./tas check --coverage`."""

from __future__ import annotations

from collections.abc import Iterator

from tas.read.bag import Bag
from tas.read.library import Library
from tas.view.practice import practices, teaches


def coverage(bag: Bag) -> Iterator[str]:
    """One line per section of each page of the five kinds; a page that nothing practises is marked with !."""
    for library in bag:
        yield from _edition(library)


def _edition(library: Library) -> Iterator[str]:
    by_section: dict[str, list[str]] = {}
    for practice in practices(library):
        by_section.setdefault(practice.learn, []).append(practice.shown)
    pages = [slug for slug in library.pages if teaches(slug)]
    practised = {learn.partition("#")[0] for learn in by_section}
    yield f"{library.edition.code}: {len(practised & set(pages))} of {len(pages)} pages are practised"
    for slug in pages:
        yield f"{' ' if slug in practised else '!'} {slug}  {_items(by_section.get(slug, []))}".rstrip()
        for section in sorted(library.anchors[slug]):
            items = by_section.get(f"{slug}#{section}", [])
            yield f"    #{section}  {_items(items)}".rstrip()


def _items(names: list[str]) -> str:
    return ", ".join(names) if names else "–"
