"""The words that templates and code ask for, and which of them an edition's catalogues translate."""

from __future__ import annotations

import re
from functools import cache

from tas.ground.places import PACKAGE
from tas.read.edition import Edition
from tas.read.nav import Nav

ENGLISH = "en"
"""The language that the words have in the code."""
SPEAKING = ("**/*.py", "**/*.j2", "templates/theme/**/*.html")
TEXT = r"""("[^"\\\n]+"|'[^'\\\n]+')"""
ASKED = re.compile(rf"(ngettext|gettext|_)\(\s*{TEXT}(?:,\s*{TEXT})?")
"""A call that asks for a word, and the texts in its brackets. A test holds that Babel finds the same."""

Word = tuple[str, ...]
"""A msgid, or a msgid and its msgid_plural."""


@cache
def used_words() -> tuple[Word, ...]:
    """In alphabetical order."""
    texts = [file.read_text(encoding="utf-8") for pattern in SPEAKING for file in PACKAGE.glob(pattern)]
    found = {_word(*call) for text in texts for call in ASKED.findall(text)}
    plurals = {word[0] for word in found if len(word) > 1}
    return tuple(sorted(word for word in found if len(word) > 1 or word[0] not in plurals))


def _word(function: str, word: str, plural: str) -> Word:
    """Of a call; the texts are still in their quotes."""
    return (word[1:-1], plural[1:-1]) if function == "ngettext" else (word[1:-1],)


def untranslated(edition: Edition, nav: Nav) -> tuple[Word, ...]:
    """The titles of the navigation and the words of ours that its readers meet in English; none where English is their language.

    Raises ContentError where a catalogue cannot be read.
    """
    if edition.locale.language == ENGLISH:
        return ()
    words = dict.fromkeys([*((title,) for title in nav.titles), *used_words()])
    return tuple(word for word in words if not has(edition, word[0]))


def has(edition: Edition, word: str) -> bool:
    """Whether one of its catalogues translates the word."""
    for _, catalogue, _ in edition.catalogues:
        message = catalogue.get(word)
        if message and message.string and not message.fuzzy:
            return True
    return False
