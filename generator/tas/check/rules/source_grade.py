"""What can hurt rests on those who answer for it: danger signs and telephone numbers have a source of grade A.

Grade A is a law, a ministry, a health authority, a professional body, or the service itself.

Passes: a sign with `sources: [who-pnc]`, which is grade A; a number whose source is the service
Fails: a sign whose sources are all grade B or C; a number without a source, or from a newspaper
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "source-grade"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        yield from _signs(library)
        yield from _numbers(library)


def _signs(library: Library) -> Iterator[Finding]:
    for number, group in enumerate(library.danger_signs.values()):
        for place, sign in enumerate(group.signs):
            if sign.sources and not any(_is_official(library, name) for name in sign.sources):
                said = f'no source of the sign "{sign.id}" is grade A; name an official one, or write unsourced: true without its number'
                path = ("groups", number, "signs", place, "sources")
                yield library.documents["reference", "danger-signs"].place(path), said


def _numbers(library: Library) -> Iterator[Finding]:
    for index, contact in enumerate(library.contacts.values()):
        if contact.number and not (contact.source and _is_official(library, contact.source)):
            said = f'the number of "{contact.id}" needs a source of grade A: the service itself, or who answers for it'
            yield library.documents["reference", "contacts"].place(("contacts", index, "number")), said


def _is_official(library: Library, name: str) -> bool:
    """An unknown name is another rule's business."""
    return name not in library.sources or library.sources[name].grade == "A"
