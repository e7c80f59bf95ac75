"""The key of an item names one of its options.

Passes: options `a`, `b`; `key: b`
Fails: options `a`, `b`; `key: d`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.items.single_choice import SingleChoice
from generator.problems import ERROR, Problem

if TYPE_CHECKING:
    from generator.bag import Bag

ID = "key-not-an-option"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Problem]:
    for library in bag:
        for name, quiz in library.quizzes.items():
            for s, section in enumerate(quiz.sections):
                for i, item in enumerate(section.items or ()):
                    if isinstance(item, SingleChoice) and item.key not in (
                        options := [option.id for option in item.options]
                    ):
                        yield library.documents["quizzes", name].problem(
                            ("sections", s, "items", i, "key"),
                            f'the key names option "{item.key}", but the options are {", ".join(options)}',
                            ID,
                        )
