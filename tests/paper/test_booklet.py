"""The booklet: pages in the order in which folded sheets show them, and the referral slip twice on a sheet of its own."""

from __future__ import annotations

import io

import pdfplumber
import pikepdf
import pypdf
import pytest
from paper_kit import GUIDES, Paper, booklet_of, library_of, paper_of
from pdf_pages import PdfPage, pdf_pages
from tas.paper.engine import Rendered, render_pdf
from tas.paper.impose import booklet, imposed

MM = 72 / 25.4


@pytest.mark.parametrize("count", range(1, 17))
def test_folded_sheets_show_the_pages_in_order(count: int) -> None:
    sides = booklet(list(range(1, count + 1)))
    fronts, backs = sides[::2], sides[1::2]
    assert len(fronts) == len(backs) == -(-count // 4)
    # A reader leafs: the right half of each front, then what is on the back of that leaf; inner sheets later.
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [
        page for front, back in zip(reversed(fronts), reversed(backs), strict=True) for page in (back[1], front[0])
    ]
    assert [page for page in first_half + second_half if page] == list(range(1, count + 1))


@pytest.fixture(params=GUIDES, ids="/".join)
def sheets(request: pytest.FixtureRequest, all_made: None) -> tuple[Paper, list[PdfPage]]:
    pdf = booklet_of(*request.param)
    assert len(pdf) <= 150_000
    return paper_of(*request.param, "a5"), pdf_pages(pdf)


def test_sheets_are_a4_on_their_side(sheets) -> None:
    assert {(round(page.width / MM), round(page.height / MM)) for page in sheets[1]} == {(297, 210)}


def test_each_page_stands_on_its_half(sheets) -> None:
    """The footers say it: in the order of the booklet, on the halves of the sheets."""
    a5, pages = sheets
    words = a5.library.edition.words.gettext
    numbers = {
        words("page %(page)s of %(pages)s") % {"page": n, "pages": len(a5.pages)}: n
        for n in range(1, len(a5.pages) + 1)
    }
    slip, back = len(a5.pages) - 1, len(a5.pages)
    expected = [*booklet(list(range(1, slip))), (slip, slip), (back, back)]
    assert [(_number(page, 0, numbers), _number(page, 1, numbers)) for page in pages] == expected


def test_letters_keep_their_size(sheets) -> None:
    a5, pages = sheets
    assert {round(char["size"], 1) for page in pages for char in page.chars} <= {
        round(char["size"], 1) for page in a5.pages for char in page.chars
    }


@pytest.mark.parametrize(("code", "guide_id"), GUIDES)
def test_the_printer_is_told_how_to_turn(code: str, guide_id: str) -> None:
    with pikepdf.open(io.BytesIO(booklet_of(code, guide_id))) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert str(pdf.Root.Lang) == code
        assert str(pdf.docinfo.get("/Title")) == library_of(code).guides[guide_id].title


def _number(page: PdfPage, half: int, numbers: dict[str, int]) -> int | None:
    said = page.crop((half * page.width / 2, 0, (half + 1) * page.width / 2, page.height)).extract_text() or ""
    return next((number for line, number in numbers.items() if said.strip().endswith(line)), None)


def test_a_guide_without_a_slip_is_a_booklet_alone() -> None:
    page = io.BytesIO()
    writer = pypdf.PdfWriter()
    for _ in range(3):
        writer.add_blank_page(420, 595)
    writer.root_object[pypdf.generic.NameObject("/Lang")] = pypdf.generic.TextStringObject("en")
    writer.write(page)
    whole = imposed(Rendered(page.getvalue(), 3, {}))
    with_slip = imposed(Rendered(page.getvalue(), 3, {"referral": 1, "after-referral-back": 2}))
    assert [len(pypdf.PdfReader(io.BytesIO(pdf)).pages) for pdf in (whole, with_slip)] == [2, 4]


def test_a_book_from_right_to_left_is_folded_the_other_way() -> None:
    """Page 1 lies on the left half of the first side: its spine is on its right. Only paper of the other kind says that it is accessible."""
    page = '<html lang="{}"{}><title>a</title><style>@page {{ size: A5 }} p + p {{ break-before: page }}</style>{}'
    for code, turned in (("en", False), ("ar", True)):
        words = "".join(f"<p>{word}</p>" for word in ("one", "two", "three", "four"))
        rendered = render_pdf(page.format(code, ' dir="rtl"' * turned, words), "a.yml")
        with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
            claim = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
            assert (b"pdfuaid" in claim) != turned and bool(pdf.Root.MarkInfo.Marked)
        made = imposed(rendered, right_to_left=turned)
        with pdfplumber.open(io.BytesIO(made)) as pdf:
            first = sorted(pdf.pages[0].extract_words(), key=lambda word: word["x0"])
        assert [word["text"] for word in first] == (["one", "four"] if turned else ["four", "one"])
        preferences = pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]["/ViewerPreferences"]
        assert (preferences.get("/Direction") == "/R2L") == turned
