"""A danger sign is typed once, in danger-signs.yml; every other text names it: `[](sign:newborn/limp)`.

Read are signs of three words and more. A text repeats one when it contains its words in their order, or is nearly the same as a whole.

Passes: `- [](sign:mother/heavy-bleeding)`
Fails: `- Loses a lot of blood`, where that is what the sign says
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import texts
from tas.ground.fold import words as words_of
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "sign-twice"
LEVEL = ERROR

LEAST = 3
ALIKE = 0.8
"""Share of the words of two texts that both have, from which they are the same sign."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        yield from _repeated(library)


def _repeated(library: Library) -> Iterator[Finding]:
    home = library.documents.get(("reference", "danger-signs"))
    signs = {name: words for name, text in library.signs.items() if len(words := words_of(text)) >= LEAST}
    for text in texts(library):
        if text.document is not home:
            said = words_of(text.string)
            name = next((name for name, words in signs.items() if _says(said, words)), None)
            if name:
                yield text.place(), f"this is a danger sign and stands in danger-signs.yml; write [](sign:{name}) here"


def _says(said: list[str], sign: list[str]) -> bool:
    if len(said) < len(sign) - 1:
        return False
    if f" {' '.join(sign)} " in f" {' '.join(said)} ":
        return True
    ours, theirs = set(said), set(sign)
    return len(ours & theirs) >= ALIKE * len(ours | theirs)
