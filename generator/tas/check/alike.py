"""Which of many texts could be nearly the same as another: few are compared word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import ceil


class Rarest:
    """Sets of words, each filed under its rarest.

    What has a `share` of the words of a set in common with it lacks only so many of them, so of one more than that it must have one.
    """

    def __init__(self, sets: Sequence[frozenset], share: float):
        self.filed: dict[Hashable, list[int]] = {}
        often = Counter(word for words in sets for word in words)
        for number, words in enumerate(sets):
            lacking = len(words) - ceil(share * len(words) - 1e-9)
            for word in sorted(words, key=lambda word: (often[word], word))[: lacking + 1]:
                self.filed.setdefault(word, []).append(number)

    def near(self, words: frozenset) -> list[int]:
        """The numbers of the sets that may have so many words in common with these, in their order."""
        return sorted({number for word in self.filed.keys() & words for number in self.filed[word]})
