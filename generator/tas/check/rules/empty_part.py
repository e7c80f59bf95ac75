"""What has a place on a page has words: no heading without any, and no empty entry of a list.

Passes: `## Why {#why}`, `- Ask first.`
Fails: `## {#why}`, a `-` with nothing behind it
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tas.check.texts import bodies
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.sections import authored

ID = "empty-part"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for document in bodies(bag):
        for heading in authored(document):
            if not heading.title.strip():
                yield document.place_at(heading.line, 1), "this heading has no words; write them, or leave it out"
        for line in _empty_entries(document):
            yield document.place_at(line, 1), "this entry of the list is empty; write it, or leave it out"


def _empty_entries(document: Document) -> Iterator[int]:
    tokens = document.markdown.tokens if document.body else []
    for token, behind in pairwise(tokens):
        if (token.type, behind.type) == ("list_item_open", "list_item_close"):
            yield (token.map or [0])[0] + document.body_line
