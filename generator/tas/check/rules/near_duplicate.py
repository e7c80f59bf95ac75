"""Two items of an edition do not ask nearly the same, in one quiz or in two.

Passes: "What do you do at the door?" and "Who gives the injection?"
Fails: "What do you do first at the door?" and "What do you do at the door first?"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tas.check.alike import Rarest
from tas.problems import WARNING, Finding
from tas.read.bag import Bag
from tas.text.inline import plain

ID = "near-duplicate"
LEVEL = WARNING

ALIKE = 0.85
"""Share of common words (Dice) from which two stems count as nearly the same."""

Words = frozenset[tuple[str, int]]


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        items = list(library.written_items())
        words = [_words(plain(written.item.stem)) for written in items]
        rarest = Rarest(words, ALIKE / (2 - ALIKE))
        for number, written in enumerate(items):
            near = (other for other in rarest.near(words[number]) if other < number)
            twin = next((items[other] for other in near if _alike(words[number], words[other]) >= ALIKE), None)
            if twin:
                said = f"this asks nearly the same as {twin.quiz}/{twin.item.id}; ask something else or leave one out"
                yield written.place("stem"), said


def _words(text: str) -> Words:
    """Each word with how often it came before, so that a set tells two from one."""
    seen: Counter[str] = Counter()
    words = []
    for word in re.findall(r"\w+", text.casefold()):
        words.append((word, seen[word]))
        seen[word] += 1
    return frozenset(words)


def _alike(words: Words, others: Words) -> float:
    total = len(words) + len(others)
    return 2 * len(words & others) / total if total else 0.0
