"""The whole edition in one file: one request, every page, quiz and search, on a small phone, without storage, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import built
import pytest
from chromium import serve, watch
from kit import ROOT
from playwright.sync_api import Page, expect
from quiz_steps import ANSWERED, answer_first, told

EDITIONS = ("id", "nl")
OPEN = ".tas-leaf:not([hidden])"
pytestmark = pytest.mark.browser


def single(site: Path, edition: str) -> Path:
    return site / "downloads" / edition / f"tas-{edition}.html"


def open_file(page: Page, file: Path, place: str = "") -> None:
    page.goto(file.as_uri() + (f"#{place}" if place else ""))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_is_in_it_and_no_link_is_dead(bag_site: Path, edition: str) -> None:
    file = single(bag_site, edition)
    page = built.Page(file.parent, file)
    folder = ROOT / "docs" / edition
    slugs = {one.relative_to(folder).with_suffix("").as_posix() for one in folder.rglob("*.md")}
    leaves = {section.get("id") for section in page.tree.xpath("//section[@class='tas-leaf']")}
    assert leaves == {re.sub("(^|/)index$", "", slug) or "home" for slug in slugs}
    assert [name for name, count in page.ids.items() if count > 1] == []
    assert [href for href in page.links() if href.startswith("#") and unquote(href[1:]) not in page.ids] == []
    assert [href for href in page.links() if not re.match("#|https?:|tel:|mailto:", href)] == []
    assert [href for href in page.loads() if not href.startswith(("data:", "#"))] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_weighs_at_most_3_mb_and_its_pictures_half_as_much(bag_site: Path, edition: str) -> None:
    content = single(bag_site, edition).read_bytes()
    pictures = sum(map(len, re.findall(rb'url\("data:image/[^"]+|src="?data:image/[^"> ]+', content)))
    assert len(content) - pictures <= 3_000_000
    assert pictures <= 1_500_000


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_holds_the_signs_that_it_shows_and_no_other(bag_site: Path, edition: str) -> None:
    content = single(bag_site, edition).read_text(encoding="utf-8")
    assert set(re.findall(r'\[data-picture="([\w-]+)"\]', content)) == set(
        re.findall(r"data-picture=([\w-]+)", content)
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_one_request_and_nothing_scrolls_sideways_on_a_phone(
    bag_site: Path, edition: str, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone", offline=True)
    kept = watch(page, "file:")
    open_file(page, single(bag_site, edition))
    for leaf in page.eval_on_selector_all(".tas-leaf", "leaves => leaves.map(leaf => leaf.id)"):
        page.evaluate("id => { location.hash = id }", leaf)
        page.wait_for_function("id => !document.getElementById(id).hidden", arg=leaf)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, leaf
        assert page.evaluate("document.querySelectorAll('.tas-leaf:not([hidden])').length") == 1
    assert kept.complaints == []
    assert len(kept.requests) == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_search_finds_and_opens_a_page_of_this_edition(
    bag_site: Path, edition: str, open_page: Callable[..., Page]
) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, edition))
    page.keyboard.press("/")
    page.keyboard.type({"id": "imunisasi", "nl": "vaccinatie"}[edition])
    page.wait_for_selector(".tas-result a")
    assert all(
        href.startswith("#")
        for href in page.eval_on_selector_all(".tas-result a", "links => links.map(a => a.getAttribute('href'))")
    )
    page.click(".tas-result a >> nth=0")
    page.wait_for_function("document.querySelector('.tas-leaf:not([hidden])').id === 'duties/immunisation'")
    assert page.title().startswith(page.inner_text(".tas-leaf:not([hidden]) h1"))
    page.go_back()
    page.wait_for_function("document.querySelector('.tas-leaf:not([hidden])').id === 'home'")


def test_search_shows_ten_pages_and_more_when_asked(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, "id"))
    page.keyboard.press("/")
    page.keyboard.type("keluarga")
    results = page.locator(".tas-search__list > *")
    expect(results).to_have_count(10)
    page.click(".tas-search__further")
    expect(results).to_have_count(20)


def test_a_section_that_the_search_names_is_opened(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, "id"))
    place = page.evaluate("tas.search.address('duties/hygiene/', 'messages')")
    page.evaluate("place => { location.hash = place }", place)
    seen = "id => { const { top } = document.getElementById(id).getBoundingClientRect(); return top >= 0 && top < 320 }"
    page.wait_for_function(seen, arg=place[1:])  # it scrolls there smoothly
    assert page.evaluate("tas.search.address('nl/glossary/', 'x')") == "https://tas.example.org/nl/glossary/#x"


def test_a_quiz_is_answered_and_remembered(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, "id"), "quizzes/myth-or-fact")
    answer_first(page.locator(OPEN))
    kept = told(page.locator(OPEN))
    assert len(kept) == 1
    page.reload()
    page.locator(f"{OPEN} {ANSWERED}").wait_for()
    assert told(page.locator(OPEN)) == kept


def test_check_yourself_leads_to_the_quiz_that_asks(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, "id"), "misconceptions/only-money")
    assert page.locator(f"{OPEN} [data-part=item]").count() == 0
    page.click(f"{OPEN} .quiz--check a[href$=myth-or-fact]")
    page.wait_for_function("document.querySelector('.tas-leaf:not([hidden])').id === 'quizzes/myth-or-fact'")
    answer_first(page.locator(OPEN))


def test_the_tasks_of_a_profession_are_one_link_away(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, "id"), "comparison/midwife")
    assert page.locator(f"{OPEN} .tas-tasks table").count() == 0
    page.click(f"{OPEN} .tas-tasks a")
    page.wait_for_function("document.querySelector('.tas-leaf:not([hidden])').id === 'comparison'")


def test_it_works_where_nothing_may_be_kept(bag_site: Path, open_page: Callable[..., Page]) -> None:
    """An opaque origin, as in a viewer of messages: no storage, no address of its own."""
    headers = {"Content-Security-Policy": "sandbox allow-scripts allow-forms"}
    with serve(single(bag_site, "nl").parent, headers) as base:
        page = open_page("phone")
        kept = watch(page, base)
        page.goto(base + "tas-nl.html")
        assert (
            page.evaluate("() => { try { return !localStorage } catch (error) { return error.name } }")
            == "SecurityError"
        )
        page.click(".tas-door a >> nth=0")
        page.wait_for_function("document.querySelector('#home').hidden")
        page.evaluate("location.hash = 'quizzes/myth-or-fact'")
        page.wait_for_function("!document.getElementById('quizzes/myth-or-fact').hidden")
        answer_first(page.locator(OPEN))
        page.keyboard.press("/")
        page.keyboard.type("vaccinatie")
        page.wait_for_selector(".tas-result a")
        assert [one for one in kept.complaints if "favicon" not in one] == []
        assert len(kept.requests) == 1


def test_it_works_inside_a_frame_without_an_address(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone")
    page.set_content('<iframe sandbox="allow-scripts allow-forms" style="width:360px;height:640px;border:0"></iframe>')
    page.eval_on_selector(
        "iframe", "(frame, html) => { frame.srcdoc = html }", single(bag_site, "id").read_text("utf-8")
    )
    frame = page.frame_locator("iframe")
    frame.locator(".tas-door a >> nth=0").click()
    frame.locator(".tas-leaf:not([hidden]) h1").wait_for()
    frame.locator("[id='home']").wait_for(state="hidden")


def test_without_scripts_the_page_that_was_asked_for_is_shown(bag_site: Path, open_page: Callable[..., Page]) -> None:
    """Android's own viewer of HTML files runs no script."""
    page = open_page("phone", java_script_enabled=False)
    open_file(page, single(bag_site, "id"))
    assert page.locator(".tas-leaf:visible").count() == 1
    page.click(".tas-door a >> nth=0")
    assert page.locator(".tas-leaf:visible").count() == 1
    assert not page.locator("[id='home']").is_visible()


