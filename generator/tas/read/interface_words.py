"""The words that templates and code ask for, and which of them an edition's catalogues translate."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache

from babel.messages.extract import extract_from_dir

from tas.ground.cache import Cache, key
from tas.ground.places import PACKAGE
from tas.read.edition import Edition
from tas.read.nav import Nav

ENGLISH = "en"
"""The language that the words have in the code."""
METHODS = [("**.py", "python"), ("**.j2", "jinja2"), ("templates/theme/**.html", "jinja2")]

Word = tuple[str, ...]
"""A msgid, or a msgid and its msgid_plural."""


@cache
def used_words() -> tuple[Word, ...]:
    """In alphabetical order; extracted anew only when one of our files has changed."""
    files = [
        file
        for pattern in ("**/*.py", "**/*.j2", "templates/theme/**/*.html")
        for file in sorted(PACKAGE.glob(pattern))
    ]
    kept, name = Cache(PACKAGE / "__pycache__", ".words"), key(file.read_bytes() for file in files)
    found = kept.find(name)
    if found is None:
        found = _extract()
        with suppress(OSError):  # an engine that may not write beside itself looks each time
            kept.keep(name, found)
    return tuple(tuple(word) for word in json.loads(found))


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


def _extract() -> bytes:
    found = extract_from_dir(str(PACKAGE), METHODS, strip_comment_tags=True)
    words = {(message,) if isinstance(message, str) else tuple(message) for _, _, message, _, _ in found}
    plurals = {word[0] for word in words if len(word) > 1}
    return json.dumps(sorted(word for word in words if len(word) > 1 or word[0] not in plurals)).encode()
