"""Pages hold no pictures of their author yet: what is drawn comes from diagrams.yml and the list of pictograms.

Passes: `[](diagram:visit-calendar)` on a line of its own
Fails: `![The growth book](book.png)`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import texts
from tas.problems import ERROR, Finding, quoted
from tas.read.bag import Bag

ID = "no-picture"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for text in texts(library):
            if "![" in text.source:
                for token, at, _ in text.pieces:
                    if token.type == "image":
                        said = f"the picture {quoted(str(token.attrs['src']))} has no place here; say in words what it shows, or draw it as a diagram"
                        yield text.place(at), said
