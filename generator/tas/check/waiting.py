"""What waits for whom: the report of `./tas check --waiting`, for those who ask midwives, doctors and lawyers to check."""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.checked import Checkable
from tas.read.bag import Bag
from tas.read.library import Library


def waiting(bag: Bag) -> Iterator[str]:
    """For each edition a line a function with all that waits for it, id by id; last the signs for which no source was read."""
    for library in bag:
        things = dict(checkable(library))
        open_ = [name for name, thing in things.items() if thing.waits_for]
        yield f"{library.edition.code}: {len(open_)} of {len(things)} wait for a signature"
        for function in dict.fromkeys(function for thing in things.values() for function in thing.waits_for):
            names = [name for name, thing in things.items() if function in thing.waits_for]
            yield f"    {function}: {', '.join(names)}"
        yield f"    no source read yet: {', '.join(unsourced(library)) or '–'}"


def checkable(library: Library) -> Iterator[tuple[str, Checkable]]:
    """(name, thing) of all that somebody has to check."""
    kinds = (
        ("danger", library.danger_signs),
        ("distress", library.distress),
        ("guide", library.guides),
        ("quiz", library.quizzes),
        ("session", library.training),
    )
    for kind, things in kinds:
        yield from ((f"{kind}:{name}", thing) for name, thing in things.items() if thing.to_check_by)


def unsourced(library: Library) -> list[str]:
    """`group/sign` of each danger sign for which no source was read."""
    return [
        f"{group.id}/{sign.id}" for group in library.danger_signs.values() for sign in group.signs if sign.unsourced
    ]
