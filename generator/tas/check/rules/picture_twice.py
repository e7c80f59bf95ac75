"""Within a group a drawing stands at one urgency only: who reads little takes two signs with one picture for the same.

Two keys that an edition gives the same drawing are one picture; an age does not tell them apart, for it is told in words.

Passes: `picture: mother-bleeding-heavily` at `emergency`, `picture: mother-bleeding` at `now`
Fails: `picture: mother-bleeding` at `emergency` and, in the same group, at `now`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.danger import URGENCIES, Sign
from tas.problems import WARNING, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "picture-twice"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for number, group in enumerate(library.danger_signs.values()):
            place = library.documents["reference", "danger-signs"].place
            most_urgent: dict[str, Sign] = {}
            for index in sorted(range(len(group.signs)), key=lambda index: URGENCIES.index(group.signs[index].urgency)):
                sign = group.signs[index]
                if sign.picture:
                    first = most_urgent.setdefault(_seen(library, sign.picture), sign)
                    if first.urgency != sign.urgency:
                        yield (
                            place(("groups", number, "signs", index, "picture")),
                            f'the picture of "{sign.id}" ({sign.urgency}) also stands at "{first.id}" ({first.urgency}); '
                            "name another here, or write why there is none: no_picture",
                        )


def _seen(library: Library, picture: str) -> str:
    """What the eye gets: the drawing behind the key."""
    entry = library.pictograms.get(picture)
    return entry.drawing or picture if entry else picture
