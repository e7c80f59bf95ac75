"""Each diagram stands on one page, as a paragraph of its own; a group of danger signs too, on as many pages as need it.

Passes: a line `[](diagram:visit-calendar)` with a blank line before and after it
Fails: the same in the middle of a sentence or in YAML; on a second page; a diagram that no page shows
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas.check.texts import texts
from tas.problems import ERROR, Problem
from tas.read.library import Library
from tas.text.inline import SCHEME_LINK, scheme_links

if TYPE_CHECKING:
    from tas.read.bag import Bag

ID = "diagram-place"
LEVEL = ERROR

BLOCKS = {"diagram": "a diagram", "danger": "a group of danger signs"}
"""Schemes that draw a block instead of words."""


def check(bag: Bag) -> Iterator[Problem]:
    for library in bag:
        yield from _places(library)


def _places(library: Library) -> Iterator[Problem]:
    shown: set[str] = set()
    for text in texts(library):
        for link in scheme_links(text.string):
            if link.scheme not in BLOCKS:
                continue
            alone = SCHEME_LINK.fullmatch(text.string)
            if not alone or alone["text"] or text.path is not None:
                said = f"{BLOCKS[link.scheme]} stands in a page, on a line of its own between blank lines, without words in the brackets"
                yield text.problem(said, at=link.start)
            elif link.scheme == "danger":
                continue
            elif link.name in shown:
                yield text.problem(f'the diagram "{link.name}" stands somewhere already; link to it there instead')
            shown.add(link.name)
    for index, name in enumerate(library.diagrams):
        if name not in shown:
            yield library.documents["reference", "diagrams"].problem(
                ("diagrams", index, "id"),
                f"no page shows this diagram; put [](diagram:{name}) on a line of its own where it belongs",
                ID,
            )
