"""Cards with five boxes: twelve a day, by key and by finger; what was wrong in a quiz comes back; eight on a sheet, the backs behind their fronts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import built
import pytest
from chromium import SCHEMES, serve
from playwright.sync_api import Page, expect
from tas.ground.pdf import pages_of
from test_path import BLOCKED, FULL, axe, wide

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
DAYS = "days => { const real = Date.now.bind(Date); Date.now = () => real() + days * 86400000; }"


@pytest.fixture(scope="session")
def pages_url(bag_pages: Path) -> Iterator[str]:
    with serve(bag_pages) as base:
        yield base


def deck(page: Page, address: str, days: int = 0) -> None:
    page.add_init_script(f"({DAYS})({days})")
    page.goto(address)
    page.wait_for_selector("tas-cards:not([hidden])")


def boxes(page: Page) -> list[int]:
    return [int(one) for one in page.locator(".tas-deck__boxes b").all_inner_texts()]


def test_a_card_moves_on_and_comes_back(pages_url: str, open_page: Open) -> None:
    page, found = open_page("phone"), []
    deck(page, pages_url + "nl/learn/cards/")
    found += axe(page)
    page.locator("button.tas-card-face").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tas-card-back")).to_be_focused()
    found += axe(page)
    page.keyboard.press("1")  # not yet: in the first box, and again today
    assert boxes(page) == [1, 0, 0, 0, 0]
    for _ in range(6):
        page.locator("button.tas-card-face").click()
        page.keyboard.press("ArrowRight")
    assert boxes(page) == [5, 1, 0, 0, 0], "what came again is known now and one box on"
    expect(page.locator(".is-end h2")).to_be_focused()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 740})
            assert wide(page) <= width
            found += axe(page)
    assert found == []
    page.reload()
    page.wait_for_selector("tas-cards:not([hidden])")
    for _ in range(6):
        page.locator("button.tas-card-face").click()
        page.locator(".is-yes").click()
    page.reload()
    expect(page.locator(".is-end")).to_be_visible()  # twelve are enough for a day
    page.locator(".is-end button").click()
    expect(page.locator("button.tas-card-face")).to_be_visible()
    tomorrow = page.context.new_page()
    deck(tomorrow, pages_url + "learn/cards/", 1)  # the other edition shares them
    expect(tomorrow.locator(".tas-deck__left")).to_contain_text("12")
    assert sum(boxes(tomorrow)) >= 10


def test_what_was_wrong_in_a_quiz_comes_back_and_goes_along(pages_url: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page("phone", accept_downloads=True)
    for place, secret in (("nl/quizzes/myth-or-fact/", False), ("nl/quizzes/violence-and-reporting/", True)):
        page.goto(pages_url + place)
        page.wait_for_selector("tas-quiz.is-ready")
        page.evaluate(
            """() => { const item = document.querySelector('tas-quiz').items.find(({scoring}) => scoring.kind === 'choice' && scoring.key.length === 1); item.setUp();
            [...item.fieldset.querySelectorAll('.option input')].find(({value}) => !item.scoring.key.includes(value)).click(); item.check(); }"""
        )
        page.wait_for_load_state("networkidle")  # the script that keeps cards comes with the first wrong answer
        page.wait_for_function("localStorage.getItem('tas:cards')")
        kept = json.loads(page.evaluate("localStorage.getItem('tas:cards')"))
        assert len(kept["asked"]) == 1, "nothing of a quiz about violence" if secret else ""
    name, card = next(iter(kept["asked"].items()))
    assert name.startswith("item:") and card["front"] and card["back"] and kept["boxes"][name][0] == 2
    later = page.context.new_page()
    deck(later, pages_url + "nl/learn/cards/", 3)
    expect(later.locator("button.tas-card-face > b")).to_have_text(card["front"])
    page.goto(pages_url + "nl/quizzes/")
    with page.expect_download() as waiting:
        page.locator("tas-data [data-do=export]").click()
    waiting.value.save_as(tmp_path / "mine.json")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.locator("tas-data [type=file]").set_input_files(tmp_path / "mine.json")
    page.wait_for_function("localStorage.getItem('tas:cards')")
    assert json.loads(page.evaluate("localStorage.getItem('tas:cards')"))["asked"] == kept["asked"]


def test_the_script_of_cards_is_fetched_once_and_the_path_tells_how_many_wait(pages_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(pages_url + "nl/quizzes/myth-or-fact/")
    page.wait_for_selector("tas-quiz.is-ready")
    page.evaluate(
        """() => { for (const item of document.querySelector('tas-quiz').items.filter(({scoring}) => scoring.kind === 'choice' && scoring.key.length === 1).slice(0, 3)) { item.setUp();
        [...item.fieldset.querySelectorAll('.option input')].find(({value}) => !item.scoring.key.includes(value)).click(); item.check(); } }"""
    )
    page.wait_for_function(
        "Object.keys(JSON.parse(localStorage.getItem('tas:cards') || '{}').asked || {}).length === 3"
    )
    assert page.locator("head script[src*='/code.']").count() == 1
    page.evaluate(f"({DAYS})(3)")
    page.add_init_script(f"({DAYS})(3)")
    page.goto(pages_url + "nl/learn/")
    waiting = page.locator(".tas-path__cards span")
    expect(waiting).to_contain_text("3")
    page.evaluate("localStorage.removeItem('tas:cards'); dispatchEvent(new Event('pageshow'))")
    expect(waiting).to_have_text("")


def test_eight_lie_on_a_sheet_and_their_backs_behind_them(pages_url: str, open_page: Open) -> None:
    page = open_page("laptop")
    page.add_init_script("window.print = () => { window.printed = document.documentElement.dataset.print; }")
    deck(page, pages_url + "learn/cards/")
    page.locator(".tas-deck__kinds input[value=sign]").check()
    page.locator("tas-cards [data-do=print]").click()
    assert page.evaluate("window.printed") == "cards"
    sheets = page.locator(".tas-deck__paper > div")
    page.emulate_media(media="print")
    assert pages_of(page.pdf(prefer_css_page_size=True)) == sheets.count() == 10
    own = page.evaluate("document.querySelector('tas-cards').own.filter(({kind}) => kind === 'sign').slice(0, 8)")
    fronts, backs = (
        [side.inner_text() for side in sheets.nth(at).locator(":scope > div > span").all()] for at in (0, 1)
    )
    assert fronts == [card["front"] for card in own]
    assert backs == [own[place ^ 1]["back"] for place in range(8)], (
        "mirrored: flipped over the long side they fall behind their fronts"
    )


def test_cards_stand_without_a_store_a_script_or_a_server(pages_url: str, bag_pages: Path, open_page: Open) -> None:
    for script in (BLOCKED, FULL):
        page = open_page("phone")
        page.add_init_script(script)
        deck(page, pages_url + "learn/cards/")
        page.locator("button.tas-card-face").click()
        page.locator(".is-yes").click()
        expect(page.locator("tas-cards > [role=status]")).to_contain_text("tidak menyimpan apa pun")
        assert boxes(page)[0] == 1
    old = open_page("phone")
    for kept in (
        "[]",
        "no JSON",
        '{"boxes": {"word:x": [9, 1], "word:y": 3}, "asked": {"a": {"front": 1}}, "done": "x"}',
    ):
        deck(old, pages_url + "learn/cards/")
        old.evaluate("kept => localStorage.setItem('tas:cards', kept)", kept)
        deck(old, pages_url + "learn/cards/")
        assert boxes(old) == [0] * 5
    disk = open_page("phone")
    deck(disk, f"file://{bag_pages}/learn/cards/index.html")
    expect(disk.locator(".tas-deck__left")).to_contain_text("6")
    bare = open_page("phone", java_script_enabled=False)
    bare.goto(pages_url + "learn/cards/")
    expect(bare.locator("noscript p")).to_contain_text("kartu kertas")
    expect(bare.locator("article a[href$='trainers/']").first).to_be_visible()
    site = built.Page(bag_pages, bag_pages / "learn/cards/index.html")
    ours = [bag_pages / "assets" / address.rpartition("/")[2] for address in site.loads() if "/cards." in address]
    assert ours and sum(len(gzip.compress(file.read_bytes())) for file in ours) < 10_000
