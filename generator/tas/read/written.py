"""An item where its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from tas.model.items import Item
from tas.model.quiz import Section
from tas.problems import Place
from tas.read.document import Document
from tas.read.yaml_data import Path_


@dataclass(frozen=True)
class Written:
    """An item, and the place in its file that messages about it name."""

    document: Document
    path: Path_
    quiz: str
    section: Section
    item: Item

    def place(self, *inside: str | int) -> Place:
        """Of the item, or of what lies `inside` it."""
        return self.document.place((*self.path, *inside))
