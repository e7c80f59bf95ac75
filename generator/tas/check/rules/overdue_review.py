"""A text is checked against its sources at least every `review_after_months` months (12, unless mkdocs.yml says otherwise).

Passes: `reviewed: 2026-11-21` in the year after that day
Fails: `reviewed: 2020-01-01`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.review import overdue, reviewed_texts
from tas.problems import WARNING, Finding
from tas.read.bag import Bag

ID = "overdue-review"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for document, day in reviewed_texts(bag):
        if overdue(day, bag.project):
            yield (
                document.place(("reviewed",)),
                f"the text was last checked on {day}; check it against its sources and write the day of that check",
            )
