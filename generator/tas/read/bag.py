"""The whole bag as read: every edition's library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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

    @property
    def problems(self) -> list[Problem]:
        """What could not be read; `check` finds more."""
        return [*self.project.problems, *(problem for library in self for problem in library.problems)]

    def __iter__(self) -> Iterator[Library]:
        return iter(self.libraries.values())

    def others(self, library: Library) -> Iterator[Library]:
        """The libraries of the other editions."""
        return (other for other in self if other is not library)


def read_bag(project: Project) -> Bag:
    """Read all editions; nothing is raised, what could not be read is in `problems`."""
    files = bag_files(project.root, project.editions)
    return Bag(project, files, {edition.code: read_library(edition, files) for edition in project.editions})
