"""What can hurt rests on those who answer for it: danger signs, telephone numbers, doses and schedules have a source of grade A.

Grade A is a law, a ministry, a health authority, a professional body, or the service itself. A dose or a schedule is a sentence with one of
`schedule_words` and a number of `schedule_units` (wording.yml) and a citation; off where the edition has no such words.

Passes: a sign with `sources: [who-pnc]`, which is grade A; a number whose source is the service; `Two doses of vaccine [](source:ministry).`
Fails: a sign whose sources are all grade B or C; a number without a source, or from a newspaper; `Two doses of vaccine [](source:paper).`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.texts import texts, words_pattern
from tas.model.reference import Wording
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "source-grade"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        yield from _signs(library)
        yield from _numbers(library)
        yield from _schedules(library)


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


def _schedules(library: Library) -> Iterator[Finding]:
    named = words_pattern(library.wording.schedule_words, whole=False).search
    counted = _counted(library.wording).search
    for text in texts(library) if library.wording.schedule_words else ():
        for sentence in text.sentences if text.links else ():
            cited = [link for link in sentence.links if link.scheme == "source"]
            weak = cited and not any(_is_official(library, link.name) for link in cited)
            if weak and named(sentence.said) and counted(sentence.said):
                said = "no source of this dose or schedule is grade A; cite who answers for it, or say it without the number"
                yield text.place(cited[0]), said


def _counted(wording: Wording) -> re.Pattern[str]:
    """A number and its unit, perhaps with a word between: "six weeks", "10 micrograms", "two full doses"; or "day 3"."""
    units = "|".join(map(re.escape, wording.schedule_units)) or "(?!)"
    number = rf"(?:\d[\d.,]*|{'|'.join(map(re.escape, wording.number_words)) or '(?!)'})"
    return re.compile(
        rf"(?<!\w){number}(?:\s+\w+)?\s+(?:{units})(?!\w)|(?<!\w)(?:{units})\s+(?:\w+-)?\d", re.IGNORECASE
    )


def _is_official(library: Library, name: str) -> bool:
    """An unknown name is another rule's business."""
    return name not in library.sources or library.sources[name].grade == "A"
