"""A translated interface word keeps the places that are filled in later, such as `%(date)s` or `{total}`.

Passes: `msgid "revised %(date)s"` with `msgstr "herzien %(date)s"`
Fails: the same with `msgstr "herzien %(datum)s"`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas.problems import ERROR, ContentError, Problem

if TYPE_CHECKING:
    from tas.read.bag import Bag

ID = "word-placeholder"
LEVEL = ERROR

PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%(?!\()")


def check(bag: Bag) -> Iterator[Problem]:
    for library in bag:
        try:
            catalogue = library.edition.catalogue
        except ContentError:
            continue  # `missing-word` has said so
        for message in catalogue:
            wanted = set(PLACE.findall(_text(message.id)))
            if message.id and _text(message.string) and set(PLACE.findall(_text(message.string))) != wanted:
                places = ", ".join(sorted(wanted)) or "nothing to fill in"
                yield Problem(
                    library.edition.words_file,
                    message.lineno or 1,
                    1,
                    LEVEL,
                    f'the translation of "{_text(message.id)}" must have the same places to fill in: {places}',
                    ID,
                )


def _text(words: str | tuple[str, ...] | list[str]) -> str:
    return words if isinstance(words, str) else " ".join(words)
