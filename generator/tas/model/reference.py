"""Facts that have one home: glossary, sources, contacts, professions, scope matrix, wording, search words; and the list of all such files."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tas.model.base import Id, Inline, Line, Model, PageRef
from tas.model.danger import DangerSignsFile
from tas.model.diagram import DiagramsFile
from tas.model.distress import CorrectionsFile, DistressFile
from tas.model.path import PathFile
from tas.model.pictogram import PictogramsFile

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
    """Where a fact was read. Grade A: law, ministry, health service; B: media, university, association; C: other.

    `copy_of`: the title of the original where only a copy could be read; `foreign`: an official body of another country.
    """

    id: Id
    title: Line
    by: Line
    year: Annotated[int, Field(ge=1800, le=2200)] | None = None
    grade: Literal["A", "B", "C"]
    url: Url | None = None
    note: Inline | None = None
    copy_of: Line | None = None
    foreign: bool = False


class Contact(Model):
    """A service to call. A number is written here and nowhere else, and only with its source.

    `telling`: its name or number, found on a mother, tells of violence, self-harm or the protection of children and could put her in
    danger; no paper that she carries or that hangs in her home names it.
    """

    id: Id
    name: Line
    number: Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 -]*$")] | None = None
    when: Inline
    note: Inline | None = None
    source: Id | None = None
    telling: bool = False


class Profession(Model):
    """One profession as a reader meets it."""

    id: Id
    name: Line
    short: Annotated[Line, Field(max_length=14)]
    own: Annotated[bool, Field(description="The profession that this bag is about; one has it.")] = False
    page: PageRef | None = None
    education: Inline
    registration: Inline
    setting: Inline
    call_when: Inline
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


LEVELS = ("does", "supports", "refers")

Cells = dict[Id, Id]
"""Profession -> the source behind what the matrix says of it, or `usual-practice` where none was read."""

USUAL_PRACTICE = "usual-practice"


class TaskGroup(Model):
    """A heading in the scope matrix, with its tasks below it; groups stand in the order of the list."""

    id: Id
    title: Line


class Task(Model):
    """One row of the scope matrix; each profession stands under the level at which it has the task."""

    id: Id
    text: Inline
    group: Annotated[Id, Field(description="One of `groups`; where the file has none, tasks have none.")] | None = None
    does: Cells = Field(default_factory=dict)
    supports: Cells = Field(default_factory=dict)
    refers: Cells = Field(default_factory=dict)
    note: Inline | None = None

    def level(self, profession: str) -> str | None:
        """`does`, `supports` or `refers`; None where the matrix is silent."""
        return next((level for level in LEVELS if profession in getattr(self, level)), None)

    def source(self, profession: str) -> str | None:
        """The source behind the cell; None where the cell tells usual practice, or nothing."""
        behind = self._behind(profession)
        return None if behind == USUAL_PRACTICE else behind

    def is_usual_practice(self, profession: str) -> bool:
        return self._behind(profession) == USUAL_PRACTICE

    def _behind(self, profession: str) -> str | None:
        level = self.level(profession)
        return getattr(self, level)[profession] if level else None


class Wording(Model):
    """Words that the content rules look for in this language."""

    claim_words: tuple[Line, ...] = ()
    claim_units: tuple[Line, ...] = ()
    verdict_words: tuple[Line, ...] = ()
    all_or_none: tuple[Line, ...] = ()
    negatives: tuple[Line, ...] = ()
    absolutes: tuple[Line, ...] = ()
    telling_words: tuple[Line, ...] = ()
    hedges: tuple[Line, ...] = ()
    schedule_words: tuple[Line, ...] = ()
    """Beginnings of words for what has a schedule or a dose: vaccines, tablets, visits."""
    schedule_units: tuple[Line, ...] = ()
    number_words: tuple[Line, ...] = ()
    """Numbers as words; digits count by themselves."""


class Swallowed(Model):
    """First letters of a root that disappear behind a prefix: Indonesian "meng-" and "kunjung" make "mengunjung"."""

    prefixes: tuple[Line, ...] = ()
    letters: tuple[Annotated[Line, Field(max_length=1)], ...] = ()


class SearchWords(Model):
    """What readers type: words that say nothing about a subject, and groups of words and phrases that mean the same."""

    stopwords: tuple[Line, ...] = ()
    synonyms: tuple[Annotated[tuple[Line, ...], Field(min_length=2)], ...] = ()
    swallowed: Swallowed = Swallowed()
    subject: tuple[Line, ...] = ()
    """What the whole site is about: says something only where nothing else is asked."""
    examples: tuple[Line, ...] = ()
    """Questions that the empty search offers, as readers ask them."""
    numbers: tuple[Line, ...] = ()
    """The words for 1, 2, 3, …"""


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
    groups: tuple[TaskGroup, ...] = ()


REFERENCE_FILES: dict[str, type[Model]] = {
    "glossary": GlossaryFile,
    "sources": SourcesFile,
    "contacts": ContactsFile,
    "professions": ProfessionsFile,
    "scope": ScopeFile,
    "danger-signs": DangerSignsFile,
    "distress": DistressFile,
    "corrections": CorrectionsFile,
    "diagrams": DiagramsFile,
    "pictograms": PictogramsFile,
    "path": PathFile,
    "wording": Wording,
    "search": SearchWords,
}
"""File name without `.yml` -> model. All but `wording` and `search` hold lists of things with ids."""
