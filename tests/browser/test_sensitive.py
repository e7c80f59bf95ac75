"""Pages about violence and self-harm are left in one touch and leave no trace; words of distress are answered with numbers to call."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from player import SET_UP
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SENSITIVE, HARMLESS = "duties/violence-and-reporting/", "duties/nutrition/"
KEPT = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"


@pytest.fixture
def arrived(bag_url: str, open_page: Open) -> Page:
    """At the sensitive page, by a link from another one."""
    page = open_page(size="phone")
    page.goto(bag_url + "duties/")
    page.locator('article a[href$="violence-and-reporting/"]').first.click()
    page.wait_for_url("**/" + SENSITIVE)
    return page


def test_escape_three_times_leaves_and_back_does_not_return(arrived: Page) -> None:
    for _ in range(3):
        arrived.keyboard.press("Escape")
    arrived.wait_for_url("**/" + HARMLESS)
    arrived.go_back()
    arrived.wait_for_url("**/duties/")


def test_escape_counts_while_it_closes_the_search(arrived: Page) -> None:
    arrived.keyboard.press("/")
    arrived.keyboard.type("suami memukul")
    for _ in range(3):
        arrived.keyboard.press("Escape")
    arrived.wait_for_url("**/" + HARMLESS)


def test_escape_twice_or_slowly_or_elsewhere_leaves_nothing(arrived: Page, bag_url: str) -> None:
    arrived.keyboard.press("Escape")
    arrived.keyboard.press("Escape")
    arrived.wait_for_timeout(2100)
    arrived.keyboard.press("Escape")
    arrived.wait_for_timeout(200)
    assert arrived.url.endswith(SENSITIVE)
    arrived.goto(bag_url + "duties/hygiene/")
    for _ in range(3):
        arrived.keyboard.press("Escape")
    arrived.wait_for_timeout(200)
    assert arrived.url.endswith("duties/hygiene/")


def test_the_button_is_in_view_wherever_one_reads(arrived: Page) -> None:
    button = arrived.locator(".tas-leave a")
    arrived.evaluate("scrollTo({top: 3000, behavior: 'instant'})")
    expect(button).to_be_in_viewport()
    assert arrived.evaluate(
        "() => { const r = document.querySelector('.tas-leave a').getBoundingClientRect(); return document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2).closest('.tas-leave') !== null; }"
    )
    button.click()
    arrived.wait_for_url("**/" + HARMLESS)
    arrived.go_back()
    arrived.wait_for_url("**/duties/")


def test_what_is_opened_from_it_takes_its_place_in_the_history(arrived: Page) -> None:
    arrived.locator('.tas-footer a[href$="about/"]').click()
    arrived.wait_for_url("**/about/")
    arrived.go_back()
    arrived.wait_for_url("**/duties/")


def test_it_is_a_plain_link_without_scripts_and_from_a_disk(bag_url: str, bag_site: Path, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(bag_url + SENSITIVE)
    page.locator(".tas-leave a").click()
    page.wait_for_url("**/" + HARMLESS)
    page = open_page()
    page.goto((bag_site / SENSITIVE / "index.html").as_uri())
    assert page.locator(".tas-leave a").get_attribute("href") == "../nutrition/"


@pytest.mark.parametrize("place", ["quizzes/violence-and-reporting/", "nl/quizzes/mood-and-crisis/"])
def test_answers_of_a_sensitive_quiz_are_kept_nowhere(place: str, bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(bag_url + place)
    item = page.locator("[data-part=item]").first
    name = f"{item.get_attribute('data-item')}:{item.get_attribute('data-hash')}"
    old = f'{{"answers": {{"{name}": {{"response": ["a"], "checked": true}}}}, "quizzes": {{}}}}'
    page.evaluate("old => localStorage.setItem('tas:progress', old)", old)
    page.reload()
    page.wait_for_selector("tas-quiz.is-ready")
    assert name not in page.evaluate(KEPT), "what was kept before goes"
    page.locator("[data-do=begin]").click()
    page.evaluate(SET_UP)
    page.evaluate(
        "() => { for (const f of document.querySelectorAll('[data-part=item]')) { const i = f.querySelector('input'); if (i) i.click(); } }"
    )
    page.evaluate("document.querySelector('tas-quiz').mode.handIn()")
    page.evaluate("document.querySelector('tas-quiz').player.end()")
    assert "#" not in page.url and not page.evaluate("history.state")
    assert page.evaluate(KEPT) == "[{},{}]"


def test_ticks_and_notes_of_a_sensitive_visit_are_kept_nowhere(bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(bag_url + "visits/safety-at-home/")
    page.wait_for_selector("tas-guide:not([hidden])")
    page.locator(".guide input[type=checkbox]").first.check()
    page.locator(".guide textarea").first.fill("x")
    assert "safety" not in page.evaluate(KEPT)


def test_a_question_is_kept_nowhere(bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(bag_url + "?q=imunisasi+campak")
    page.locator(".tas-result").first.wait_for()
    assert "imunisasi" not in page.url
    page.locator(".tas-result a").first.click()
    page.locator("mark").first.wait_for()
    assert "campak" not in page.url and page.evaluate(KEPT) == "[{},{}]"
    assert "campak" not in page.evaluate("JSON.stringify(history.state) + document.referrer")


@pytest.mark.parametrize(
    ("prefix", "words", "number"),
    [
        ("", "suami memukul saya", "tel:110"),
        ("", "nomor darurat", "tel:119"),
        ("nl/", "ik wil niet meer leven", "tel:113"),
        ("nl/", "noodnummer", "tel:112"),
    ],
)
def test_distress_is_answered_first_with_numbers(
    prefix: str, words: str, number: str, bag_url: str, open_page: Open
) -> None:
    page = open_page(size="phone")
    page.goto(bag_url + prefix)
    page.keyboard.press("/")
    page.keyboard.type(words)
    pinned = page.locator(".tas-search__pinned")
    expect(pinned.locator("a").first).to_have_attribute("href", number)
    expect(pinned.locator("a").first).to_be_in_viewport()
    assert page.locator(".tas-search__share").is_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "#" in url)
    assert page.evaluate(KEPT) == "[{},{}]" and "?" not in page.url


def picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.locator("main").screenshot(animations="disabled"))).convert("RGB")


def apart(one: Image.Image, other: Image.Image) -> int:
    """How far two pictures differ at most in one pixel, 0 to 255; a drawing's edge comes out up to 2 apart by itself."""
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def as_if_visited(page: Page) -> None:
    """A browser without a history, as in a test, shows no link as followed: here each one is told to."""
    tools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        tools.send(f"{domain}.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    for link in tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "a[href]"})["nodeIds"]:
        tools.send("CSS.forcePseudoState", {"nodeId": link, "forcedPseudoClasses": ["visited"]})


def test_no_link_tells_that_it_was_followed(bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(bag_url + "duties/")
    before = picture(page)
    as_if_visited(page)
    assert apart(picture(page), before) <= 8
    page.add_style_tag(content="main a:visited { color: #f0f !important }")
    assert apart(picture(page), before) > 100


def test_one_file_never_shows_its_address_or_title(bag_site: Path, open_page: Open) -> None:
    page = open_page(size="phone")
    file = (bag_site / "downloads/id/tas-id.html").as_uri()
    page.goto(f"{file}#duties/hygiene")
    page.evaluate("location.hash = 'duties/violence-and-reporting'")
    leaf = page.locator(".tas-leaf:not([hidden])")
    expect(leaf).to_have_attribute("id", "duties/violence-and-reporting")
    assert page.evaluate("location.hash") == "#duties/nutrition"
    assert "ekerasan" not in page.title()
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(leaf).to_have_attribute("id", "duties/nutrition")
    page.go_back()
    expect(leaf).to_have_attribute("id", "duties/hygiene")


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_the_emergency_card_opens_without_scripts_and_keeps_own_numbers(
    prefix: str, bag_url: str, open_page: Open
) -> None:
    page = open_page(size="phone", java_script_enabled=False)
    page.goto(bag_url + prefix)
    page.locator(".tas-sos summary").click()
    expect(page.locator('.tas-sos a[href="tel:112"]')).to_be_visible()
    page = open_page(size="phone")
    page.goto(bag_url + prefix)
    page.locator(".tas-sos summary").press("Enter")
    page.locator(".tas-sos input").first.fill("0812 345")
    expect(page.locator('.tas-sos a[href="tel:0812345"]')).to_be_visible()
    page.reload()
    page.locator(".tas-sos summary").click()
    expect(page.locator('.tas-sos a[href="tel:0812345"]')).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tas-sos[open]")).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.tas-sos') !== null")
