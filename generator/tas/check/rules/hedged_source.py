"""What rests on a source of grade C alone says so, in the words listed as `hedges` in wording.yml.

Off where the edition has no such words.

Passes: `As far as we found, the course takes a year [](source:blog).`
Fails: `The course takes a year [](source:blog).`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.text import Text
from tas.check.texts import texts, words_pattern
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "hedged-source"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        hedges = library.wording.hedges
        pattern = words_pattern(hedges)
        for text in texts(library) if hedges else ():
            grades = _grades(library, text)
            if grades and set(grades) == {"C"} and not pattern.search(text.string):
                yield (
                    text.place(),
                    f'this rests on a source of grade C alone; say so with "{hedges[0]}", or find a better one',
                )


def _grades(library: Library, text: Text) -> list[str]:
    cited = (link.name for link in text.links if link.scheme == "source")
    return [library.sources[name].grade for name in cited if name in library.sources]
