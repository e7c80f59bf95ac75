"""A question that asks for what is *not* so shows its negative in bold, or better, asks for what is so.

The words stand as `negatives` in reference/<edition>/wording.yml; only the question sentence of choice items is read.

Passes: "Which of these do you **not** do?"
Fails: "Which of these do you not do?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas.check.texts import words_pattern
from tas.model.items.multiple_choice import MultipleChoice
from tas.model.items.single_choice import SingleChoice
from tas.problems import WARNING, Finding
from tas.read.bag import Bag

ID = "unmarked-negative"
LEVEL = WARNING

QUESTION = re.compile(r"[^.!?]*\?")
BOLD = re.compile(r"\*\*.+?\*\*")


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        pattern = words_pattern(library.wording.negatives)
        for written in library.written_items():
            if isinstance(written.item, SingleChoice | MultipleChoice):
                for question in QUESTION.findall(written.item.stem)[-1:]:
                    match = pattern.search(BOLD.sub("", question))
                    if match:
                        yield (
                            written.place("stem"),
                            f'the question has an unmarked "{match[0]}"; ask for what is so, or write **{match[0]}**',
                        )
