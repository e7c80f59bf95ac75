"""Readers meet no English word of the interface: our words and the titles of the navigation are translated.

What a catalogue lacks stays English; `tas words EDITION` lists it in the bag's own catalogue, to be filled in.

Passes: `msgid "Sources"` with `msgstr "Bronnen"`
Fails: no such msgid, an empty msgstr, or one marked `fuzzy`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import WARNING, ContentError, Finding, Place, quoted
from tas.read.bag import Bag
from tas.read.interface_words import ENGLISH, has, untranslated
from tas.read.project import CONFIG

ID = "missing-word"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        edition = library.edition
        try:
            missing = untranslated(edition)
        except ContentError:
            continue  # told where it was read
        if missing:
            some = (
                f"{len(missing)} words of the interface stay English in {edition.code}, such as {quoted(missing[0][0])}"
            )
            yield Place(CONFIG, 1, 1), f"{some}; `tas words {edition.code}` lists them, to be translated"
        if edition.locale.language != ENGLISH:
            for title, place in bag.project.nav.titles.items():
                if not has(edition, title):
                    said = f"the title {quoted(title)} in nav stays as it is in {edition.code}"
                    yield place, f"{said}; add it as a msgid, with a msgstr, to locales/{edition.code}.po"
