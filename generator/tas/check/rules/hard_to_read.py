"""A page reads as plainly as its edition asks for: no sentence is too long, and the formula of its language stays in its budget.

mkdocs.yml sets both: `longest_sentence` (words) and `reading_score` (edition -> the hardest score a page may have). What is
counted, and by which published formula, is told in tas/check/readability.py; `./tas check --readability` lists all pages.

Passes: "You agree on a day. You say who you are."
Fails: a sentence of 21 words where `longest_sentence` is 20; a Dutch page of 64 where `reading_score` asks for 75
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.readability import SAMPLE, Reading, readings
from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "hard-to-read"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    options = bag.project.options
    for library in bag:
        budget = options.reading_score.get(library.edition.code)
        for page in readings(library):
            yield from _long_sentences(page, options.longest_sentence)
            if budget is not None and page.words >= SAMPLE and _harder(page, budget):
                yield (
                    page.document.place(()),
                    f"by {page.formula.name} this page reads at {page.score:.1f}, but {budget:g} is the hardest allowed; "
                    "use shorter words and sentences",
                )


def _long_sentences(page: Reading, most: int) -> Iterator[Finding]:
    for sentence in page.sentences:
        if sentence.words > most:
            yield (
                sentence.text.place(sentence.start),
                f"this sentence has {sentence.words} words, but at most {most} are read in one breath; make two of it",
            )


def _harder(page: Reading, budget: float) -> bool:
    return page.score < budget if page.formula.higher_is_easier else page.score > budget
