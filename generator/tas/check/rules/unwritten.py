"""No text is still what `tas new` put there: it begins with TODO until its author has replaced it.

Passes: `title: The first visit`
Fails: `title: "TODO: the title of the page"`
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from tas.check.texts import is_looked_at
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.yaml_data import Path_

ID = "unwritten"
LEVEL = ERROR

MARK = "TODO"
SAID = "this text waits for its author; write it in place of what TODO asks for"


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for document in filter(partial(is_looked_at, library), library.documents.values()):
            if MARK in repr(document.data):
                yield from ((document.place(path), SAID) for path in _unwritten(document.data, ()))
            if MARK in document.body:
                for token in document.markdown.tokens:
                    if token.type == "inline" and token.content.startswith(MARK) and token.map:
                        yield document.place_at(token.map[0] + document.body_line, 1), SAID


def _unwritten(data: Any, path: Path_) -> Iterator[Path_]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _unwritten(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _unwritten(value, (*path, index))
    elif isinstance(data, str) and data.startswith(MARK):
        yield path
