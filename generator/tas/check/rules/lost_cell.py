"""A row of a table has no more cells than its head: what stands in another would not be shown.

Passes: `| Who | What |` above `| midwife | a birth |`
Fails: `| Who | What |` above `| midwife | a birth | at home |`
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit

from tas.check.texts import bodies
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document

ID = "lost-cell"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for document in bodies(bag):
        for line, cells, head in _too_long(document):
            said = f"the row has {cells} cells below a head of {head}; write | between two cells alone, and \\| for the sign itself"
            yield document.place_at(line + document.body_line, 1), said


def _too_long(document: Document) -> Iterator[tuple[int, int, int]]:
    """Line in the body (from 0), cells of the row, and of the head."""
    head = 0
    for token in document.markdown.tokens if document.body else ():
        if token.type == "thead_open":
            head = 0
        elif token.type == "th_open":
            head += 1
        elif token.type == "tr_open" and token.map and head:
            row = document.body_lines[token.map[0]].lstrip(" \t>").rstrip()
            cells = len(escapedSplit(row.removeprefix("|").removesuffix("|")))
            if cells > head:
                yield token.map[0], cells, head
