"""Each diagram stands on one page, as a paragraph of its own; a group of danger signs too, on as many pages as need it.

Passes: a line `[](diagram:visit-calendar)` with a blank line before and after it
Fails: the same in the middle of a sentence or in YAML; on a second page; a diagram that no page shows
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.facts import facts
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "diagram-place"
LEVEL = ERROR

BLOCKS = {"diagram": "a diagram", "danger": "a group of danger signs"}
"""How a message names what each of them draws."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        yield from _places(library)


def _places(library: Library) -> Iterator[Finding]:
    shown: set[str] = set()
    for drawn in (one for found in facts(library) for one in found.drawn):
        if not drawn.stands:
            said = f"{BLOCKS[drawn.scheme]} stands in a page, on a line of its own between blank lines, without words in the brackets"
            yield drawn.place, said
        elif drawn.scheme == "danger":
            continue
        elif drawn.name in shown:
            yield drawn.place, f'the diagram "{drawn.name}" stands somewhere already; link to it there instead'
        shown.add(drawn.name)
    for index, name in enumerate(library.diagrams):
        if name not in shown:
            yield (
                library.documents["reference", "diagrams"].place(("diagrams", index, "id")),
                f"no page shows this diagram; put [](diagram:{name}) on a line of its own where it belongs",
            )
