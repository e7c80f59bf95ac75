"""Danger signs can be taken in at a glance: at most nine of one urgency and age, each urgency with its level, accidents with a first step.

Passes: nine signs with `urgency: now`, and a level `now` that says what to do and whom to call
Fails: ten of them; a sign `today` without that level; a level that no sign has; in a group with `first_steps` a sign without `first` or `call`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.danger import DangerGroup
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.yaml_data import Path_

ID = "sign-block"
LEVEL = ERROR

MOST = 9


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for number, group in enumerate(library.danger_signs.values()):
            document, path = library.documents["reference", "danger-signs"], ("groups", number)
            yield from _levels(document, path, group)
            yield from _blocks(document, path, group)
            yield from _first_steps(document, path, group)


def _levels(document: Document, path: Path_, group: DangerGroup) -> Iterator[Finding]:
    known, used = [level.urgency for level in group.levels], {sign.urgency for sign in group.signs}
    for place, sign in enumerate(group.signs):
        if sign.urgency not in known:
            said = (
                f'the group "{group.id}" has no level "{sign.urgency}", so nobody is told what to do; add it to levels'
            )
            yield document.place((*path, "signs", place, "urgency")), said
    for place, urgency in enumerate(known):
        if urgency in known[:place]:
            said = f'the level "{urgency}" is given twice; keep one'
            yield document.place((*path, "levels", place, "urgency")), said
        elif urgency not in used:
            said = f'no sign of the group "{group.id}" is "{urgency}"; remove the level'
            yield document.place((*path, "levels", place, "urgency")), said


def _blocks(document: Document, path: Path_, group: DangerGroup) -> Iterator[Finding]:
    for level, blocks in group.by_urgency():
        for age, signs in blocks:
            if len(signs) > MOST:
                place = group.signs.index(signs[MOST])
                under = f' under "{age}"' if age else ""
                said = f'{len(signs)} signs are "{level.urgency}"{under}, but at most {MOST} are taken in; join some, or part them by age'
                yield document.place((*path, "signs", place)), said


def _first_steps(document: Document, path: Path_, group: DangerGroup) -> Iterator[Finding]:
    for place, sign in enumerate(group.signs if group.first_steps else ()):
        lacking = [name for name, value in (("first", sign.first), ("call", sign.call)) if not value]
        if lacking:
            said = f'the sign "{sign.id}" lacks {" and ".join(lacking)}: what to do first, and whom to call'
            yield document.place((*path, "signs", place)), said
