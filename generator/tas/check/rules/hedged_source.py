"""A sentence that rests on a source of grade C alone says so, in the words listed as `hedges` in wording.yml; it or the one before it.

Off where the edition has no such words.

Passes: `As far as we found, the course takes a year [](source:blog).`
Fails: `The course takes a year [](source:blog).`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.text import Sentence
from tas.check.texts import texts, words_pattern
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "hedged-source"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        hedges = library.wording.hedges
        hedged = words_pattern(hedges).search
        for text in texts(library) if hedges else ():
            before = ""
            for sentence in text.sentences if any(link.scheme == "source" for link in text.links) else ():
                if _grades(library, sentence) == {"C"} and not hedged(before) and not hedged(sentence.said):
                    yield (
                        text.place(sentence.links[0]),
                        f'this rests on a source of grade C alone; say so with "{hedges[0]}", or find a better one',
                    )
                before = sentence.said


def _grades(library: Library, sentence: Sentence) -> set[str]:
    cited = (link.name for link in sentence.links if link.scheme == "source")
    return {library.sources[name].grade for name in cited if name in library.sources}
