"""The desk of a trainer: numbers typed once stand everywhere, what is chosen prints in order as one job, and from a folder the PDFs stand in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import SCHEMES
from playwright.sync_api import Page, expect
from tas.ground.pdf import pages_of
from test_path import axe, wide

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PRINTED = "window.print = () => { window.printed = document.documentElement.dataset.print; };"


def told_pages(page: Page) -> int:
    return int(page.locator("[data-say=sum]").inner_text().rstrip(".").rpartition(" ")[2])


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_numbers_once_and_everything_in_one_job(prefix: str, bag_site: Path, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.add_init_script(PRINTED)
    page.goto(bag_url + prefix + "trainers/")
    page.wait_for_selector("tas-desk:not([hidden])")
    edition, contact = page.evaluate(
        "[document.documentElement.lang, document.querySelector('tas-desk [data-contact]').dataset.contact]"
    )
    page.locator("tas-desk [data-contact]").first.fill("0812 345")
    assert (
        page.evaluate("([e, c]) => JSON.parse(localStorage.getItem('tas:contacts:' + e))[c]", [edition, contact])
        == "0812 345"
    )
    page.locator("[data-do=erase]").click()
    expect(page.locator("tas-desk [data-contact]").first).to_have_value("")
    page.locator("[data-say=numbers] button").click()
    expect(page.locator("tas-desk [data-contact]").first).to_have_value("0812 345")
    assert page.locator("tas-desk [data-do=print]").get_attribute("aria-disabled") == "true"
    picks = page.locator(".tas-desk__picks").nth(0).locator("input")
    for at in (2, 0):
        picks.nth(at).check()
    page.fill("#desk-people", "2")
    page.locator(".tas-desk__picks").nth(1).locator("input").nth(1).check()
    page.reload()  # as it was left
    lines = page.locator("tas-desk .tas-desk__order li").all_inner_texts()
    assert len(lines) == 3 and "× 2" in lines[2]
    papers = [link.get_attribute("href") for link in page.locator(".tas-desk__papers a").all()]
    files = [bag_site / paper.removeprefix("../").removeprefix("../") for paper in papers]
    assert [file.is_file() for file in files] == [True] * 8, (
        "two guides with leaf and family sheet, a quiz, its answers"
    )
    counts = [pages_of(file.read_bytes()) for file in files]
    whole = sum(counts) + counts[6]
    assert told_pages(page) == whole
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert wide(page) <= width
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # under the fixed header a box counts as too small
            found += axe(page)
    assert found == []
    page.locator("tas-desk [data-do=print]").click()
    page.wait_for_function("window.printed === 'job'")
    assert page.locator(".tas-job > .guide").count() == 2 and page.locator(".tas-job > .tas-job__paper").count() == 3
    assert contact not in {
        one.get_attribute("data-contact")
        for one in page.locator(".tas-job [data-contact]").all()
        if one.input_value() != "0812 345"
    }
    page.emulate_media(media="print")
    expect(page.locator(".tas-header")).to_be_hidden()
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1 + whole, "a plan, and what was told"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".tas-job")).to_have_count(0)


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_each_piece_prints_in_as_many_pages_as_are_told(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("laptop")
    page.add_init_script(PRINTED)
    page.goto(bag_url + prefix + "trainers/")
    page.wait_for_selector("tas-desk:not([hidden])")
    page.fill("#desk-people", "1")
    wrong = {}
    for pick in page.locator(".tas-desk__picks input").all():
        pick.check()
        told = told_pages(page)
        page.locator("tas-desk [data-do=print]").click()
        page.wait_for_function("window.printed === 'job'")
        page.emulate_media(media="print")
        printed = pages_of(page.pdf(prefer_css_page_size=True)) - 1
        if printed != told:
            wrong[pick.get_attribute("value")] = (told, printed)
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint')); window.printed = ''")
        pick.uncheck()
    assert wrong == {}


def test_without_their_papers_quizzes_are_printed_from_their_pages(bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.add_init_script(PRINTED)
    page.route("**/*.txt", lambda route: route.abort())
    page.goto(bag_url + "nl/trainers/")
    page.fill("#desk-people", "2")
    page.locator(".tas-desk__picks").nth(1).locator("input").nth(1).check()
    page.locator("tas-desk [data-do=print]").click()
    page.wait_for_function("window.printed === 'job'")
    assert page.locator(".tas-job > .quiz").count() == 3
    assert page.locator(".tas-job > .quiz").nth(0).locator("details.answer").count() == 0
    assert page.locator(".tas-job > .quiz").nth(2).locator("details.answer[open]").count() > 5


def test_from_a_folder_the_pdfs_stand_in_order(bag_site: Path, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(f"file://{bag_site}/nl/trainers/index.html")
    page.locator(".tas-desk__picks input").first.check()
    page.locator("tas-desk [data-do=print]").click()
    expect(page.locator("[data-say=job]")).to_contain_text("pdf's op volgorde")
    expect(page.locator(".tas-desk__papers a").first).to_be_visible()
