"""What readers type is found: the query sets over the built bag, edition by edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from scores import Score, measure
from search_kit import Core, Query, built_index, core, queries

PREFIX = {"id": "", "nl": "nl/"}
KINDS = {
    "basic",
    "compound",
    "typo",
    "abbreviation",
    "synonym",
    "question",
    "multi-word",
    "none",
    "own-words",
    "distress",
}
FORMS = {"id": "affix", "nl": "inflection"}


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=list(PREFIX))
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def engine(edition: str, bag_pages: Path) -> Iterator[Core]:
    with core(built_index(bag_pages, edition), edition) as started:
        yield started


@pytest.fixture(scope="module")
def measured(edition: str, engine: Core) -> dict[str, Score]:
    return scores(queries(edition), edition, engine)


def scores(asked: list[Query], edition: str, engine: Core) -> dict[str, Score]:
    """The page beside the numbers in distress comes first; one that says which words of the question it lacks does not pretend to answer."""
    found = dict(zip(asked, engine.ask_all([query.text for query in asked]), strict=True))

    def answer(query: Query) -> list[str]:
        pinned = found[query]["pinned"]
        pages = [page["location"] for page in found[query]["pages"] if query.pages or not page["missing"]]
        return [pinned["location"].partition("#")[0], *pages] if pinned else pages

    return measure(asked, answer, PREFIX[edition])


def test_readers_find_what_they_ask_for(measured: dict[str, Score]) -> None:
    assert measured["all"].recall >= 0.95
    assert measured["all"].mrr >= 0.90
    assert measured["all"].zero <= 0.01


def test_no_kind_of_query_is_left_behind(measured: dict[str, Score]) -> None:
    assert {kind: round(score.recall, 3) for kind, score in measured.items() if score.recall < 0.85} == {}


def test_questions_of_somebody_who_never_saw_the_lists_are_answered(edition: str, engine: Core) -> None:
    fresh = queries(edition, ("-fresh",))
    measured = scores(fresh, edition, engine)
    assert len(fresh) > 300
    assert measured["fresh"].recall >= 0.92
    assert measured["fresh"].mrr >= 0.80


ALONE = {
    "id": "Bunuh diri; bundir; KDRT; kekerasan; kekerasan seksual; nomor darurat; berapa nomor darurat?; 110; 112; 119; ambulans; tolong; IGD",
    "nl": "zelfmoord; Zelfmoord?; suïcide; suicide; zelfdoding; noodnummer; het alarmnummer; 112; 113; geweld; huiselijk geweld; mishandeling; help",
}
"""Typed with nothing else they ask for a number."""
ORDINARY = {
    "id": "berbicara tentang bunuh diri; batas rahasia kekerasan seksual; kartu KDRT; imunisasi; isi tas darurat",
    "nl": "hoe praat ik over zelfmoord; geweld melden; hulp bij schulden; meldcode; wanneer bel je 112 voor een baby",
}


def test_a_word_of_need_alone_brings_numbers_first(edition: str, engine: Core) -> None:
    def numbers(text: str) -> list[str]:
        pinned = engine.ask(text)["pinned"]
        return [contact["number"] for contact in pinned["call"] if contact["number"]] if pinned else []

    assert [text for text in ALONE[edition].split("; ") if not numbers(text)] == []
    assert [text for text in ORDINARY[edition].split("; ") if numbers(text)] == []
    assert [contact for contact in engine.ask("112")["pinned"]["call"] if contact["name"] == contact["number"]] == []


MIRROR = {
    "id": "apakah saya cocok; Apakah aku cocok?; apakah pekerjaan ini cocok untuk saya; cocokkah saya; cermin",
    "nl": "past dit werk bij mij; Past dit werk wel bij mij?; past dit bij mij; is dit werk iets voor mij; ben ik geschikt; spiegel",
}


def test_who_asks_whether_the_work_suits_them_is_led_to_the_mirror(edition: str, engine: Core) -> None:
    texts = MIRROR[edition].split("; ")
    assert {engine.pages(text)[0] for text in texts} == {f"{PREFIX[edition]}quizzes/fit/"}


def test_nothing_of_another_edition_is_found_while_typing(edition: str, engine: Core) -> None:
    texts = [text for query in queries(edition) for text in (query.text, query.text[:3])]
    found = engine.locations(texts)
    assert found
    assert {location for location in found if location.startswith("nl/") != (edition == "nl")} == set()


def test_the_set_is_large_and_has_every_kind(edition: str) -> None:
    asked = queries(edition)
    counts = Counter(query.kind for query in asked)
    assert len(asked) >= 150
    assert set(counts) == {*KINDS, FORMS[edition]}
    assert len({query.text for query in asked}) == len(asked)


def test_every_expected_page_exists(edition: str, bag_pages: Path) -> None:
    slugs = {slug for query in queries(edition, ("", "-own-words", "-fresh")) for slug in query.pages}
    places = {slug: bag_pages / PREFIX[edition] / slug.removesuffix("index") / "index.html" for slug in slugs}
    assert [slug for slug, place in places.items() if not place.is_file()] == []
