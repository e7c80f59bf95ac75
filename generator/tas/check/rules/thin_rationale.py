"""A rationale is worth reading: it says in a sentence why an option is right, or what it mixes up.

Passes: "You open the way; the clinic gives the injection."
Fails: "Wrong!"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.text.inline import plain

ID = "thin-rationale"
LEVEL = ERROR

LEAST = 20
LONG_ENOUGH = 200
"""However many links it holds, such a text is long enough."""
FIELDS = ("rationale", "if_true", "if_false")


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for written in library.written_items():
            for path, text in _rationales(written.item):
                if len(text) < LONG_ENOUGH and len(plain(text)) < LEAST:
                    yield (
                        written.place(*path),
                        f'"{text}" explains nothing; say why this is right, or what it mixes up (at least {LEAST} characters)',
                    )


def _rationales(item: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    fields = vars(item)
    yield from (((field,), fields[field]) for field in FIELDS if isinstance(fields.get(field), str))
    for part in ("options", "rows", "mistakes"):
        for index, one in enumerate(fields.get(part, ())):
            if "rationale" in vars(one):
                yield (part, index, "rationale"), one.rationale
