"""Facts that have one home: glossary, sources, contacts, professions, scope matrix, danger signs, diagrams, wording, search words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tas.model.base import Id, Inline, Line, Model, PageRef
from tas.model.diagram import DiagramsFile

Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class Term(Model):
    """A word of the trade with its meaning in one plain sentence."""

    id: Id
    term: Line
    meaning: Inline
    also: tuple[Line, ...] = ()
    abbreviation: Line | None = None
    source: Id | None = None


class Source(Model):
    """Where a fact was read. Grade A: law, ministry, health service; B: media, university, association; C: other."""

    id: Id
    title: Line
    by: Line
    year: Annotated[int, Field(ge=1800, le=2200)] | None = None
    grade: Literal["A", "B", "C"]
    url: Url | None = None
    note: Inline | None = None


class Contact(Model):
    """A service to call. A number is written here and nowhere else, and only with its source."""

    id: Id
    name: Line
    number: Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 -]*$")] | None = None
    when: Inline
    note: Inline | None = None
    source: Id | None = None


class Profession(Model):
    """One profession as a reader meets it."""

    id: Id
    name: Line
    short: Annotated[Line, Field(max_length=14)]
    page: PageRef | None = None
    education: Inline
    registration: Inline
    setting: Inline
    call_when: Inline
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


LEVELS = ("does", "supports", "refers")

Cells = dict[Id, Id]
"""Profession -> the source behind what the matrix says of it."""


class Task(Model):
    """One row of the scope matrix; each profession stands under the level at which it has the task."""

    id: Id
    text: Inline
    group: Literal["health", "support", "access", "safety"]
    does: Cells = Field(default_factory=dict)
    supports: Cells = Field(default_factory=dict)
    refers: Cells = Field(default_factory=dict)
    note: Inline | None = None

    def level(self, profession: str) -> str | None:
        """`does`, `supports` or `refers`; None where the matrix is silent."""
        return next((level for level in LEVELS if profession in getattr(self, level)), None)

    def source(self, profession: str) -> str | None:
        """The source behind the cell."""
        level = self.level(profession)
        return getattr(self, level)[profession] if level else None


class Sign(Model):
    """Something a lay person can see or hear."""

    id: Id
    text: Inline


class DangerSignSet(Model):
    """Signs that ask for action now, and whom to call."""

    id: Id
    title: Line
    act: Inline
    call: tuple[Id, ...]
    signs: Annotated[tuple[Sign, ...], Field(min_length=3, max_length=9)]
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


class Wording(Model):
    """Words that the content rules look for in this language."""

    claim_words: tuple[Line, ...] = ()
    claim_units: tuple[Line, ...] = ()
    verdict_words: tuple[Line, ...] = ()
    all_or_none: tuple[Line, ...] = ()
    negatives: tuple[Line, ...] = ()
    absolutes: tuple[Line, ...] = ()
    telling_words: tuple[Line, ...] = ()


class Swallowed(Model):
    """First letters of a root that disappear behind a prefix: Indonesian "meng-" and "kunjung" make "mengunjung"."""

    prefixes: tuple[Line, ...] = ()
    letters: tuple[Annotated[Line, Field(max_length=1)], ...] = ()


class SearchWords(Model):
    """What readers type: words that say nothing about a subject, and groups of words and phrases that mean the same."""

    stopwords: tuple[Line, ...] = ()
    synonyms: tuple[Annotated[tuple[Line, ...], Field(min_length=2)], ...] = ()
    swallowed: Swallowed = Swallowed()


class GlossaryFile(Model):
    """`glossary.yml`"""

    terms: tuple[Term, ...]


class SourcesFile(Model):
    """`sources.yml`"""

    sources: tuple[Source, ...]


class ContactsFile(Model):
    """`contacts.yml`"""

    contacts: tuple[Contact, ...]


class ProfessionsFile(Model):
    """`professions.yml`"""

    professions: tuple[Profession, ...]


class ScopeFile(Model):
    """`scope.yml`"""

    tasks: tuple[Task, ...]


class DangerSignsFile(Model):
    """`danger-signs.yml`"""

    sets: tuple[DangerSignSet, ...]


REFERENCE_FILES: dict[str, type[Model]] = {
    "glossary": GlossaryFile,
    "sources": SourcesFile,
    "contacts": ContactsFile,
    "professions": ProfessionsFile,
    "scope": ScopeFile,
    "danger-signs": DangerSignsFile,
    "diagrams": DiagramsFile,
    "wording": Wording,
    "search": SearchWords,
}
"""File name without `.yml` -> model. All but `wording` and `search` hold one list of things with ids."""
