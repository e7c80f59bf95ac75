"""The whole bag as read: every edition's library, and every problem that the rules find in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tas.check.rules import apply_rules
from tas.problems import Problem
from tas.read.files import Files, bag_files
from tas.read.library import Library, read_library
from tas.read.project import Project


@dataclass
class Bag:
    """Editions side by side; the default one first."""

    project: Project
    files: Files
    libraries: dict[str, Library]
    problems: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Library]:
        return iter(self.libraries.values())

    def others(self, library: Library) -> Iterator[Library]:
        """The libraries of the other editions."""
        return (other for other in self if other is not library)


def read_bag(project: Project) -> Bag:
    """Read all editions and apply every rule; nothing is raised, all is in `problems`, in the order of files."""
    files = bag_files(project.root, project.editions)
    bag = Bag(project, files, {edition.code: read_library(edition, files) for edition in project.editions})
    found = [problem for library in bag for problem in library.problems]
    bag.problems = sorted({*found, *apply_rules(bag)})
    return bag
