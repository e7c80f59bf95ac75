"""The font of the papers has every character of the guides, quizzes, sessions, reference files and interface words.

Passes: `≥ 37,5 °C → puskesmas`
Fails: `漢` or an emoji: paper would show an empty box
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import name as name_of

from tas.ground.places import ASSETS
from tas.problems import ERROR, ContentError, Finding, Place
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.yaml_data import Path_

ID = "glyph-missing"
LEVEL = ERROR
ON_PAPER = ("guides", "quizzes", "training", "reference")
A_SCRIPT = 5
"""More letters than these in one file are a script of their own."""
NOTO = "one of the Noto family"
FONTS = {"Arabic": "NotoNaskhArabic-Regular.ttf", "Hebrew": "NotoSerifHebrew-Regular.ttf"}
SEARCH_ONLY = ("search",)
"""Reference files that no paper shows."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        fonts, known = library.edition.fonts, characters(library.edition.fonts)
        if absent := [file for file in fonts if not file.is_file()]:
            said = f"{absent[0].name} is not in the folder assets/; put the font there, or name another"
            yield bag.project.place("tas", "fonts", library.edition.code), said
            continue
        for texts in _files(library):
            foreign = {character for _, text in texts for character in set(text) - known if character.isalpha()}
            if len(foreign) > A_SCRIPT:
                yield texts[0][0], _other_script(foreign)
                continue
            for place, text in texts:
                if missing := sorted(set(text) - known):
                    yield place, f"{_said(missing)}; write it in other characters"


def _files(library: Library) -> Iterator[list[tuple[Place, str]]]:
    """Of each file that papers show the texts that have a character which ours lacks."""
    for (folder, name), document in library.documents.items():
        if folder in ON_PAPER and name not in SEARCH_ONLY and _missing(json.dumps(document.data, ensure_ascii=False)):
            yield [(document.place(path), text) for path, text in _strings(document.data, ()) if _missing(text)]
    try:
        catalogues = library.edition.catalogues
    except ContentError:
        return  # told where it was read
    for name, catalogue, _ in catalogues:
        said = [
            (Place(name, message.lineno or 1, 1), words)
            for message in catalogue
            if _missing(words := message.string if isinstance(message.string, str) else " ".join(message.string or ()))
        ]
        if said:
            yield said


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
    return sorted(set(text) - characters())


def _other_script(foreign: set[str]) -> str:
    script = name_of(min(foreign), "unnamed").split()[0].capitalize()
    return (
        f"the font of the papers has no {script} letters; put one that has them into assets/, such as {FONTS.get(script, NOTO)}, "
        "and name it under fonts in mkdocs.yml"
    )


def _said(missing: list[str]) -> str:
    named = ", ".join(
        f'"{character}" (U+{ord(character):04X}, {name_of(character, "unnamed").lower()})' for character in missing
    )
    return f"the font of the papers has no {named}"


@cache
def characters(own: tuple[Path, ...] = ()) -> frozenset[str]:
    """Those that regular, bold and italic of ours share, with those of the edition's `own` fonts."""
    ours = (_of_font(file) for file in sorted((ASSETS / "fonts").glob("*.ttf")))
    others = [_of_font(file) for file in own if file.is_file()]
    return frozenset.intersection(*ours).union(frozenset.intersection(*others) if others else (), "\n\t\u200c\u200d")


def _of_font(file: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # which a check that has kept its findings has no use for

    return frozenset(map(chr, TTFont(file, lazy=True).getBestCmap()))
