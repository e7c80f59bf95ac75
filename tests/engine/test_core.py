"""The search core by itself, on indexes of a few lines: matching, ranking, help, and what it must not know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from search_kit import Core, core, scripts
from tas.ground.places import ASSETS
from tas.problems import ERROR, Problem
from tas.render.asset_files import SEARCH_CORE
from tas.search.pack import DIGITS, FAR, ONE, fold, pack, steps, tied, words
from tas.search.pack import numbers as unsteps

PAGES = {
    "visits/": [
        ("", "Huisbezoek", "Hoe je een huisbezoek voorbereidt."),
        ("door", "Aan de deur", "Noem je naam en vraag of het uitkomt."),
    ],
    "nurse/": [
        ("", "De verpleegkundige", "Zij verzorgt mensen. Vertrouwen telt. Zij doet bezoeken."),
        ("prik", "Vaccinatie", "Wie geeft de vaccinatie?"),
    ],
    "money/": [("", "Geld en schulden", "Hulp bij schulden en formulieren van de gemeente.")],
}


def index(pages: dict[str, list[tuple[str, str, str]]] = PAGES, **more: Any) -> dict[str, Any]:
    stopwords = more.pop("stopwords", ["de", "het", "een", "wie", "je", "aan"])
    known, packed = pack(list(pages.values()), stopwords)
    parts = [[location, 1, "", parts] for location, parts in zip(pages, packed, strict=True)]
    return {"words": known, "pages": parts, "stopwords": stopwords, "synonyms": [], "elsewhere": [], **more}


@pytest.fixture(scope="module")
def dutch() -> Iterator[Core]:
    groups = [["vaccinatie", "prik"], ["maatschappelijk werk", "hulp bij schulden"]]
    elsewhere = [
        ["id", "glossary/#term-posyandu", "posyandu", "pos pelayanan terpadu"],
        ["id", "glossary/#x", "gemeente"],
    ]
    with core(index(synonyms=groups, elsewhere=elsewhere), "nl") as started:
        yield started


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("huisbezoek", "visits/"),
        ("HUISBEZOEK", "visits/"),
        ("huisbezoeken", "visits/"),
        ("huisbezeok", "visits/"),
        ("hiusbezoek", "visits/"),
        ("huis bezoek", "visits/"),
        ("bezoek aan huis", "visits/"),
        ("huisb", "visits/"),
        ("formulieren gemeente", "money/"),
        ("geldschulden", "money/"),
        ("prik", "nurse/"),
        ("maatschappelijk werk", "money/"),
        ("vaccinatei", "nurse/"),
        ("wie geeft de vaccinatie?", "nurse/"),
    ],
)
def test_a_reader_finds_it_in_other_words(text: str, location: str, dutch: Core) -> None:
    assert dutch.pages(text)[0] == location


def test_a_question_of_stop_words_still_asks(dutch: Core) -> None:
    assert dutch.pages("aan de")


def test_a_result_points_at_its_section_and_marks_what_was_meant(dutch: Core) -> None:
    (page, *_) = dutch.ask("vaccinaties")["pages"]
    assert page["sections"][0]["anchor"] == "prik"
    assert page["sections"][0]["words"] == ["vaccinatie"]
    assert ["vaccinatie", True] in page["sections"][0]["text"]


def test_only_strong_matches_are_marked(dutch: Core) -> None:
    (page, *_) = dutch.ask("verpleegkundige")["pages"]
    assert page["sections"][0]["words"] == ["verpleegkundige"]


def test_a_page_says_which_words_it_lacks(dutch: Core) -> None:
    assert dutch.ask("schulden xylofoon")["pages"][0]["missing"] == ["xylofoon"]


def test_nothing_found_offers_words_of_the_site(dutch: Core) -> None:
    result = dutch.ask("formuleblad")
    assert result["pages"] == []
    assert "formulieren" in result["near"]


def test_a_term_that_another_edition_explains_is_pointed_out(dutch: Core) -> None:
    result = dutch.ask("wat is een posyandu?")
    assert result["elsewhere"] == [{"edition": "id", "location": "glossary/#term-posyandu", "phrase": "posyandu"}]
    assert dutch.ask("gemeente")["elsewhere"] == [], "this edition has the word itself"


def test_the_word_being_typed_is_completed(dutch: Core) -> None:
    assert dutch.ask("formul")["completion"] == "ieren"
    assert dutch.ask("formul ")["completion"] == ""


@pytest.mark.parametrize(
    "text", ["", " ", "???", "a", "__proto__", "constructor", "<b>x</b>", "\\", "é" * 200, "x " * 100, "\ud800"]
)
def test_whatever_is_typed_is_answered(text: str, dutch: Core) -> None:
    assert isinstance(dutch.ask(text)["pages"], list)


def test_a_question_that_was_written_for_a_page_leads_there_first() -> None:
    data = index(stopwords=["hoe", "de", "wie", "dan"])
    data["pages"][2].append(["Wie verzorgt mensen?"])
    with core(data, "nl") as engine:
        assert engine.pages("wie verzorgt dan mensen")[0] == "money/"
        assert engine.pages("verzorgt mensen")[0] == "nurse/"
        assert engine.pages("wie verzorgt mensen met bezoeken")[0] == "nurse/"


def test_a_language_without_a_stemmer_still_searches() -> None:
    pages = {
        "kunjungan/": [("", "Ziara ya nyumbani", "Jinsi ya kutembelea familia.")],
        "afya/": [("", "Afya ya mama", "Chanjo na lishe.")],
    }
    with core(index(pages, stopwords=[])) as engine:
        assert engine.pages("ziara") == ["kunjungan/"]
        assert engine.pages("kutembela")[0] == "kunjungan/"
        assert engine.pages("kutembeleana")[0] == "kunjungan/"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hij slaat me", "Geslagen?"),
        ("Geweld?", "Geslagen?"),
        ("  het   GÉWELD ", "Geslagen?"),
        ("113", "Dood?"),
        ("geweld melden", None),
        ("wie belt 113", None),
        ("gewelddadig", None),
        ("de het een", None),
        ("", None),
    ],
)
def test_a_word_of_ordinary_questions_is_distress_only_alone(text: str, topic: str | None) -> None:
    more = {"call": [], "location": "visits/", "anchor": "", "foot": "", "sensitive": True}
    topics = [
        {"title": "Dood?", "words": ["wil niet meer leven"], "alone": ["113"], **more},
        {"title": "Geslagen?", "words": ["slaat me"], "alone": ["geweld"], **more},
    ]
    with core(index(distress={"contacts": {}, "topics": topics})) as engine:
        assert (engine.ask(text)["pinned"] or {}).get("title") == topic


@pytest.mark.parametrize(
    "word",
    ["DOM", "document", "window", "navigator", "importScripts", "postMessage", "location.", "fetch", "localStorage"],
)
def test_the_core_knows_neither_page_nor_worker_nor_theme(word: str) -> None:
    for part in SEARCH_CORE:
        lines = (ASSETS / f"js/search/{part}.js").read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if word in line and not line.strip().startswith("//")] == []


def test_both_sides_read_words_alike() -> None:
    text = "MP-ASI, cliënt’s huis-aan-huis 6–48 jam; Langkah-langkah! POH‑GGZ ĳs Ünïcode 1.255 mw'er snake_case"
    with scripts() as context:
        assert json.loads(context.eval(f"JSON.stringify(tas.search.words({json.dumps(text)}))")) == words(text)
        assert json.loads(context.eval(f"JSON.stringify(tas.search.tied({json.dumps(text)}))")) == tied(fold(text))
        assert context.eval(f"tas.search.fold({json.dumps(text)})") == fold(text)


def test_what_is_packed_is_unpacked() -> None:
    numbers = [0, 1, ONE + 1, 2 * ONE + 2, 2 * ONE + len(DIGITS) + 3, FAR, FAR + 1, 2 * FAR + 1, 3 * FAR - 1]
    with scripts() as context:
        unpacked = context.eval(f"JSON.stringify(tas.search.unpack({json.dumps(steps(numbers))}))")
    assert json.loads(unpacked) == numbers == unsteps(steps(numbers))


def test_a_long_name_leaves_room_for_the_repair() -> None:
    long = "w" * 400
    problem = Problem("a.md", 1, 1, ERROR, f'there is no page "{long}" in "{long}"; check the path', "dead-link")
    assert problem.message.endswith('…"; check the path') and len(problem.message) <= 300
    short = Problem("a.md", 1, 1, ERROR, f'there is no page "{long[:70]}"; check the path', "dead-link")
    assert long[:70] in short.message
