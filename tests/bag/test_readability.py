"""What is counted is what a reader reads, and the formulas give what their authors' sums give."""

from __future__ import annotations

import pytest
from kit import ROOT, whole_bag
from tas.__main__ import main
from tas.check.readability import Reading, readings
from tas.languages.dutch import FLESCH_DOUMA, VOWELS
from tas.languages.reading import LIX
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project


@pytest.fixture(scope="module")
def bag() -> Bag:
    return whole_bag()


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("kind", 1), ("moeder", 2), ("huisbezoek", 3), ("ruzie", 2), ("geïnteresseerd", 5), ("mooie", 2),
        ("maatschappelijk", 4), ("baby", 2), ("zuigeling", 3), ("café", 2), ("leeuw", 1), ("beïnvloeden", 4),
    ],
)  # fmt: skip
def test_dutch_syllables(word: str, syllables: int) -> None:
    assert len(VOWELS.findall(word)) == syllables


def reading(tiny, edit, text: str, edition: str) -> Reading:
    edit(f"docs/{edition}/duties/visit.md", "At home you see how people live.", text)
    found = readings(read_bag(read_project(tiny)).libraries[edition])
    return next(page for page in found if page.slug == "duties/visit")


def test_links_marks_and_citations_are_no_words(tiny, edit) -> None:
    plain = reading(tiny, edit, "Zij belt de vrouw.", "nl")
    edit("docs/nl/duties/visit.md", "Zij belt de vrouw.", "**Zij belt** [de vrouw](../role/index.md).[](source:law)")
    marked = next(
        page for page in readings(read_bag(read_project(tiny)).libraries["nl"]) if page.slug == "duties/visit"
    )
    assert (marked.words, marked.syllables) == (plain.words, plain.syllables)
    assert len(marked.sentences) == len(plain.sentences)


def test_a_sentence_ends_at_its_point_and_not_at_a_number(tiny, edit) -> None:
    before = reading(tiny, edit, "Een zin.", "nl")
    edit("docs/nl/duties/visit.md", "Een zin.", 'Om 8.30 uur is het 1.255 keer "klaar." Echt waar? Ja!')
    after = next(page for page in readings(read_bag(read_project(tiny)).libraries["nl"]) if page.slug == "duties/visit")
    assert len(after.sentences) == len(before.sentences) + 2


def test_the_formulas_are_the_published_ones() -> None:
    page = Reading("x", None, LIX, [None] * 10, words=100, long_words=30, syllables=150)  # type: ignore[list-item, arg-type]
    assert LIX.score(page) == 10 + 30
    assert FLESCH_DOUMA.score(page) == pytest.approx(206.835 - 0.93 * 10 - 77 * 1.5)


def test_each_language_has_its_formula(bag: Bag) -> None:
    formulas = {library.edition.code: next(readings(library)).formula.name for library in bag}
    assert formulas == {"id": "LIX", "nl": "Flesch-Douma"}


@pytest.mark.slow
def test_the_report_lists_every_page_hardest_first(capsys, monkeypatch, bag: Bag) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--readability"]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("nl: Flesch-Douma"))
    rows = [line.split() for line in lines[start + 1 :]]
    assert {row[-1] for row in rows} == set(bag.libraries["nl"].pages)
    scores = [float(row[0]) for row in rows if row[0] != "–"]
    assert len(scores) > 50 and scores == sorted(scores)
