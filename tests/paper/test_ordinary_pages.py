"""An ordinary page on paper: on every sheet where it comes from, how old it is and its number; no heading alone; quizzes with their choices."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pdf_pages import pdf_pages
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PLACES = (
    "duties/crisis-intervention/",
    "comparison/doctor/",
    "role/values-and-ethics/",
    "quizzes/nutrition-hygiene-immunisation/",
    "danger-signs/",
    "",
)
HEADS = "[...document.querySelectorAll('.prose :is(h1, h2, h3), th, .tas-danger__urgency, .tas-danger__age')].map((one) => one.innerText.trim()).filter(Boolean)"


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_every_sheet_says_where_it_comes_from_and_no_heading_stands_alone(
    prefix: str, bag_url: str, open_page: Callable[..., Page]
) -> None:
    page = open_page()
    for place in PLACES:
        page.goto(bag_url + prefix + place)
        heads = {head.split("\n")[-1] for head in page.evaluate(HEADS)}
        day = page.locator(".tas-reviewed time, .tas-overdue__date").first.text_content() or ""
        sheets = pdf_pages(page.pdf(prefer_css_page_size=True))
        for number, sheet in enumerate(sheets, 1):
            foot = sheet.crop((0, sheet.height - 55, sheet.width, sheet.height)).extract_text()
            assert f"{number} / {len(sheets)}" in foot, (place, foot)
            assert day.strip(" .") in foot and re.search(rf"https?://\S*/{prefix}{place}", foot), (place, foot)
            lines = sheet.crop((0, 0, sheet.width, sheet.height - 55)).extract_text().splitlines()
            assert lines and (number == len(sheets) or lines[-1] not in heads), (place, number, lines[-1:])


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_matching_and_ordering_can_be_done_with_a_pen(
    prefix: str, bag_url: str, open_page: Callable[..., Page]
) -> None:
    for options in ({}, {"java_script_enabled": False}):
        page = open_page(**options)
        page.emulate_media(media="print")
        page.goto(bag_url + prefix + "quizzes/duties/")
        rows, steps = page.locator(".row"), page.locator(".order > li")
        choices = page.locator(".match-choices")
        assert rows.count() and steps.count() and choices.count()
        assert page.locator(".match-choices:visible").count() == choices.count()
        assert min(step.bounding_box()["width"] for step in steps.all()) > 300
        assert page.locator(".row select:visible, .row .chips:visible").count() == 0
    box = "(one, part) => getComputedStyle(one, part).borderTopWidth"  # where the letter or the number is written
    assert page.locator(".order > li").count() > 0
    scripted = open_page()
    scripted.emulate_media(media="print")
    scripted.goto(bag_url + prefix + "quizzes/duties/")
    assert scripted.locator(".row").first.evaluate(box, "::after") != "0px"
    assert scripted.locator(".order > li").first.evaluate(box, "::before") != "0px"
