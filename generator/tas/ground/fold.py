"""Words as they are compared: without accents, capitals and signs."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
UNUSUAL = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Without accents and capitals, as `tas.search.fold`."""
    if text.isascii():  # as nearly all texts are
        return text.lower()
    return UNUSUAL.sub(lambda found: found[0].translate(MARKS), unicodedata.normalize("NFD", text)).lower()


class _Marks(dict):
    """For `translate`: a combining mark goes, every other character stays; each is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code))[0] == "M" else code
        return self[code]


MARKS = _Marks()


def words(text: str) -> list[str]:
    """As `tas.search.words`."""
    return WORD.findall(fold(text))
