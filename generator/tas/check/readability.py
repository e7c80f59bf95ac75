"""How plain a page reads: the length of its sentences and words, and a published formula for its language (languages/).

Passive sentences are not counted: without a parser that would be a guess. No formula knows whether a text is clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tas.check.text import SENTENCE_END, Text
from tas.check.texts import texts
from tas.languages import language
from tas.languages.reading import Formula
from tas.read.document import Document
from tas.read.library import Library

SAMPLE = 100
"""Fewer words than this say nothing by a formula: Flesch took samples of a hundred."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Sentence:
    """Where it stands in its text, and how many words it has."""

    text: Text
    start: int
    words: int


@dataclass
class Reading:
    """What was counted on one page."""

    slug: str
    document: Document
    formula: Formula
    sentences: list[Sentence] = field(default_factory=list)
    words: int = 0
    long_words: int = 0
    syllables: int = 0

    @property
    def sentence_length(self) -> float:
        return self.words / len(self.sentences)

    @property
    def longest(self) -> int:
        return max(sentence.words for sentence in self.sentences)

    @property
    def long_share(self) -> float:
        """Words of more than six letters in a hundred."""
        return 100 * self.long_words / self.words

    @property
    def score(self) -> float:
        return self.formula.score(self)


def formula_of(library: Library) -> Formula:
    return language(library.edition.code).formula


def readings(library: Library) -> Iterator[Reading]:
    """Every page that has sentences, in the order of the files."""
    formula = formula_of(library)
    pages = {
        id(library.documents["docs", slug]): Reading(slug, library.documents["docs", slug], formula)
        for slug in library.pages
    }
    for text in texts(library):
        page = pages.get(id(text.document))
        if page and text.path != ("title",) and not text.is_heading:
            _count(page, text)
    yield from (page for page in pages.values() if page.sentences)


def _count(page: Reading, text: Text) -> None:
    start = 0
    for end in [*(match.end() for match in SENTENCE_END.finditer(text.string)), len(text.string)]:
        words = WORD.findall(text.string[start:end])
        if words:
            page.sentences.append(Sentence(text, start + _blank(text.string, start), len(words)))
            page.words += len(words)
            page.long_words += sum(len(word) > 6 for word in words)
            if page.formula.syllables:
                page.syllables += len(page.formula.syllables.findall(" ".join(words).lower()))
        start = end


def _blank(string: str, start: int) -> int:
    """How many blanks stand before the sentence."""
    return len(string[start:]) - len(string[start:].lstrip())


def report(library: Library) -> Iterator[str]:
    """The table of `./tas check --readability`: a line a page, the hardest first; short pages come last, without a score."""
    measured = list(readings(library))
    long_enough = [page for page in measured if page.words >= SAMPLE]
    long_enough.sort(key=lambda page: (page.score if page.formula.higher_is_easier else -page.score, page.slug))
    formula = formula_of(library)
    easier = "higher" if formula.higher_is_easier else "lower"
    yield f"{library.edition.code}: {formula.name} ({easier} is easier), words a sentence, longest sentence, long words"
    for page in [*long_enough, *sorted((page for page in measured if page.words < SAMPLE), key=lambda page: page.slug)]:
        score = f"{page.score:6.1f}" if page.words >= SAMPLE else "     –"
        yield f"{score} {page.sentence_length:6.1f} {page.longest:4d} {page.long_share:4.0f}%  {page.slug}"