def test_on_paper_only_the_page_that_is_open(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone")
    open_file(page, single(bag_site, "id"), "visits/newborn-day-3-7")
    page.emulate_media(media="print")
    assert page.locator(".tas-leaf:visible").count() == 1
    assert page.locator(".tas-header").is_hidden()


def turn(page: Page, leaf: str) -> None:
    page.evaluate("leaf => { location.hash = leaf }", leaf)
    page.wait_for_function("leaf => !document.getElementById(leaf).hidden", arg=leaf)


def test_each_guide_has_tools_of_its_own(bag_site: Path, open_page: Callable[..., Page]) -> None:
    here, paper = ".tas-leaf:not([hidden])", "document.documentElement.dataset.paper"
    page = open_page("phone", offline=True)
    kept = watch(page, "file:")
    open_file(page, single(bag_site, "id"), "visits/newborn-day-3-7")
    page.click(f"{here} tas-guide summary")
    page.uncheck(f"{here} tas-guide [value=notes]")
    page.check(f"{here} tas-guide [value=large]")
    assert page.evaluate(paper) == "large"
    assert page.locator(f"{here} .guide-notes.guide-skip").count() == 1

    turn(page, "visits/pregnancy-first")
    page.click(f"{here} tas-guide summary")
    assert page.is_checked(f"{here} tas-guide [value=large]")
    assert page.locator(f"{here} .guide-skip").count() == 0
    page.check(f"{here} tas-guide [value=a5]")
    page.fill(f"{here} [data-contact=puskesmas] >> nth=0", "0812 3456")
    assert page.get_attribute(f"{here} .guide-dial >> nth=0", "href") == "tel:08123456"

    turn(page, "visits/newborn-day-3-7")
    assert page.is_checked(f"{here} tas-guide [value=large]")
    assert page.evaluate(paper) == "large"
    assert page.input_value(f"{here} [data-contact=puskesmas] >> nth=0") == "0812 3456"
    page.click(f"{here} [data-do=erase-contacts]")
    turn(page, "visits/pregnancy-first")
    assert page.input_value(f"{here} [data-contact=puskesmas] >> nth=0") == ""

    turn(page, "duties/hygiene")
    assert page.evaluate(paper) is None
    assert kept.complaints == []


def test_the_footer_on_paper_is_that_of_the_open_guide(bag_site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page("phone", offline=True)
    open_file(page, single(bag_site, "id"), "visits/newborn-day-3-7")
    rules = "document.adoptedStyleSheets.flatMap(sheet => Array.from(sheet.cssRules, rule => rule.cssText)).join()"
    first = page.evaluate(rules)
    turn(page, "visits/pregnancy-first")
    second = page.evaluate(rules)
    turn(page, "duties/hygiene")
    third = page.evaluate(rules)  # an ordinary page has a foot of its own: where it is read
    assert "KR-04" in first and "KR-01" in second and "KR-04" not in second
    assert "/duties/hygiene/" in third and "KR-" not in third
