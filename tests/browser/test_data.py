"""One place tells what is kept on the device, carries it along, and erases all of it; and "keep nothing" is kept to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from player import SET_UP
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ANSWER = f"{SET_UP}, document.querySelector('.option input').click(), document.querySelector('tas-quiz').mode.handIn(), document.querySelector('tas-quiz').player.end()"


def answered(page: Page, base: str) -> None:
    page.goto(base + "quizzes/myth-or-fact/")
    page.wait_for_selector("tas-quiz.is-ready")
    page.evaluate(ANSWER)


def test_it_is_shown_carried_along_and_erased(bag_url: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(size="phone", accept_downloads=True)
    answered(page, bag_url)
    page.evaluate("localStorage.setItem('tas:contacts:id', '{\"puskesmas\": \"0812\"}')")
    page.evaluate("localStorage.setItem('tas:cards', '{\"boxes\": {\"term:client\": [2, 20000]}}')")
    page.evaluate("localStorage.setItem('tas:group', '[\"ABCD\", \"EFGH\"]')")
    page.locator(".tas-menu > summary").click()
    page.locator(".tas-menu__data a").click()
    data = page.locator("tas-data")
    expect(data.locator("li").first).to_contain_text("14")
    expect(data.locator("li").nth(2)).to_contain_text("1")
    expect(data.locator("li").nth(4)).to_contain_text("1")
    expect(data.locator("li").nth(5)).to_contain_text("2")
    with page.expect_download() as waiting:
        data.locator("[data-do=export]").click()
    waiting.value.save_as(tmp_path / "mine.json")
    data.locator("[data-do=erase]").click()
    assert page.evaluate("localStorage.length") > 0, "asked twice"
    data.locator("[data-do=erase]").click()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    data.locator("[type=file]").set_input_files(tmp_path / "mine.json")
    expect(data.locator("li").first).to_contain_text("14")
    assert json.loads(page.evaluate("localStorage.getItem('tas:contacts:id')")) == {"puskesmas": "0812"}


def test_keep_nothing_is_kept_to(bag_url: str, open_page: Open) -> None:
    page = open_page()
    answered(page, bag_url)
    page.goto(bag_url + "quizzes/")
    page.evaluate("for (const key of ['tas:cards', 'tas:desk', 'tas:group']) localStorage.setItem(key, '[]')")
    page.locator("tas-data [type=checkbox]").check()
    answered(page, bag_url)
    assert page.evaluate("Object.keys(localStorage)") == ["tas:keep-nothing"]
    page.reload()
    page.wait_for_selector("tas-quiz.is-ready")
    assert page.locator("[data-part=item][data-state]").count() > 0, "it lasts until the tab is closed"


def test_the_list_of_quizzes_tells_how_far_one_is(bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(bag_url + "quizzes/myth-or-fact/")
    page.wait_for_selector("tas-quiz.is-ready")
    page.evaluate(SET_UP)
    page.evaluate("document.querySelectorAll('.option input').forEach(one => one.click())")
    page.evaluate(ANSWER)
    page.goto(bag_url + "quizzes/")
    assert page.locator('[data-of-quiz="myth-or-fact"]').inner_text().startswith(" · ")
    page.goto(bag_url + "suitability/")
    assert page.locator('article .tas-card--mirror a[href$="fit/"]').is_visible()
