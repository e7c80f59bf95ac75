"""A guide printed from the browser has the pages of the PDF, its margins and its fonts, with backgrounds switched off."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from paper_kit import ROOT, Paper
from playwright.sync_api import Browser, Page

from generator.guide_fragment import guide_fragment
from generator.links import WebLinks
from generator.render import Renderer

ASSETS = ROOT / "generator" / "assets"
MM = 72 / 25.4

PAGE = """<!doctype html><html lang="{lang}"><head><title>{title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="css/tokens.css"><link rel="stylesheet" href="css/theme.css"><link rel="stylesheet" href="css/print.css">
<link rel="stylesheet" href="guide.css"></head><body><header class="tas-header">Tas</header><div class="tas-page"><div class="tas-content">
<article class="tas-visit"><div class="md-typeset"><h1>{title}</h1></div><p>Lead.</p>{fragment}<div class="md-typeset">End.</div></article>
</div></div></body></html>"""

pytestmark = pytest.mark.browser


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 640}, color_scheme="dark")
    yield page
    page.close()


def _open(paper: Paper, page: Page, folder: Path) -> None:
    """A page as the site makes it: the styles of the site, the guide's file in assets/ beside its fonts and pictures."""
    for part in ("css", "fonts", "images"):
        shutil.copytree(ASSETS / part, folder / part)
    shutil.copy(ASSETS / "css" / "guide.css", folder)
    links = WebLinks(paper.library, "visits/", paper.view.source_ids)
    fragment = guide_fragment(Renderer(paper.library.edition), paper.view, links)
    (folder / "index.html").write_text(
        PAGE.format(lang=paper.library.edition.code, title=paper.view.guide.title, fragment=fragment), encoding="utf-8"
    )
    page.goto((folder / "index.html").as_uri())


def _print(paper: Paper, page: Page, folder: Path) -> pdfplumber.PDF:
    _open(paper, page, folder)
    return pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_as_many_pages_as_the_pdf(guide: Paper, browser_page: Page, tmp_path: Path) -> None:
    assert len(_print(guide, browser_page, tmp_path).pages) == len(guide.pages)


def test_printed_in_our_font_without_the_frame_of_the_site(guide: Paper, browser_page: Page, tmp_path: Path) -> None:
    pages = _print(guide, browser_page, tmp_path).pages
    assert {char["fontname"].rpartition("+")[2].partition("-")[0] for page in pages for char in page.chars} == {
        "TasSans"
    }
    assert "Lead." not in pages[0].extract_text() and "End." not in pages[-1].extract_text()


def test_text_stays_within_the_margins(guide: Paper, browser_page: Page, tmp_path: Path) -> None:
    for number, page in enumerate(_print(guide, browser_page, tmp_path).pages, 1):
        left, right = (25, 15) if number % 2 else (15, 25)
        assert min(char["x0"] for char in page.chars) / MM > left - 0.7
        assert max(char["x1"] for char in page.chars) / MM < 210 - right + 0.7


def test_black_bar_is_printed_though_backgrounds_are_off(one: Paper, browser_page: Page, tmp_path: Path) -> None:
    rects = _print(one, browser_page, tmp_path).pages[0].rects
    assert any(rect["width"] > 150 * MM and 8 * MM < rect["height"] < 16 * MM and rect["fill"] for rect in rects)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways_on_a_screen(width: int, guide: Paper, browser_page: Page, tmp_path: Path) -> None:
    browser_page.set_viewport_size({"width": width, "height": 640})
    _open(guide, browser_page, tmp_path)
    assert browser_page.evaluate("document.documentElement.scrollWidth") <= width


def test_boxes_are_large_enough_to_touch(one: Paper, browser_page: Page, tmp_path: Path) -> None:
    browser_page.set_viewport_size({"width": 360, "height": 640})
    _open(one, browser_page, tmp_path)
    sizes = browser_page.evaluate(
        "[...document.querySelectorAll('.guide label:has(input)')].map(label => label.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert all(width >= 44 and height >= 44 for width, height in sizes)


def test_a_site_without_print_style_would_be_seen(one: Paper, browser_page: Page, tmp_path: Path) -> None:
    _open(one, browser_page, tmp_path)
    browser_page.evaluate("document.querySelector('link[href=\"css/print.css\"]').remove()")
    pages = pdfplumber.open(io.BytesIO(browser_page.pdf(prefer_css_page_size=True))).pages
    assert "Lead." in pages[0].extract_text()
