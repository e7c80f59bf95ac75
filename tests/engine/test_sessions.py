"""Training sessions in a tiny bag: how they are read, what a card shows to whom, and that a bag without any shows nothing of them."""

from __future__ import annotations

from pathlib import Path

import overlay
import pytest
from built import Page
from kit import build_at, with_session
from lxml import html as lxml_html
from search_kit import built_index, core
from tas.paper.sessions import CARD_TOO_LONG, SESSION_PAPERS
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.render.environment import Renderer

FILE = "training/id/evening.yml"
SECRET = "The letters are under the mattress."


@pytest.fixture
def bag(tiny: Path) -> Path:
    return with_session(tiny)


def test_a_session_reads_clean(bag: Path) -> None:
    assert overlay.problems(bag) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes: 40", "minutes: 35", f'{FILE}:4:1: error: the steps take 55 minutes, but the session has 60; give a step 5 more, or change minutes (session-plan)'),
        ("minutes: 40", "minutes: 45", f'{FILE}:4:1: error: the steps take 65 minutes, but the session has 60; take 5 off a step, or change minutes (session-plan)'),
        ("guide: first", "guide: fist", f'{FILE}:22:6: error: there is no guide "fist" in this edition; did you mean "first"? (unknown-name)'),
        ("observation: first", "observation: fist", f'{FILE}:23:6: error: there is no guide "fist" in this edition; did you mean "first"? (unknown-name)'),
        ("quiz: small", "quiz: smal", f'{FILE}:24:6: error: there is no quiz "smal" in this edition; did you mean "small"? (unknown-name)'),
        ("flashcards: newborn", "flashcards: newborns", f'{FILE}:25:6: error: there is no group of danger signs "newborns" in this edition; did you mean "newborn"? (unknown-name)'),
        ("quiz: small,", "quiz: small, guide: first,", f"{FILE}:24:5: error: an entry under print names one paper; write one of guide, observation, family_sheet, quiz, flashcards, and an entry for each other (wrong-value)"),
        ("- duties/visit", "- duties/visits", f'{FILE}:67:5: error: there is no page "duties/visits" in this edition; did you mean "duties/visit"? (dead-link)'),
        ("sources: [law]", "sources: [lwa]\nstations: [begin]", f'{FILE}:68:11: error: there is no source "lwa" in this edition; did you mean "law"? (unknown-name)'),
        ("sources: [law]", "stations: [begin]", f'{FILE}:68:12: error: there is no station "begin" in this edition; add it to path.yml (unknown-name)'),
        ("- You rang yesterday.", f"- {SECRET}", f"{FILE}:52:13: error: the secret of Bea stands where others read it too; say it on this card alone (session-plan)"),
        ("    - Ann comes to the house of Bea.", f"    - Ann comes. {SECRET}", f"{FILE}:52:13: error: the secret of Bea stands where others read it too; say it on this card alone (session-plan)"),
        ("    - id: mother", "    - id: worker", f'{FILE}:44:7: error: the id "worker" is given twice; each id stands for one thing (duplicate-id)'),
        ("      who: a mother\n", "      who: a mother\n      picture: mother-sad\n", f'{FILE}:47:7: error: the pictogram "mother-sad" has no alt text in this edition; add it to pictograms.yml (unknown-name)'),
        ("stop: Hand up. Everybody stops.", "", f'{FILE}:31:1: error: the field "stop" is missing; add it (missing-field)'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(bag: Path, old: str, new: str, said: str) -> None:
    overlay.apply(bag, {"edit": {FILE: {"from": old, "to": new}}})
    assert said in overlay.problems(bag)


def test_a_session_without_its_counterpart_or_its_page_is_told(bag: Path) -> None:
    (bag / "training/nl/evening.yml").unlink()
    (bag / "docs/id/training/evening.md").unlink()
    said = "\n".join(overlay.problems(bag))
    assert "no counterpart of this file; write training/nl/evening.yml" in said
    assert "no page shows this session; write docs/id/training/evening.md with session: evening" in said


def test_each_card_is_shut_and_holds_its_own_secret_alone(bag: Path) -> None:
    site = build_at(bag, papers=False)
    page = lxml_html.fromstring((site / "training/evening/index.html").read_bytes())
    cards = page.xpath("//details[@class='tas-role']")
    assert [card.get("open") for card in cards] == [None] * 3
    assert [SECRET in card.text_content() for card in cards] == [False, True, False]
    for card in cards:
        card.drop_tree()
    assert SECRET not in page.text_content()
    assert page.xpath("//a[@href='../../visits/first/']") and page.xpath("//a[@href='../../quizzes/small/']")
    times = page.xpath("//table[@class='session-course']//th[@scope='row']/text()")
    assert times == ["0–10", "10–50", "50–60"]
    assert Page(site, site / "trainers/index.html").tree.xpath(
        "//li[contains(@class, 'tas-card')]//a[contains(@href, 'training/evening')]"
    )
    with core(built_index(site, "id"), "id") as search:
        assert search.pages("mattress") == [] and "training/evening/" in search.pages("evening")


def test_no_page_of_a_printed_card_tells_the_secret_of_another(bag: Path) -> None:
    library = read_bag(read_project(bag)).libraries["id"]
    job = SESSION_PAPERS[1].job(library, Renderer(library.edition), "evening", "")
    sheets = lxml_html.fromstring(job.html).xpath(
        "//section[contains(@class, 'session-card') or contains(@class, 'session-back')]"
    )
    assert [SECRET in sheet.text_content() for sheet in sheets] == [False, False, True, False, False, False]
    assert job.most == len(sheets) == 6 and job.too_long == CARD_TOO_LONG


def test_a_bag_without_sessions_shows_nothing_of_them(bag: Path) -> None:
    overlay.apply(
        bag,
        {
            "delete": ["training", "docs/id/training", "docs/nl/training"],
            "edit": {"mkdocs.yml": {"from": "  - training/evening.md\n", "to": ""}},
        },
    )
    assert overlay.problems(bag) == []
    page = (build_at(bag, papers=False) / "trainers/index.html").read_text(encoding="utf-8")
    assert 'id="sessions"' not in page
