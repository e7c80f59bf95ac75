"""The sections of a page that others can link to: those an author wrote, and those the generator adds for its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tas.kinds import generated_sections
from tas.read.document import Document
from tas.text.markdown import Heading


def authored(document: Document) -> Iterator[Heading]:
    """The headings in the Markdown of a page, their lines counted in the file (from 1)."""
    return (replace(heading, line=heading.line + document.body_line) for heading in document.outline)


def sections(slug: str, document: Document, groups: Iterable[str] = ()) -> frozenset[str]:
    """The ids of all sections of a page; `groups`: ids of the edition's groups of danger signs."""
    return frozenset(filter(None, (heading.id for heading in authored(document)))) | {*generated_sections(slug, groups)}


def section_title(document: Document, name: str) -> str:
    """The heading of a section that the author wrote; empty for any other."""
    return next((heading.title for heading in authored(document) if heading.id == name), "")
