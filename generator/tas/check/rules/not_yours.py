"""What a page or guide calls "not your task" is, by the scope matrix, a task that the bag's own profession refers and that somebody does.

Passes: `not_yours: [give-vaccine]` where the matrix says `refers: <own profession>` and `does: midwife`
Fails: `not_yours: [listen-and-support]` where the matrix says `does: <own profession>`, or a task that nobody does
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "not-yours"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        own = library.own_profession
        for folder, things in (("docs", library.pages), ("guides", library.guides)):
            for name, thing in things.items():
                for index, task_id in enumerate(getattr(thing, "not_yours", ())):
                    task = library.tasks.get(task_id)
                    level = task.level(own.id) if task and own else "refers"
                    if own and level != "refers":
                        yield (
                            library.documents[folder, name].place(("not_yours", index)),
                            f'the scope matrix {_says(own.name, level)} "{task_id}"; take it off this list or correct the matrix',
                        )
                    elif task and not task.does:
                        yield (
                            library.documents[folder, name].place(("not_yours", index)),
                            f'the scope matrix names nobody who does "{task_id}", so there is nobody to refer to; add who does it to scope.yml',
                        )


def _says(name: str, level: str | None) -> str:
    """The end of "the scope matrix …"."""
    return f'says that "{name}" {level}' if level else f'does not say that "{name}" refers'
