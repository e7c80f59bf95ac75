"""Each diagram stands on one page, as a paragraph of its own; a group of danger signs too, on as many pages as need it.

Passes: a line `[](diagram:visit-calendar)` with a blank line before and after it
Fails: the same in the middle of a sentence or in YAML; on a second page; a diagram that no page shows
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import texts
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library
from tas.text.write import DRAWN, drawn_alone

ID = "diagram-place"
LEVEL = ERROR

BLOCKS = {"diagram": "a diagram", "danger": "a group of danger signs"}
"""How a message names what each of them draws."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        yield from _places(library)


def _places(library: Library) -> Iterator[Finding]:
    shown: set[str] = set()
    for text in texts(library):
        for link in text.links:
            if link.scheme not in DRAWN:
                continue
            if (
                text.block is None
                or text.is_heading
                or text.cell is not None
                or not drawn_alone(text.block)
                or link.words
            ):
                said = f"{BLOCKS[link.scheme]} stands in a page, on a line of its own between blank lines, without words in the brackets"
                yield text.place(link), said
            elif link.scheme == "danger":
                continue
            elif link.name in shown:
                yield text.place(link), f'the diagram "{link.name}" stands somewhere already; link to it there instead'
            shown.add(link.name)
    for index, name in enumerate(library.diagrams):
        if name not in shown:
            yield (
                library.documents["reference", "diagrams"].place(("diagrams", index, "id")),
                f"no page shows this diagram; put [](diagram:{name}) on a line of its own where it belongs",
            )
