"""A section that draws its items finds some to draw, and `draw: scope` a page that teaches them.

Passes: `draw: misconceptions` with a page in misconceptions/
Fails: `draw: scope` with a group that has no task
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.view.draws import items_of

ID = "empty-draw"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, quiz in library.quizzes.items():
            for index, section in enumerate(quiz.sections):
                path = ("sections", index, "draw")
                if section.draw and not items_of(library, section):
                    yield (
                        library.documents["quizzes", name].place(path),
                        f"`draw: {section.draw}` finds nothing to ask; widen it, or write items",
                    )
                elif section.draw == "scope" and ("docs", "comparison/index") not in library.documents:
                    yield (
                        library.documents["quizzes", name].place(path),
                        "`draw: scope` needs the page comparison/index, where the matrix is taught",
                    )
