"""A guide keeps the limits of paper that is read in a doorway: one action a line, numbers that can be called, a title of one line.

Passes: `- Wash your hands before you come near the baby.`
Fails: a line of more than 32 words, a question of more than 20, more than 9 questions, more than 6 contacts, none of them with a number
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas.model.guide import Guide
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_
from tas.text.inline import plain

ID = "paper-limits"
LEVEL = ERROR
LISTS = ("before_you_go", "at_the_door", "observe", "explain")
WORDS = {"line": 32, "question": 20, "sign": 16}
TITLE = 44
"""Characters: beside the QR code there is room for no more in two lines of large print."""
REASON = 42
QUESTIONS = 9
CALLS = 6

Line = tuple[Path_, str, str]
"""(path, text, kind of line)"""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, guide in library.guides.items():
            document = library.documents["guides", name]
            yield from _too_long(document, _lines(guide))
            yield from _long_words(document, guide)
            if len(guide.questions.all) > QUESTIONS:
                said = f"there are {len(guide.questions.all)} questions, but at most {QUESTIONS} are asked in one visit"
                yield document.place(("questions",)), said
            if guide.family_side:
                yield from _calls(library, document, ("family_side", "call"), guide.family_side.call)
        if ("reference", "danger-signs") in library.documents:
            document = library.documents["reference", "danger-signs"]
            for number, group in enumerate(library.danger_signs.values()):
                path = ("groups", number)
                yield from _too_long(
                    document,
                    (((*path, "signs", place, "text"), sign.text, "sign") for place, sign in enumerate(group.signs)),
                )
                for place, level in enumerate(group.levels):
                    # Whom to call by day is often somebody of the place, whose number a household writes down itself.
                    dialled = level.urgency == "emergency" or len(group.levels) == 1
                    yield from _calls(library, document, (*path, "levels", place, "call"), level.call, dialled=dialled)


def _lines(guide: Guide) -> Iterator[Line]:
    for field in LISTS:
        yield from (((field, place), text, "line") for place, text in enumerate(getattr(guide, field)))
    yield from (
        (("questions", block, place, "text"), question.text, "question")
        for block, questions in guide.questions
        for place, question in enumerate(questions)
    )
    if side := guide.family_side:
        yield from ((("family_side", "points", place), text, "line") for place, text in enumerate(side.points))


def _too_long(document: Document, lines: Iterable[Line]) -> Iterator[Finding]:
    for path, text, kind in lines:
        count = len(plain(text).split())
        if count > WORDS[kind]:
            said = f"this {kind} has {count} words, but on paper at most {WORDS[kind]} are read; make it one action, or two lines"
            yield document.place(path), said


def _long_words(document: Document, guide: Guide) -> Iterator[Finding]:
    if len(guide.title) > TITLE:
        yield (
            document.place(("title",)),
            f"the title has {len(guide.title)} characters, but at most {TITLE} stand beside the QR code",
        )
    for place, reason in enumerate(guide.referral.reasons if guide.referral else ()):
        if len(reason) > REASON:
            said = f"this reason has {len(reason)} characters, but the slip has room for {REASON}"
            yield document.place(("referral", "reasons", place)), said


def _calls(
    library: Library, document: Document, path: Path_, names: tuple[str, ...], *, dialled: bool = True
) -> Iterator[Finding]:
    contacts = [library.contacts[name] for name in names if name in library.contacts]
    if len(names) > CALLS:
        yield document.place(path), f"there are {len(names)} contacts to call, but at most {CALLS} are found in a hurry"
    if dialled and contacts and not any(contact.number for contact in contacts):
        said = "none of the contacts to call has a number in contacts.yml; name one that can be called at once"
        yield document.place(path), said
