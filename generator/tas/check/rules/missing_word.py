"""Readers meet no English word of the interface: our words and the titles of the navigation are translated.

What no catalogue has stays English; `tas words EDITION` lists it in the bag's own catalogue, to be filled in.

Passes: `msgid "Sources"` with `msgstr "Bronnen"`
Fails: no such msgid, an empty msgstr, or one marked `fuzzy`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.places import CONFIG
from tas.problems import WARNING, ContentError, Finding, Place, listed
from tas.read.bag import Bag
from tas.read.interface_words import untranslated

ID = "missing-word"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        code = library.edition.code
        try:
            missing = [word[0] for word in untranslated(library.edition, bag.project.nav)]
        except ContentError:
            continue  # told where it was read
        if missing:
            words = "1 word" if len(missing) == 1 else f"{len(missing)} words"
            some = f"English in {code}: {words} around the content ({listed(missing, 60)})"
            yield Place(CONFIG, 1, 1), f"{some}; `tas words {code}` lists them in locales/{code}.po, to be translated"
