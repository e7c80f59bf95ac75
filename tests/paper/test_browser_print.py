"""A guide printed from the browser has the pages of the PDF, its footers and its margins, on each paper, with backgrounds switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import paper_checks as checks
import pytest
from paper_kit import GUIDES, Paper, paper_of
from pdf_pages import PdfPage, pdf_pages
from playwright.sync_api import Page

MM = 72 / 25.4
PAPERS = {"a4": ("family", "leaf"), "large": ("family-large", "leaf-large"), "a5": ()}
"""Each paper that a reader can choose, with what is printed behind the guide."""
pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def address(paper: Paper, bag_url: str) -> str:
    library = paper.library
    return bag_url + library.address(library.shown_on("guide")[paper.view.id])


def printed(page: Page, form: str = "a4") -> bytes:
    """As the reader prints it who has chosen this paper."""
    page.evaluate("form => document.querySelector(`[name=paper][value=${form}]`).click()", form)
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("name", GUIDES, ids="/".join)
def test_page_prints_as_the_pdf(
    name: tuple[str, str], all_made: None, bag_url: str, open_page: Open, thorough: bool
) -> None:
    """On A4 each guide, on the other papers one in three, all of them before a release. The page of the guide as built, on a phone in the
    dark: paper does not care. With every local number filled in it is the guide, its sheet for the family and its leaf, one after the
    other; on A5 the guide alone has a PDF. Loaded once, it is also looked at on the screen."""
    paper, page = paper_of(*name), open_page("phone", scheme="dark")
    page.goto(address(paper, bag_url))
    complaints = {f"scrolls sideways at {width}": [f"{wide}"] for width, wide in _too_wide(page)}
    numbers = page.locator(".guide-tools-own input").all()
    for number in numbers:
        number.fill("0812 3456 7890, 0800 123 4567")
    complaints["no local number"] = [] if numbers else ["none to fill in"]
    forms = PAPERS if thorough or GUIDES.index(name) % 3 == 0 else {"a4": PAPERS["a4"]}
    for form, others in forms.items():
        for part in ("family-side", "all-signs"):
            box = page.locator(f"[name=part][value={part}]")
            if box.count() and box.is_checked() != bool(others):
                box.evaluate("box => box.click()")
        copy = replace(paper_of(*name, form), pdf=printed(page, form))
        complaints |= {
            f"{form} pages": _other_number(copy, [paper_of(*name, other) for other in (form, *others)]),
            f"{form} footers": checks.footers(copy),
            f"{form} margins": checks.margins(copy),
            f"{form} fonts": sorted({_family(char) for one in copy.pages for char in one.chars} - {"TasSans"}),
            f"{form} frame": _frame(copy),
        }
    assert {name: found for name, found in complaints.items() if found} == {}


def _too_wide(page: Page) -> Iterator[tuple[int, int]]:
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield width, wide


def _other_number(copy: Paper, papers: list[Paper]) -> list[str]:
    """A browser knows no fronts and backs: it leaves out the back that the PDF fills with lines to write on, so that the slip begins a sheet."""
    written = sum(not _is_room(each, page) for each in papers for page in each.pages)
    return [] if len(copy.pages) == written else [f"{len(copy.pages)}, not {written}"]


def _is_room(paper: Paper, page: PdfPage) -> bool:
    said, words = checks.squeezed(checks.words_of(page, checks.sheet(paper))), paper.library.edition.words.gettext
    return said in (
        "",
        *(checks.squeezed(words(room)) for room in ("Room for more notes", "Room for your own questions")),
    )


def _frame(copy: Paper) -> list[str]:
    """What of the site's frame, which stays on the screen, is on paper."""
    said, words = "".join(page.extract_text() for page in copy.pages), copy.library.edition.words.gettext
    frame = map(words, ("Parts to print", "Last checked", "Erase local numbers"))
    return [word for word in frame if word in said]


def _family(char: dict) -> str:
    return char["fontname"].rpartition("+")[2].partition("-")[0]


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
