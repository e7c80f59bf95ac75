"""What leaves the worker's hands tells a stranger nothing: the family's sheet and the referral slip avoid `telling_words` (wording.yml).

A relative may read them; so may the groups of danger signs that are `wall: true`. Neither names a service that is `telling: true` in contacts.yml.
A neutral code on the slip says what the clinic must know; the rest is said, not written.

Passes: `reasons: [A talk with the doctor]`
Fails: `reasons: [Violence at home]`, or a help line for victims among the contacts of the family's sheet
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import words_pattern
from tas.model.guide import Guide
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.yaml_data import Path_
from tas.text.inline import plain

ID = "telling-sheet"
LEVEL = ERROR
TELLING = '"{}" is telling: true in contacts.yml, and no sheet that leaves your hands names it; call somebody else here'


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        pattern = words_pattern(library.wording.telling_words, whole=False)
        for name, guide in library.guides.items():
            for path, text in _given_away(library, guide):
                if match := pattern.search(plain(text)):
                    said = f'"{match[0]}" on a sheet that leaves your hands can put somebody in danger; choose neutral words'
                    yield library.documents["guides", name].place(path), said
            for place, contact in enumerate(guide.family_side.call if guide.family_side else ()):
                if contact in library.contacts and library.contacts[contact].telling:
                    yield (
                        library.documents["guides", name].place(("family_side", "call", place)),
                        TELLING.format(contact),
                    )
        for path, contact in _called_on_the_wall(library):
            if contact in library.contacts and library.contacts[contact].telling:
                yield library.documents["reference", "danger-signs"].place(path), TELLING.format(contact)
        for path, text in _on_the_wall(library):
            if match := pattern.search(plain(text)):
                said = f'"{match[0]}" would stand on the sheet for the family; choose neutral words, or wall: false for the group'
                yield library.documents["reference", "danger-signs"].place(path), said


def _on_the_wall(library: Library) -> Iterator[tuple[Path_, str]]:
    """What the family's sheet takes from the danger signs."""
    for number, group in enumerate(library.danger_signs.values()):
        if group.wall:
            path = ("groups", number)
            yield (*path, "title"), group.title
            for place, level in enumerate(group.levels):
                yield (*path, "levels", place, "act"), level.act
            for place, sign in enumerate(group.signs):
                for field in ("text", "age", "limit", "first"):
                    if text := getattr(sign, field):
                        yield (*path, "signs", place, field), text


def _called_on_the_wall(library: Library) -> Iterator[tuple[Path_, str]]:
    for number, group in enumerate(library.danger_signs.values()):
        if group.wall:
            path = ("groups", number)
            for place, level in enumerate(group.levels):
                yield from (((*path, "levels", place, "call", at), name) for at, name in enumerate(level.call))
            for place, sign in enumerate(group.signs):
                yield from (((*path, "signs", place, "call", at), name) for at, name in enumerate(sign.call))


def _given_away(library: Library, guide: Guide) -> Iterator[tuple[Path_, str]]:
    if side := guide.family_side:
        yield ("family_side", "title"), side.title
        yield ("family_side", "intro"), side.intro
        yield from ((("family_side", "points", place), text) for place, text in enumerate(side.points))
        for place, name in enumerate(side.call):
            contact = library.contacts.get(name)
            if contact:
                yield ("family_side", "call", place), f"{contact.name}: {contact.when}"
    if referral := guide.referral:
        yield from ((("referral", "reasons", place), text) for place, text in enumerate(referral.reasons))
        yield from ((("referral", "urgency", place), text) for place, text in enumerate(referral.urgency))
