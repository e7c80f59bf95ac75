"""A danger sign is typed once, in danger-signs.yml; every other text names it: `[](sign:newborn/limp)`.

Read are signs of three words and more. A text repeats one when it contains its words in their order, or is nearly the same as a whole.

Passes: `- [](sign:mother/heavy-bleeding)`
Fails: `- Loses a lot of blood`, where that is what the sign says
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from tas.check.alike import Rarest
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
        for text in texts(library) if signs.signs else ():
            name = signs.said_in(words_of(text.string)) if text.document is not home else None
            if name:
                yield text.place(), f"this is a danger sign and stands in danger-signs.yml; write [](sign:{name}) here"


@dataclass(frozen=True)
class _Sign:
    name: str
    run: str
    """Its words with blanks around them."""
    words: frozenset[str]


class _Signs:
    def __init__(self, signs: Mapping[str, str]):
        said = {name: words for name, text in signs.items() if len(words := words_of(text)) >= LEAST}
        self.signs = [_Sign(name, _run(words), frozenset(words)) for name, words in said.items()]
        self.rarest = Rarest([sign.words for sign in self.signs], ALIKE)

    def said_in(self, words: list[str]) -> str | None:
        """The sign whose words stand in these, or which these nearly are."""
        ours = frozenset(words)
        near = [self.signs[number] for number in self.rarest.near(ours)]
        if not near:
            return None
        run = _run(words)
        stands = [(at, sign.name) for sign in near if (at := run.find(sign.run)) >= 0]
        alike = [
            (len(sign.words), sign.name) for sign in near if len(ours & sign.words) >= ALIKE * len(ours | sign.words)
        ]
        return min(stands or alike, key=itemgetter(0), default=(0, None))[1]


def _run(words: list[str]) -> str:
    return f" {' '.join(words)} "
