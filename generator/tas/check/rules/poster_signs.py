"""A poster draws at most nine signs, each with its picture, of a group that may hang on a wall; at most six where each says what to do first.

Passes: `picture: baby-limp` and `poster: Limp` in a group with `wall: true`
Fails: `poster` without a picture; in a group with `wall: false`; on a tenth sign
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "poster-signs"
LEVEL = ERROR

MOST, MOST_WITH_STEPS = 9, 6
"""So many can be told apart on A5."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for number, group in enumerate(library.danger_signs.values()):
            place = library.documents["reference", "danger-signs"].place
            most = MOST_WITH_STEPS if group.first_steps else MOST
            chosen = [(index, sign) for index, sign in enumerate(group.signs) if sign.poster]
            for counted, (index, sign) in enumerate(chosen, 1):
                at = place(("groups", number, "signs", index, "poster"))
                if not group.wall:
                    yield at, f'the group "{group.id}" never hangs on a wall; remove "poster"'
                elif not sign.picture:
                    yield at, f'the sign "{sign.id}" has no picture for the poster; name one, or remove "poster"'
                elif counted > most:
                    yield (
                        at,
                        f'the poster of "{group.id}" has room for {most} signs; remove "poster" from the least urgent',
                    )
