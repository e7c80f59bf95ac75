"""The right option is not told by its place: over a quiz the keys are spread.

From five single-choice items on no place holds more than 40 % of the keys, and never more than three in a row; from five true-false
items on (drawn ones count) neither answer is right in more than 70 %.

Passes: keys b, a, c, b, a
Fails: keys b, b, b, b, a
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from tas.model.items.single_choice import SingleChoice
from tas.model.items.true_false import TrueFalse
from tas.model.quiz import Quiz
from tas.problems import WARNING, Finding
from tas.read.bag import Bag
from tas.read.library import Library
from tas.view.draws import items_of

ID = "key-position"
LEVEL = WARNING

FROM = 5
PLACE, ANSWER, ROW = 0.4, 0.7, 3


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, quiz in library.quizzes.items():
            said = _wrong(library, quiz)
            if said:
                yield library.documents["quizzes", name].place(("sections",)), said


def _wrong(library: Library, quiz: Quiz) -> str | None:
    items = [item for section in quiz.sections for item in section.items or ()]
    places = [_place(item) for item in items if isinstance(item, SingleChoice)]
    if len(places) >= FROM:
        place, count = Counter(places).most_common(1)[0]
        if count > PLACE * len(places) and count > 2:
            return (
                f"the key stands at place {place + 1} in {count} of {len(places)} single-choice items; spread the keys"
            )
        run = max(len(list(group)) for _, group in groupby(places))
        if run > ROW:
            return f"{run} single-choice items in a row have their key at the same place; change the order of options"
    drawn = [item for section in quiz.sections for item in items_of(library, section)]
    answers = [item.key for item in drawn if isinstance(item, TrueFalse)]
    if len(answers) >= FROM:
        answer, count = Counter(answers).most_common(1)[0]
        if count > ANSWER * len(answers):
            return f'"{str(answer).lower()}" is right in {count} of {len(answers)} true-false items; write some of the other kind'
    return None


def _place(item: SingleChoice) -> int:
    return next((place for place, option in enumerate(item.options) if option.id == item.key), 0)
