"""The font of the papers has every character of the guides, quizzes, reference files and interface words.

Passes: `≥ 37,5 °C → puskesmas`
Fails: `漢` or an emoji: paper would show an empty box
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from unicodedata import name as name_of

from fontTools.ttLib import TTFont

from tas.ground.places import ASSETS
from tas.problems import ERROR, ContentError, Finding, Place
from tas.read.bag import Bag
from tas.read.yaml_data import Path_

ID = "glyph-missing"
LEVEL = ERROR
ON_PAPER = ("guides", "quizzes", "reference")
SEARCH_ONLY = ("search",)
"""Reference files that no paper shows."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for (folder, name), document in library.documents.items():
            if (
                folder in ON_PAPER
                and name not in SEARCH_ONLY
                and _missing(json.dumps(document.data, ensure_ascii=False))
            ):
                for path, text in _strings(document.data, ()):
                    if missing := _missing(text):
                        yield document.place(path), f"{_said(missing)}; write it in other characters"
        try:
            catalogues = library.edition.catalogues
        except ContentError:
            continue  # told where it was read
        for name, catalogue, _ in catalogues:
            for message in catalogue:
                words = message.string if isinstance(message.string, str) else " ".join(message.string or ())
                if missing := _missing(words):
                    yield Place(name, message.lineno or 1, 1), f"{_said(missing)}; write it in other characters"


def _strings(data: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*path, index))
    elif isinstance(data, str):
        yield path, data


def _missing(text: str) -> list[str]:
    return sorted(set(text) - characters() - {"\n", "\t"})


def _said(missing: list[str]) -> str:
    named = ", ".join(
        f'"{character}" (U+{ord(character):04X}, {name_of(character, "unnamed").lower()})' for character in missing
    )
    return f"the font of the papers has no {named}"


@cache
def characters() -> frozenset[str]:
    """Those that regular, bold and italic share."""
    return frozenset.intersection(
        *(
            frozenset(map(chr, TTFont(file, lazy=True).getBestCmap()))
            for file in sorted((ASSETS / "fonts").glob("*.ttf"))
        )
    )
