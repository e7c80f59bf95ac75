"""A danger sign has its sources, or says that none was read (`unsourced: true`); then it has no number either.

Passes: `sources: [who-pnc]`; `unsourced: true` without a number
Fails: both or neither; `unsourced: true` with a `limit`, or with a digit in its text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.model.danger import Sign
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "sign-source"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for number, group in enumerate(library.danger_signs.values()):
            for place, sign in enumerate(group.signs):
                if said := _wrong(sign):
                    document = library.documents["reference", "danger-signs"]
                    yield document.place(("groups", number, "signs", place)), said


def _wrong(sign: Sign) -> str | None:
    if sign.sources and sign.unsourced:
        return f'the sign "{sign.id}" has sources and says that it has none; remove one of the two'
    if not sign.sources and not sign.unsourced:
        return f'the sign "{sign.id}" has no source; name one, or write unsourced: true where none was read'
    if sign.unsourced and (sign.limit or re.search(r"\d", sign.text)):
        return (
            f'the sign "{sign.id}" has a number, but no source was read for it; remove the number, or name the source'
        )
    return None
