"""A danger sign is typed once, in danger-signs.yml; every other text names it: `[](sign:newborn/limp)`.

Read are signs of three words and more. A text repeats one when it contains its words in their order, or is nearly the same as a whole.

Passes: `- [](sign:mother/heavy-bleeding)`
Fails: `- Loses a lot of blood`, where that is what the sign says
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, floor

from tas.check.texts import texts
from tas.ground.fold import words as words_of
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "sign-twice"
LEVEL = ERROR

LEAST = 3
ALIKE = 0.8
"""Share of the words of two texts that both have, from which they are the same sign."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        home = library.documents.get(("reference", "danger-signs"))
        signs = _Signs(library.signs)
        for text in texts(library) if signs.words else ():
            name = signs.said_in(words_of(text.string)) if text.document is not home else None
            if name:
                yield text.place(), f"this is a danger sign and stands in danger-signs.yml; write [](sign:{name}) here"


class _Signs:
    """The signs by their first words and by how many different words they have: few are looked at for each text."""

    def __init__(self, signs: Mapping[str, str]):
        self.words = {name: words for name, text in signs.items() if len(words := words_of(text)) >= LEAST}
        self.by_start: dict[tuple[str, ...], list[str]] = {}
        self.by_size: dict[int, list[tuple[str, frozenset[str]]]] = {}
        for name, words in self.words.items():
            self.by_start.setdefault(tuple(words[:LEAST]), []).append(name)
            self.by_size.setdefault(len(set(words)), []).append((name, frozenset(words)))

    def said_in(self, said: list[str]) -> str | None:
        """The sign whose words stand in these, or which these nearly are."""
        for at, start in enumerate(zip(said, said[1:], said[2:], strict=False)):
            for name in self.by_start.get(start, ()):
                if said[at : at + len(self.words[name])] == self.words[name]:
                    return name
        ours = frozenset(said)
        for size in range(ceil(ALIKE * len(ours)), floor(len(ours) / ALIKE) + 1):
            for name, theirs in self.by_size.get(size, ()):
                if len(ours & theirs) >= ALIKE * len(ours | theirs):
                    return name
        return None
