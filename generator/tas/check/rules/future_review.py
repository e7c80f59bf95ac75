"""A review date is a day on which somebody really checked the text, so it is not in the future.

Passes: `reviewed: 2026-11-21` on or after that day
Fails: `reviewed: 2099-01-01`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.review import reviewed_texts
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "future-review"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for document, day in reviewed_texts(bag):
        if day > bag.project.today:
            yield (
                document.place(("reviewed",)),
                f"the review date {day} is in the future; write the day on which the text was checked",
            )
