"""The navigation, understood once: `nav` of mkdocs.yml as parts with titles and pages by their slugs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class NavPart:
    """A title (an interface word) with what stands below it."""

    title: str
    entries: tuple[str | NavPart, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """Its pages in reading order."""
        return tuple(_slugs(self.entries))


@dataclass(frozen=True)
class Nav:
    """The whole of it; an entry is the slug of a page or a part."""

    entries: tuple[str | NavPart, ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every page in reading order."""
        return tuple(_slugs(self.entries))

    @property
    def titles(self) -> tuple[str, ...]:
        """The words that head parts, at any depth; the catalogues translate them."""
        return tuple(_titles(self.entries))

    @property
    def parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(title, slugs) at the top; a page that stands alone is a part without a title."""
        return tuple(("", (entry,)) if isinstance(entry, str) else (entry.title, entry.slugs) for entry in self.entries)

    @property
    def part_titles(self) -> dict[str, str]:
        """First page of a part -> the word that heads the part."""
        return {slugs[0]: title for title, slugs in self.parts if title and slugs}


def read_nav(entries: Iterable[Any]) -> Nav:
    """`entries` as mkdocs.yml has them; what cannot be read there has been refused (settings.py)."""
    return Nav(_entries(entries))


def _entries(entries: Iterable[Any]) -> tuple[str | NavPart, ...]:
    found: list[str | NavPart] = []
    for entry in entries:
        if isinstance(entry, str):
            found.append(entry.removesuffix(".md"))
        else:
            found += [
                NavPart(title, _entries([inside] if isinstance(inside, str) else inside))
                for title, inside in entry.items()
            ]
    return tuple(found)


def _slugs(entries: Iterable[str | NavPart]) -> Iterator[str]:
    for entry in entries:
        yield from [entry] if isinstance(entry, str) else entry.slugs


def _titles(entries: Iterable[str | NavPart]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, NavPart):
            yield entry.title
            yield from _titles(entry.entries)
