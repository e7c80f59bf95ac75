"""A question that asks for what is *not* so shows its negative in bold, or better, asks for what is so.

The words stand as `negatives` in reference/<edition>/wording.yml. Of choice items the question sentence is read; of a guide every question with
a box for yes and no, for there a "yes" to a negative can mean both.

Passes: "Which of these do you **not** do?"
Fails: "Which of these do you not do?"; in a guide "Is there no letter with a date?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.texts import words_pattern
from tas.model.items.multiple_choice import MultipleChoice
from tas.model.items.single_choice import SingleChoice
from tas.problems import WARNING, Finding, Place
from tas.read.bag import Bag
from tas.read.library import Library

ID = "unmarked-negative"
LEVEL = WARNING

QUESTION = re.compile(r"[^.!?]*\?")
BOLD = re.compile(r"\*\*.+?\*\*")


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        pattern = words_pattern(library.wording.negatives)
        for place, question in _questions(library):
            match = pattern.search(BOLD.sub("", question))
            if match:
                yield place, f'the question has an unmarked "{match[0]}"; ask for what is so, or write **{match[0]}**'


def _questions(library: Library) -> Iterator[tuple[Place, str]]:
    for written in library.written_items():
        if isinstance(written.item, SingleChoice | MultipleChoice):
            for question in QUESTION.findall(written.item.stem)[-1:]:
                yield written.place("stem"), question
    for name, guide in library.guides.items():
        document = library.documents["guides", name]
        for block in ("yes_is_good", "alone"):
            for number, question in enumerate(getattr(guide.questions, block)):
                yield document.place(("questions", block, number, "text")), question.text
