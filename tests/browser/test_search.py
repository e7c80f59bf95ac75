"""The search dialog as readers know it: keys, results, highlight, help; over http and from a disk, in both editions."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from chromium import Watch, serve, watch
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Case:
    """What a reader of the edition types, and where it leads."""

    prefix: str
    text: str
    place: str
    word: str
    typo: str
    other: str


CASES = {
    "id": Case(
        "", "bolehkah pekerja sosial menyuntik?", "duties/home-visits/", "mengunjungi", "kunjugan rumah", "wijkteam"
    ),
    "nl": Case(
        "nl/", "mag ik mijn zwijgplicht doorbreken?", "nl/duties/home-visits/", "huisbezoeken", "huisbezeok", "posyandu"
    ),
}


@dataclass
class Reader:
    """A page of the edition, opened over http or from a disk."""

    page: Page
    base: str
    case: Case
    seen: Watch

    def go(self, place: str, extra: str = "") -> None:
        file = "index.html" if self.base.startswith("file:") and (place.endswith("/") or not place) else ""
        self.page.goto(self.base + place + file + extra)

    def search(self, text: str) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)

    def first(self):
        return self.page.locator(".tas-search .tas-result a").first


@pytest.fixture(params=["http", "disk"])
def base(request: pytest.FixtureRequest, bag_site: Path, bag_url: str) -> str:
    return bag_url if request.param == "http" else f"{bag_site.as_uri()}/"


@pytest.fixture(params=list(CASES))
def reader(request: pytest.FixtureRequest, base: str, open_page: Callable[..., Page]) -> Reader:
    page = open_page()
    return Reader(page, base, CASES[request.param], watch(page, base))


@pytest.fixture(params=list(CASES))
def online(request: pytest.FixtureRequest, bag_url: str, open_page: Callable[..., Page]) -> Reader:
    """For what does not depend on where the site lies."""
    page = open_page()
    return Reader(page, bag_url, CASES[request.param], watch(page, bag_url))


def test_keys_open_walk_follow_and_close(reader: Reader) -> None:
    page, case = reader.page, reader.case
    reader.go(case.prefix)
    page.keyboard.press("s")
    expect(page.locator(".tas-search input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".tas-search")).not_to_be_visible()
    reader.search(case.typo)
    expect(reader.first()).to_have_attribute("href", re.compile(re.escape(case.place)))
    page.keyboard.press("ArrowDown")
    expect(reader.first()).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".tas-search input")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(case.place)))
    assert reader.seen.foreign == []
    assert reader.seen.complaints == []


def test_a_key_straight_after_the_closing_opens_it_again(online: Reader) -> None:
    online.go(online.case.prefix)
    online.page.keyboard.press("s")
    expect(online.page.locator(".tas-search input")).to_be_focused()
    # in one task, so that no frame is drawn between the keys
    keys = "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))"
    online.page.evaluate(f"['Escape', '/'].forEach({keys})")
    expect(online.page.locator(".tas-search")).to_be_visible()
    expect(online.page.locator(".tas-search input")).to_be_focused()


def test_only_pages_of_the_edition_are_found_and_counted(online: Reader) -> None:
    online.go(online.case.prefix)
    online.search(online.case.text)
    online.first().wait_for()
    links = online.page.eval_on_selector_all(".tas-result a", "links => links.map(link => link.href)")
    assert links
    assert all(("/nl/" in link) == bool(online.case.prefix) for link in links)
    assert re.match(r"\d+ ", online.page.inner_text(".tas-search__status"))


def test_strong_matches_are_marked_on_the_page_and_nothing_else(reader: Reader) -> None:
    reader.go(reader.case.prefix)
    reader.search(reader.case.word)
    reader.page.locator(".tas-result a[data-best]").first.click()
    reader.page.wait_for_selector("#content mark")
    marked = {text.lower() for text in reader.page.locator("#content mark").all_inner_texts()}
    assert all(re.search("unjung|bezoek", word) for word in marked), marked


def test_an_address_with_a_question_opens_the_search(online: Reader) -> None:
    online.go(online.case.prefix, f"?q={online.case.typo}")
    online.first().wait_for()
    online.page.keyboard.press("Escape")
    online.page.wait_for_function("!location.search.includes('q=')")


def test_the_word_being_typed_is_completed_with_the_right_arrow(online: Reader) -> None:
    online.go(online.case.prefix)
    online.search(online.case.word[:6])
    online.page.wait_for_function("document.querySelector('.tas-search__suggestion').textContent")
    online.page.keyboard.press("ArrowRight")
    value = online.page.input_value(".tas-search input")
    assert value.startswith(online.case.word[:6]) and len(value) > 6


def test_nothing_found_says_what_to_try_and_the_way_to_the_other_edition(reader: Reader) -> None:
    page = reader.page
    reader.go(reader.case.prefix)
    reader.search("xqzvwk")
    expect(page.locator(".tas-search__help")).to_be_visible()
    page.fill(".tas-search input", reader.case.other)
    link = page.locator(".tas-search__elsewhere a").first
    expect(link).to_have_text(reader.case.other)
    link.click()
    page.wait_for_url(re.compile("#term-"))
    assert page.evaluate("document.querySelector(location.hash) !== null")


def test_near_words_are_one_click_away(online: Reader) -> None:
    online.go(online.case.prefix)
    online.search("xqkunj" if not online.case.prefix else "xqbezo")
    near = online.page.locator(".tas-search__near button").first
    near.click()
    online.first().wait_for()


@pytest.mark.parametrize("edition", CASES)
def test_the_link_to_a_search_can_be_shared(edition: str, bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    # the real clipboard needs a window in front, which a machine that tests has not
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.goto(bag_url + CASES[edition].prefix)
    page.keyboard.press("/")
    page.keyboard.type("a b")
    expect(page.locator(".tas-search__status")).to_contain_text(re.compile(r"\d"))  # the count of what was found
    page.click(".tas-search__share")
    expect(page.locator(".tas-search__status")).to_have_text(page.evaluate("() => tas.searchWords.copied"))
    assert page.evaluate("window.copied") == f"{bag_url}{CASES[edition].prefix}?q=a+b"


@pytest.mark.parametrize(
    ("missing", "how"),
    [
        ("search/index.id.js", "http"),
        ("search/index.id.js", "disk"),
        ("assets/search-core.*", "http"),
        ("assets/search-script-*", "disk"),
    ],
)
def test_a_missing_file_gives_a_message_and_not_a_hang(
    missing: str, how: str, bag_site: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    site = shutil.copytree(bag_site, tmp_path / "site", ignore=shutil.ignore_patterns("downloads", "*.pdf"))
    for file in site.glob(missing):
        file.unlink()
    with serve(site) as url:
        page = open_page()
        page.goto(url if how == "http" else f"{site.as_uri()}/index.html")
        page.keyboard.press("/")
        page.keyboard.type("bidan")
        words = page.get_attribute("#tas-search", "data-broken")
        expect(page.locator(".tas-search__status")).to_have_text(words or "")


def test_on_a_small_phone_nothing_is_cut_off(online: Reader) -> None:
    page = online.page
    page.set_viewport_size({"width": 360, "height": 640})
    online.go(online.case.prefix)
    page.click(".tas-search-open")
    page.keyboard.type(online.case.text)
    online.first().wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    inside = "e => { const r = e.getBoundingClientRect(); return r.left >= 0 && r.right <= 360 && r.height > 0 }"
    assert page.locator(".tas-search input").evaluate(inside)
    assert online.first().evaluate(inside)


def test_markup_in_a_question_stays_text(online: Reader) -> None:
    online.go(online.case.prefix, "?q=" + "<img src=x onerror=document.title='broken'>ibu kind&h=<img>")
    online.page.wait_for_timeout(500)
    assert online.page.title() != "broken"
    assert online.page.locator(".tas-search img").count() == 0
