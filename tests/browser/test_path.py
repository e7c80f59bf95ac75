"""The path of a learner: what is done fills it, on this device alone; it stands without a script, without a store and from a folder; its sheet is one page."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import built
import pytest
from chromium import SCHEMES, axe_script, serve
from playwright.sync_api import Page, expect
from tas.ground.pdf import pages_of
from test_axe import TAGS

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
BLOCKED = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
AXE = """async tags => (await axe.run('main', {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})).violations
    .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}`))"""
CHECK = """at => { const item = document.querySelector('tas-quiz').items[at], {fieldset} = item, typed = fieldset.querySelector('.entry input');
  item.setUp();
  const rows = [...fieldset.querySelectorAll('.chips')];
  for (const row of rows.length ? rows : [fieldset]) { const input = row.querySelector('input[type=radio], input[type=checkbox]'); if (input) input.click(); }
  if (typed) { typed.value = '10'; typed.dispatchEvent(new Event('input', {bubbles: true})); }
  item.check(); }"""
KEEP = """count => { const quizzes = {};
  for (const link of [...document.querySelectorAll('[data-step]')].slice(0, count)) quizzes[link.dataset.step] = {mode: 'practice', round: 0, keep: false, done: {right: 2, total: 3, day: 20780}};
  localStorage.setItem('tas:progress', JSON.stringify({answers: {}, quizzes})); }"""


@pytest.fixture(scope="session")
def pages_url(bag_pages: Path) -> Iterator[str]:
    with serve(bag_pages) as base:
        yield base


def wide(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")


def axe(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
    return page.evaluate(AXE, TAGS)


def test_a_page_is_done_by_its_questions_and_the_home_page_goes_on(pages_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(pages_url + "nl/")
    expect(page.locator(".tas-go-on")).to_be_hidden()
    page.goto(pages_url + "nl/learn/")
    go = page.locator(".tas-path__go")
    expect(go).to_contain_text("Begin hier")
    go.click()
    page.locator("[data-do=load]").click()
    page.wait_for_selector("tas-quiz.is-ready")
    items = page.locator("tas-quiz [data-part=item]").count()
    for at in range(items):
        page.evaluate(CHECK, at)
        kept = json.loads(page.evaluate("localStorage.getItem('tas:progress')"))
        assert ("check:role/index" in kept["quizzes"]) == (at == items - 1), "done with the last of them"
    page.goto(pages_url + "nl/")
    expect(page.locator(".tas-go-on")).to_contain_text("minuten")
    page.locator(".tas-go-on a").click()
    assert page.url.endswith("role/a-working-day/")
    page.goto(pages_url + "learn/")  # the other edition shares it
    expect(page.locator(".tas-station__state").first).to_have_text("1 dari 5 selesai")
    assert page.locator("[data-step='check:role/index'] i svg").count() == 1
    # answered elsewhere: in the quiz that they come from
    items = page.locator("[data-step='check:role/settings']").get_attribute("data-items").split()
    page.evaluate(
        "items => { const kept = JSON.parse(localStorage.getItem('tas:progress')); for (const one of items) kept.answers[one] = {response: ['a'], checked: true}; localStorage.setItem('tas:progress', JSON.stringify(kept)); }",
        items,
    )
    page.reload()
    expect(page.locator(".tas-station__state").first).to_have_text("2 dari 5 selesai")


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_every_state_is_accessible_and_the_sheet_is_one_page(
    prefix: str, pages_url: str, open_page: Open, tmp_path: Path
) -> None:
    page = open_page("phone")
    page.add_init_script("window.print = () => { window.printed = document.documentElement.dataset.print; }")
    page.goto(pages_url + prefix + "learn/")
    steps = page.locator("[data-step]").count()
    found = []
    for count in (0, 7, steps):
        page.evaluate(KEEP, count)
        page.reload()
        assert page.locator("[data-step] i svg").count() == count
        assert page.locator("[aria-current=step]").count() == (count < steps)
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 740})
            assert wide(page) <= width
            for scheme in SCHEMES if width != 320 else ():
                page.emulate_media(color_scheme=scheme)
                found += [f"{count}, {width}, {scheme}: {line}" for line in axe(page)]
    assert found == []
    go = page.locator(".tas-path__go")
    assert go.get_attribute("href") == "#learning-sheet"
    page.keyboard.press("Tab")
    page.locator("[data-do=sheet]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == "sheet"
    page.emulate_media(media="print")
    expect(page.locator(".tas-stations")).to_be_hidden()
    rows = page.locator(".tas-sheet tbody tr").all_inner_texts()
    assert len(rows) == 6 and all("2" in row and "2026" in row for row in rows)
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


def test_it_stands_without_a_script_a_store_or_a_server(pages_url: str, bag_pages: Path, open_page: Open) -> None:
    bare = open_page("phone", java_script_enabled=False)
    bare.goto(pages_url + "nl/learn/")
    expect(bare.locator("noscript p")).to_contain_text("Met JavaScript")
    expect(bare.locator(".tas-sheet__paper table")).to_be_visible()
    expect(bare.locator("[data-do=sheet]")).to_be_hidden()
    expect(bare.locator("[data-step]").last).to_be_visible()
    for script in (BLOCKED, FULL):
        page = open_page("phone")
        errors: list[str] = []
        page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
        page.add_init_script(script)
        page.goto(pages_url + "nl/learn/")
        expect(page.locator(".tas-path__go")).to_contain_text("Begin hier")
        page.goto(pages_url + "nl/")
        assert errors == []
    old = open_page("phone")
    old.goto(pages_url + "nl/learn/")
    for kept in ("[]", "no JSON", '{"answers": [1], "quizzes": {"check:role/index": {"done": 7}}}'):
        old.evaluate("kept => localStorage.setItem('tas:progress', kept)", kept)
        old.reload()
        expect(old.locator(".tas-path__go")).to_contain_text("Begin hier")
    disk = open_page("phone")
    disk.goto(f"file://{bag_pages}/nl/learn/index.html")
    disk.evaluate(KEEP, 3)
    disk.reload()
    expect(disk.locator(".tas-station__state").first).to_have_text("3 van 5 klaar")
    page = built.Page(bag_pages, bag_pages / "nl/learn/index.html")
    ours = [
        bag_pages / "assets" / address.rpartition("/")[2]
        for address in page.loads()
        if "/learn." in address and address.endswith(".js")
    ]
    assert len(ours) == 1 and sum(len(gzip.compress(file.read_bytes())) for file in ours) < 10_000
