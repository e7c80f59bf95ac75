"""The search of a large edition in a browser, over http and from a disk: titles first, the rest by itself, and the reader stays where they were."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import chromium
import pytest
from chromium import serve, watch
from kit import copy_tiny
from playwright.sync_api import Page, expect
from search_kit import in_several_files

pytestmark = pytest.mark.browser


@pytest.fixture
def site(shared: Callable[[str, Callable[[Path], Path]], Path]) -> Path:
    return shared("tiny-in-segments", lambda folder: in_several_files(copy_tiny(folder)))


def ask(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)


@pytest.mark.parametrize("way", ["http", "disk"])
def test_what_only_a_text_says_is_found(way: str, site: Path, open_page: Callable[..., Page]) -> None:
    page = open_page()
    with serve(site) as url:
        seen = watch(page, url)
        page.goto(url if way == "http" else (site / "index.html").as_uri())
        ask(page, "examines")
        expect(page.locator(".tas-result mark").first).to_have_text("examines")
        assert not seen.foreign and not seen.complaints


def test_who_stands_on_a_result_stays_there(
    site: Path, open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, slow = open_page(), threading.Event()
    answer = chromium._Handler.do_GET

    def waiting(self: Any) -> None:
        if "/index.id.1." in self.path:
            slow.wait(chromium.PATIENCE / 1000)
        answer(self)

    monkeypatch.setattr(chromium._Handler, "do_GET", waiting)
    with serve(site) as url:
        page.goto(url)
        page.keyboard.press("/")
        page.fill("#tas-search input", "patience")  # at once: each letter would bring results of its own
        expect(page.locator(".tas-result a")).not_to_have_count(0)
        page.keyboard.press("ArrowDown")
        here = page.evaluate("document.activeElement.href")
        slow.set()
        expect(page.locator(".tas-search__status")).to_contain_text("halaman")
        assert here.endswith("patience/") and page.evaluate("document.activeElement.href") == here


def test_without_the_rest_titles_stay_and_the_reader_is_told(
    site: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    page, broken = open_page(), copytree(site, tmp_path / "site")
    file = broken / "search/index.id.2.js"
    kept = file.rename(file.with_suffix(".kept"))
    with serve(broken) as url:
        page.goto(url)
        ask(page, "patienc")
        expect(page.locator(".tas-search__status")).to_have_text(page.get_attribute("#tas-search", "data-broken") or "")
        expect(page.locator(".tas-result a")).not_to_have_count(0)
        kept.rename(file)
        page.keyboard.type("e")
        expect(page.locator(".tas-search__status")).to_contain_text("halaman")
