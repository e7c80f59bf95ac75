"""Each edition beside the edition that leads, file by file: the state of every block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tas.in_step.align import Aligned, align
from tas.in_step.blocks import Block, blocks, fingerprint
from tas.in_step.risk import REST, RISKS, SAFETY, is_safe_matter, risk
from tas.model.states import SAME, UNREAD
from tas.problems import Place
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.files import ENDINGS
from tas.read.ledger import Compared, Entry, Ledger
from tas.read.library import Library

BEHIND = "behind"
LOST = "lost"
"""How a text differs that was compared and is gone here, while the edition that leads still has it (others: align.py)."""
KEPT = "in-step"


@dataclass(eq=False)
class Beside:
    """One file of an edition beside its counterpart in the edition that leads."""

    library: Library
    leader: Library
    folder: str
    name: str
    ledger: Ledger

    @property
    def file(self) -> str:
        """As the ledger names it: `docs/duties/nutrition.md`."""
        return file_of(self.folder, self.name)

    @property
    def document(self) -> Document:
        return self.library.documents[self.folder, self.name]

    @property
    def lead_document(self) -> Document:
        return self.leader.documents[self.folder, self.name]

    @cached_property
    def own(self) -> dict[str, Block]:
        return blocks(self.folder, self.name, self.document)

    @cached_property
    def lead(self) -> dict[str, Block]:
        return blocks(self.folder, self.name, self.lead_document)

    @property
    def compared(self) -> Compared:
        return self.ledger.get(self.file, Compared())

    @property
    def is_known(self) -> bool:
        """Whether anybody has compared anything of it."""
        return self.file in self.ledger

    @property
    def is_untouched(self) -> bool:
        """Nothing was behind, and the leading file is what it was then: only here something may be gone."""
        return bool(self.compared.whole) and self.compared.whole == fingerprint(self.lead_document)

    @cached_property
    def aligned(self) -> Aligned:
        if not self.is_known or self.is_untouched:
            return Aligned(dict(self.compared.entries))
        return align(self.compared.entries, self.lead)

    @cached_property
    def is_safe_matter(self) -> bool:
        return any(is_safe_matter(library, self.folder, self.name) for library in (self.library, self.leader))

    @property
    def reviewed(self) -> str:
        """The day on which the leading text was last checked; empty for reference data, which has none."""
        return str(self.lead_document.data.get("reviewed") or "") if isinstance(self.lead_document.data, dict) else ""

    def is_lost(self, key: str) -> bool:
        """Whether the text here that was compared under this name is gone, while the edition that leads has one; what moved there is not lost here."""
        entry = self.compared.entries.get(key)
        return entry is not None and entry.state == SAME and key not in self.own and key in self.lead

    @cached_property
    def pairs(self) -> list[Pair]:
        """Every block of either side, in the order of the leading file, then what only this edition has."""
        absorbed = {key for keys in self.aligned.also.values() for key in keys}
        order = [*self.lead, *(key for key in self.own if key not in self.lead)]
        gone = [key for key, how in self.aligned.changes.items() if key not in self.lead and key not in self.own]
        return [Pair(self, key) for key in (*order, *gone) if key not in absorbed]

    @cached_property
    def behind(self) -> list[Pair]:
        """Only these; quick where nothing changed."""
        if not self.is_known or (self.is_untouched and not any(map(self.is_lost, self.compared.entries))):
            return []
        return [pair for pair in self.pairs if pair.state == BEHIND]


@dataclass(eq=False)
class Pair:
    """A block here and the one that leads, either of which may be missing."""

    beside: Beside
    key: str

    @property
    def own(self) -> Block | None:
        return self.beside.own.get(self.key)

    @property
    def lead(self) -> Block | None:
        return self.beside.lead.get(self.key)

    @property
    def lead_text(self) -> str:
        """With all that it was split into."""
        keys = (self.key, *self.beside.aligned.also.get(self.key, ()))
        return "\n\n".join(self.beside.lead[key].text for key in keys if key in self.beside.lead)

    @property
    def entry(self) -> Entry | None:
        return self.beside.aligned.entries.get(self.key)

    @property
    def change(self) -> str | None:
        """`changed`, `new` or `gone`: what happened in the leading edition since; `lost`: gone here alone."""
        return self.beside.aligned.changes.get(self.key) or (LOST if self.beside.is_lost(self.key) else None)

    @cached_property
    def state(self) -> str:
        """`same`, `behind`, `adapted`, `only-here` or `unread`."""
        if self.entry is None:
            return BEHIND if self.change else UNREAD
        if self.entry.state == UNREAD:
            return UNREAD
        return BEHIND if self.change else self.entry.state

    @cached_property
    def risk(self) -> str:
        if self.beside.is_safe_matter:
            return SAFETY
        sides = ((self.beside.leader, self.lead), (self.beside.library, self.own))
        return min((risk(library, block) for library, block in sides if block), key=RISKS.index, default=REST)

    @property
    def section(self) -> str:
        """The id of the heading under which it stands, on a page."""
        return self.key.partition("/")[0]

    @property
    def is_named(self) -> bool:
        """Whether its key ends in a name; what is counted moves up where one before it is deleted."""
        return not self.key.rpartition("/")[2].isdigit()

    @property
    def is_in_body(self) -> bool:
        """Whether it stands on a page, under a heading of its author's."""
        return self.beside.folder == "docs" and not self.key.startswith(".")

    @property
    def place(self) -> Place:
        """Here, or where the nearest thing of it is."""
        if self.own:
            return self.own.place
        nearest = self.beside.own.get(self.section)
        return nearest.place if nearest else self.beside.document.place(())

    @property
    def name(self) -> str:
        """As `tas accept` takes it: `docs/nl/duties/nutrition.md#why/2`."""
        return f"{self.beside.document.path}#{self.key}"


@dataclass(eq=False)
class InStep:
    """The whole bag beside itself."""

    files: dict[str, list[Beside]] = field(default_factory=dict)
    """Edition -> its files that have a counterpart which leads, where both can be read."""

    def behind(self, code: str) -> Iterator[Pair]:
        for beside in self.files.get(code, ()):
            yield from beside.behind


def in_step(bag: Bag) -> InStep:
    """Kept with each library, for rule, pages and papers ask for the same."""
    for library in bag:
        if KEPT not in library.kept:
            library.kept[KEPT] = {(beside.folder, beside.name): beside for beside in _files(bag, library)}
    return InStep({library.edition.code: list(library.kept[KEPT].values()) for library in bag})


def _files(bag: Bag, library: Library) -> Iterator[Beside]:
    for folder, name in library.documents:
        leader = leader_of(bag, folder, name)
        if leader is not library and is_read(library, folder, name) and is_read(leader, folder, name):
            yield Beside(library, leader, folder, name, bag.ledgers[library.edition.code])


def is_read(library: Library, folder: str, name: str) -> bool:
    """A file that cannot be read says nothing about what is in it."""
    document = library.documents[folder, name]
    return isinstance(document.data, dict) and not document.problems


def file_of(folder: str, name: str) -> str:
    """As ledger, settings and PO files name it, without its edition: `docs/duties/nutrition.md`."""
    return f"{folder}/{name}{ENDINGS[folder]}"


def leader_of(bag: Bag, folder: str, name: str) -> Library:
    """The edition that leads in this file: the one that mkdocs.yml names, else the first that has it."""
    named = bag.libraries.get(bag.project.options.leads.get(file_of(folder, name), ""))
    if named and (folder, name) in named.documents:
        return named
    return next(library for library in bag if (folder, name) in library.documents)
