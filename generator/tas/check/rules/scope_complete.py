"""The scope matrix says for every task and every profession exactly one of `does`, `supports`, `refers`.

Passes: each profession of professions.yml stands once in each task
Fails: a profession that a task leaves out, or names under two levels
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.reference import LEVELS
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "scope-complete"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for index, task in enumerate(library.tasks.values()):
            for profession in library.professions:
                levels = [level for level in LEVELS if profession in getattr(task, level)]
                if not levels:
                    yield (
                        library.documents["reference", "scope"].place(("tasks", index)),
                        f'the task "{task.id}" does not say what "{profession}" does; name it under does, supports or refers',
                    )
                elif len(levels) > 1:
                    yield (
                        library.documents["reference", "scope"].place(("tasks", index, levels[1], profession)),
                        f'the task "{task.id}" names "{profession}" under {" and ".join(levels)}; keep one',
                    )
