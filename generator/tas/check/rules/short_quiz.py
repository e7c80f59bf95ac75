"""A quiz has enough items to be worth starting: ten, a fit quiz forty. Reflections do not count, drawn items do.

Off unless mkdocs.yml sets its level.

Passes: ten items
Fails: nine items and a reflection
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.items.reflection import Reflection
from tas.problems import OFF, Finding
from tas.read.bag import Bag
from tas.view.draws import items_of

ID = "short-quiz"
LEVEL = OFF

LEAST, LEAST_OF_FIT = 10, 40


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, quiz in library.quizzes.items():
            items = [item for section in quiz.sections for item in items_of(library, section)]
            count = sum(not isinstance(item, Reflection) for item in items)
            least = LEAST_OF_FIT if quiz.profile else LEAST
            if count < least:
                yield (
                    library.documents["quizzes", name].place(("sections",)),
                    f"this quiz has {count} items; write at least {least}",
                )
