"""The same item asks the same in every edition: type, options in their order, key, points, scale, subscale and reverse; a profile has the same subscales and bands.

Only words differ, and what is drawn, who the neighbours are, and how an accepted word is spelt.

Passes: `key: b` in quizzes/id/duties.yml and in quizzes/nl/duties.yml
Fails: `key: b` in one edition and `key: c` in the other
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tas.problems import ERROR, Finding, listed
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.written import Written

ID = "counterpart-differs"
LEVEL = ERROR

ALIKE = ("was", "type", "key", "tolerance", "scale", "subscale", "reverse", "lines")
"""Fields that say what is asked, not how."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for other in bag.others(library):
            if not other.edition.partial:
                yield from _sections(library, other)
            yield from _items(library, other)
            yield from _profiles(library, other)


def _sections(library: Library, other: Library) -> Iterator[Finding]:
    for name in library.quizzes.keys() & other.quizzes.keys():
        theirs = [_section(section) for section in other.quizzes[name].sections]
        for index, section in enumerate(library.quizzes[name].sections):
            if _section(section) not in theirs:
                yield (
                    library.documents["quizzes", name].place(("sections", index, "id")),
                    f"edition {other.edition.code} has no section of this quiz with the same id, part and draw; "
                    "sections are the same in every edition",
                )


def _section(section: Any) -> tuple:
    return section.id, section.part, section.draw


def _items(library: Library, other: Library) -> Iterator[Finding]:
    theirs = {(written.quiz, written.item.id): written for written in other.written_items()}
    for written in library.written_items():
        there = theirs.get((written.quiz, written.item.id))
        if there:
            yield from _differences(written, there, other.edition.code)


def _differences(written: Written, there: Written, code: str) -> Iterator[Finding]:
    item, counterpart = written.item, there.item
    if written.section.id != there.section.id:
        yield (
            written.place("id"),
            f'edition {code} has this item in section "{there.section.id}"; put it into the same section',
        )
    for field in ALIKE:
        ours, theirs = vars(item).get(field), vars(counterpart).get(field)
        if ours != theirs:
            yield written.place(field), f'"{field}" is {_told(ours)} here, but {_told(theirs)} in edition {code}'
            return
    for field in ("options", "rows"):
        ours, theirs = _structure(item, field), _structure(counterpart, field)
        if ours != theirs:
            yield (
                written.place(field),
                f"the {field} are {_told(ours)} here, but {_told(theirs)} in edition {code}; "
                "ids, order, keys and points are the same in every edition",
            )


def _structure(item: Any, field: str) -> list[str]:
    """`a`, with its key or points where it has them: `a=2`."""
    return [
        one.id
        + "".join(
            f"={_points(value)}" for value in (vars(one).get("key"), vars(one).get("points")) if value is not None
        )
        for one in vars(item).get(field, ())
    ]


def _points(value: Any) -> str:
    return (
        ",".join(f"{name}:{number}" for name, number in sorted(value.items()))
        if isinstance(value, dict)
        else str(value)
    )


def _told(value: Any) -> str:
    if isinstance(value, list | tuple):
        return listed([str(one) for one in value], 90)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "not there" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def _profiles(library: Library, other: Library) -> Iterator[Finding]:
    for name in library.quizzes.keys() & other.quizzes.keys():
        ours, theirs = _profile(library.quizzes[name].profile), _profile(other.quizzes[name].profile)
        document = library.documents["quizzes", name]
        for index, (one, subscale) in enumerate(ours.items()):
            if one not in theirs:
                yield (
                    document.place(("profile", "subscales", index, "id")),
                    f'edition {other.edition.code} has no subscale "{one}"',
                )
            elif subscale != theirs[one]:
                yield (
                    document.place(("profile", "subscales", index, "bands")),
                    f'part, page and bands of the subscale "{one}" are {_told(subscale)} here, '
                    f"but {_told(theirs[one])} in edition {other.edition.code}",
                )


def _profile(profile: Any) -> dict[str, list[str]]:
    return {
        subscale.id: [subscale.part, subscale.page, *(f"{band.from_}–{band.to}" for band in subscale.bands)]
        for subscale in (profile.subscales if profile else ())
    }
