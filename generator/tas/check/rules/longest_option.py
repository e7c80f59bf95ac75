"""The right option is not told by its length: in a quiz the key is seldom clearly the longest option.

Counted from four single-choice items on; clearly means longer than every other option by over a fifth.

Passes: the key is the longest option in two items of six
Fails: the key is the longest option in four items of six
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas.model.items.single_choice import SingleChoice
from tas.problems import WARNING, Problem
from tas.read.library import Written
from tas.text.inline import plain

if TYPE_CHECKING:
    from tas.read.bag import Bag

ID = "longest-option"
LEVEL = WARNING

FROM = 4
CLEARLY = 1.2


def check(bag: Bag) -> Iterator[Problem]:
    for library in bag:
        for name in library.quizzes:
            items = [one for one in library.written_items() if one.quiz == name and isinstance(one.item, SingleChoice)]
            longest = [one for one in items if _is_longest(one)]
            if len(items) >= FROM and len(longest) * 2 > len(items):
                told = ", ".join(one.item.id for one in longest)
                yield longest[0].problem(
                    f"in {len(longest)} of {len(items)} items the key is clearly the longest option ({told}); shorten keys or lengthen others",
                    "options",
                )


def _is_longest(written: Written) -> bool:
    lengths = {option.id: len(plain(option.text)) for option in getattr(written.item, "options", ())}
    key = lengths.pop(getattr(written.item, "key", ""), 0)
    return bool(lengths) and key > CLEARLY * max(lengths.values())
