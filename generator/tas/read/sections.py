"""The sections of a page that others can link to: those an author wrote, and those the generator adds for its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tas.model.page import page_kind
from tas.read.source import Document
from tas.text.inline import plain

GENERATED = {
    "role": ("key-points",),
    "duties": ("steps", "not-yours"),
    "suitability": ("looks-like", "hard-side", "grow"),
    "misconceptions": ("fact",),
    "comparison": ("side-by-side", "tasks"),
}
"""Kind -> ids of the headings its block brings; `comparison/index` has `matrix`, `danger-signs` one for each group."""

HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*(?:\{#(?P<id>[^}\s]*)\})?[ \t]*$")
FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(frozen=True)
class PageSection:
    """A heading: its id (empty where the author gave none), its level (1 for `#`), its line in the file (from 1)."""

    id: str
    title: str
    level: int
    line: int


def authored(document: Document) -> Iterator[PageSection]:
    """The headings in the Markdown of a page; what stands in a code fence is not one."""
    fenced = False
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if FENCE.match(line):
            fenced = not fenced
        match = HEADING.match(line)
        if match and not fenced:
            yield PageSection(match["id"] or "", match["title"], len(match["marks"]), number)


def sections(slug: str, document: Document, groups: Iterable[str] = ()) -> Iterator[PageSection]:
    """All sections of a page, generated ones included; `groups`: ids of the edition's groups of danger signs."""
    yield from (section for section in authored(document) if section.id)
    yield from (PageSection(name, "", 2, 1) for name in generated(slug, groups))


def generated(slug: str, groups: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the headings that the generator brings to the page."""
    if slug == "comparison/index":
        return ("matrix",)
    if slug == "danger-signs":
        return tuple(f"danger-{group}" for group in groups)
    return GENERATED.get(page_kind(slug), ())


def section_title(document: Document, name: str) -> str:
    """The heading of a section that the author wrote, as plain words; empty for any other."""
    title = next((section.title for section in authored(document) if section.id == name), "")
    return plain(title) if title else ""
