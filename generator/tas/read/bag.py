"""The whole bag as read: every edition's library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tas.ground.parts import PARTS, Parts
from tas.model.codes import Released
from tas.problems import Problem
from tas.read.codes import read_codes
from tas.read.files import Files, bag_files
from tas.read.known import Known
from tas.read.ledger import Ledger, read_ledger
from tas.read.library import Library, read_library
from tas.read.project import Project


@dataclass
class Bag:
    """Editions side by side; the default one first."""

    project: Project
    files: Files
    libraries: dict[str, Library]
    ledgers: dict[str, Ledger] = field(default_factory=dict)
    """Which texts of an edition were compared with the edition that leads."""
    own_problems: list[Problem] = field(default_factory=list)
    released: tuple[Released, ...] = ()
    """Versions of quizzes whose group codes people may hold (reference/codes.yml)."""

    @property
    def problems(self) -> list[Problem]:
        """What could not be read; `check` finds more."""
        return [
            *self.project.problems,
            *self.own_problems,
            *(problem for library in self for problem in library.problems),
        ]

    def __iter__(self) -> Iterator[Library]:
        return iter(self.libraries.values())

    def others(self, library: Library) -> Iterator[Library]:
        """The libraries of the other editions."""
        return (other for other in self if other is not library)


def read_bag(project: Project, known: Known | None = None) -> Bag:
    """Read all editions; nothing is raised, what could not be read is in `problems`. `known`: what was read before."""
    files = bag_files(project.root, project.editions)
    released, problems = read_codes(project.root)
    libraries = {edition.code: read_library(edition, files, known) for edition in project.editions}
    bag = Bag(project, files, libraries, released=released, own_problems=problems)
    for edition in project.editions:
        name = edition.ledger.relative_to(project.root).as_posix()
        bag.ledgers[edition.code], problems = read_ledger(edition.ledger, name)
        bag.own_problems += problems
    return bag


def read_kept(project: Project) -> Bag:
    """The same, with what an earlier run has read of files that are still the same."""
    parts = Parts(project.root / PARTS / "read")
    bag = read_bag(project, Known(parts))
    parts.save()
    return bag
