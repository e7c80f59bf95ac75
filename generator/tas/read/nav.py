"""The navigation, understood once: `nav` of mkdocs.yml as parts with titles and pages by their slugs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tas.problems import Problem, quoted
from tas.read.document import Document

PAGE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*\.md")
DEEPEST = 5
"""Parts of the navigation inside each other."""


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
    """`entries` as mkdocs.yml has them; what cannot be read there is in `nav_problems`."""
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


def nav_problems(document: Document, nav: Any) -> list[Problem]:
    """A list of pages, and of titles with a page or with a list like this one; no page twice."""
    problems: list[Problem] = []
    seen: set[str] = set()

    def walk(entries: Any, path: tuple[str | int, ...], depth: int) -> None:
        if not isinstance(entries, list) or depth > DEEPEST:
            said = "nav holds pages, and titles with lists of pages below them"
            problems.append(document.problem(path, said, "nav"))
            return
        for index, entry in enumerate(entries):
            here = (*path, index)
            if isinstance(entry, dict) and len(entry) == 1:
                ((title, below),) = entry.items()
                if below == []:
                    problems.append(
                        document.problem(here, "this part of nav has no pages; name some or delete it", "nav")
                    )
                if not title.strip():
                    problems.append(document.problem(here, "this part of nav has no title; write one", "nav"))
                walk([below] if isinstance(below, str) else below, (*here, title), depth + 1)
            elif not isinstance(entry, str):
                said = "an entry of nav is a page, or one title with its pages; write it as such"
                problems.append(document.problem(here, said, "nav"))
            elif not PAGE.fullmatch(entry):
                said = (
                    f"nav names {quoted(entry)}; a page is its path with small letters a–z, digits and dashes, and .md"
                )
                problems.append(document.problem(here, said, "nav"))
            elif entry in seen:
                problems.append(document.problem(here, f"nav names {entry} twice; keep one", "nav"))
            else:
                seen.add(entry)

    walk(nav, ("nav",), 0)
    return problems
