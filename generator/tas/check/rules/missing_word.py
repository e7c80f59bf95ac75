"""Every interface word that templates and code use is translated in every edition's catalogue.

Passes: `msgid "Sources"` with `msgstr "Bronnen"`
Fails: no such msgid, an empty msgstr, or one marked `fuzzy`
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from babel.messages.extract import extract_from_dir

from tas.ground.cache import Cache, key
from tas.ground.places import PACKAGE
from tas.problems import ERROR, ContentError, Finding, Place
from tas.read.bag import Bag

ID = "missing-word"
LEVEL = ERROR

METHODS = [("**.py", "python"), ("**.j2", "jinja2"), ("templates/theme/**.html", "jinja2")]


def check(bag: Bag) -> Iterator[Finding]:
    wanted = used_words() | set(bag.project.nav.titles)
    for library in bag:
        try:
            catalogue = library.edition.catalogue
        except ContentError:
            continue  # told where it was read
        for word in sorted(wanted):
            message = catalogue.get(word)
            strings = (
                message.string
                if message and isinstance(message.string, tuple)
                else (message.string if message else "",)
            )
            if not all(strings) or (message and message.fuzzy):
                line = message.lineno if message and message.lineno else 1
                yield (
                    Place(library.edition.words_file, line, 1),
                    f'the word "{word}" has no translation; add msgid and msgstr',
                )


@cache
def used_words() -> frozenset[str]:
    """The msgids that our templates and code ask for; extracted anew only when one of these files has changed."""
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
    return frozenset(json.loads(found))


def _extract() -> bytes:
    found = extract_from_dir(str(PACKAGE), METHODS, strip_comment_tags=True)
    words = {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}
    return json.dumps(sorted(words)).encode()
