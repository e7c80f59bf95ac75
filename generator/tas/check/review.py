"""Which texts carry a review date, and when one is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.project import Project


def reviewed_texts(bag: Bag) -> Iterator[tuple[Document, date]]:
    for library in bag:
        for folder, things in (
            ("docs", library.pages),
            ("quizzes", library.quizzes),
            ("guides", library.guides),
            ("training", library.training),
        ):
            for name, thing in things.items():
                yield library.documents[folder, name], thing.reviewed


def overdue(reviewed: date, project: Project) -> bool:
    """Whether the text has waited longer than the project allows, seen from the day of the build."""
    return project.today >= project.editions[0].due(reviewed)
