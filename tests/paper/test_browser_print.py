"""A guide printed from the browser has the pages of the PDF, its footers and its margins, on each paper, with backgrounds switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import paper_checks as checks
import pytest
from paper_kit import GUIDES, Paper, paper_of
from pdf_pages import pdf_pages
from playwright.sync_api import Page

MM = 72 / 25.4
PAPERS = ("a4", "large", "a5")
pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture(params=GUIDES, ids="/".join)
def page(request: pytest.FixtureRequest, all_made: None, bag_url: str, open_page: Open) -> tuple[Paper, Page]:
    """The page of the guide as built, on a phone in the dark: paper does not care."""
    paper = paper_of(*request.param)
    opened = open_page("phone", scheme="dark")
    opened.goto(address(paper, bag_url))
    return paper, opened


def address(paper: Paper, bag_url: str) -> str:
    library = paper.library
    return bag_url + library.address(library.shown_on("guide")[paper.view.id])


def printed(page: Page, form: str = "a4") -> bytes:
    """As the reader prints it who has chosen this paper."""
    page.evaluate("form => document.querySelector(`[name=paper][value=${form}]`).click()", form)
    return page.pdf(prefer_css_page_size=True)


def test_prints_as_the_pdf(page: tuple[Paper, Page]) -> None:
    """The guide, its sheet for the family and its leaf, one after the other, with every local number; on A5 the guide alone has a PDF.
    Browsers leave out a back that holds nothing but lines to write on."""
    complaints = {}
    for number in page[1].locator(".guide-tools-own input").all():
        number.fill("0812 3456 7890, 0800 123 4567")
    for form in PAPERS:
        paper = paper_of(page[0].library.edition.code, page[0].view.id, form)
        for part in ("family-side", "all-signs"):
            page[1].evaluate(
                "([part, wanted]) => { const box = document.querySelector(`[name=part][value=${part}]`); if (box.checked !== wanted) box.click(); }",
                [part, form != "a5"],
            )
        copy = replace(paper, pdf=printed(page[1], form))
        others = {"a4": ("family", "leaf"), "large": ("family-large", "leaf-large"), "a5": ()}[form]
        papers = [paper, *(paper_of(paper.library.edition.code, paper.view.id, other) for other in others)]
        written = sum(bool(checks.words_of(one, checks.sheet(each))) for each in papers for one in each.pages)
        complaints |= {
            f"{form} pages": [f"{len(copy.pages)}, not {written}"] * (abs(len(copy.pages) - written) > (form != "a4")),
            f"{form} footers": checks.footers(copy),
            f"{form} margins": checks.margins(copy),
            f"{form} fonts": sorted({_family(char) for one in copy.pages for char in one.chars} - {"TasSans"}),
        }
    assert {name: found for name, found in complaints.items() if found} == {}


def _family(char: dict) -> str:
    return char["fontname"].rpartition("+")[2].partition("-")[0]


def test_the_frame_of_the_site_stays_on_the_screen(page: tuple[Paper, Page]) -> None:
    paper, opened = page
    said = "".join(one.extract_text() for one in pdf_pages(printed(opened)))
    words = paper.library.edition.words.gettext
    assert all(words(word) not in said for word in ("Print your own choice", "Last checked", "Erase local numbers"))


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways_on_a_screen(width: int, page: tuple[Paper, Page]) -> None:
    page[1].set_viewport_size({"width": width, "height": 640})
    page[1].evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    assert page[1].evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def any_page(one: Paper, bag_url: str, open_page: Open) -> Page:
    opened = open_page("phone")
    opened.goto(address(one, bag_url))
    return opened


def test_black_bar_is_printed_though_backgrounds_are_off(any_page: Page) -> None:
    rects = pdf_pages(printed(any_page))[0].rects
    assert any(rect["width"] > 150 * MM and 8 * MM < rect["height"] < 16 * MM and rect["fill"] for rect in rects)


def test_a_wrong_margin_or_footer_would_be_seen(one: Paper, any_page: Page) -> None:
    any_page.evaluate(
        "document.adoptedStyleSheets[0].replaceSync('@page :right { margin: 5mm } @page :left { margin: 5mm }')"
    )
    copy = replace(one, pdf=printed(any_page))
    assert checks.footers(copy) and checks.margins(copy)


def test_without_scripts_it_prints_with_page_numbers(one: Paper, bag_url: str, open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address(one, bag_url))
    pages = pdf_pages(page.pdf(prefer_css_page_size=True))
    written = [one, *(paper_of(one.library.edition.code, one.view.id, other) for other in ("family", "leaf"))]
    assert len(pages) == sum(len(each.pages) for each in written)
    assert pages[0].extract_text().rstrip().endswith(f"1 / {len(pages)}")


def test_boxes_and_fields_are_large_enough_to_touch(any_page: Page) -> None:
    sizes = any_page.evaluate(
        """[...document.querySelectorAll('.guide label:has(input), .guide-write, .guide-tools :is(button, summary)')]
        .filter(one => one.offsetParent).map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"""
    )
    assert len(sizes) > 50 and all(width >= 44 and height >= 44 for width, height in sizes)
