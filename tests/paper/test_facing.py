"""Two editions side by side: the same sections in the same rows, each language in its half of the sheet."""

from __future__ import annotations

from functools import cache

import paper_checks as checks
import pytest
from lxml import html as lxml_html
from paper_kit import GUIDES, library_of, paper_of, shared_cache, the_only_press
from pdf_pages import PdfPage, pdf_pages
from tas.paper import guide_facing
from tas.paper.job import Job
from tas.paper.press import press

MM = 72 / 25.4
BOTH = sorted(
    {guide_id for code, guide_id in GUIDES if code == "id"} & {guide_id for code, guide_id in GUIDES if code == "nl"}
)
EDITIONS = ("id", "nl")
LANDSCAPE = checks.Sheet(297, 210, 15, 15)


def job_of(guide_id: str) -> Job:
    return guide_facing.job(library_of("id"), library_of("nl"), guide_id)


@cache
def sheets_of(guide_id: str) -> list[PdfPage]:
    with the_only_press():
        made = press({name: job_of(name) for name in BOTH}, cache=shared_cache(), progress=lambda *_: None)
    assert len(made[guide_id]) <= 150_000
    return pdf_pages(made[guide_id])


def test_guides_of_both_editions_are_there() -> None:
    assert "infant-2-5-months" in BOTH


@pytest.mark.parametrize("guide_id", BOTH)
def test_each_language_has_its_half(guide_id: str) -> None:
    for half, code in enumerate(EDITIONS):
        said = checks.squeezed("".join(_half(page, half) for page in sheets_of(guide_id)))
        paper = paper_of(code, guide_id)
        kept = paper.view.guide
        for text in (
            kept.subtitle,
            *(question.text for question in kept.questions.all),
            *(signs.title for signs in paper.view.danger if not signs.first_steps),
        ):
            assert checks.squeezed(checks.uncited(paper, text)) in said, text
        other = paper_of(EDITIONS[1 - half], guide_id).view.guide.subtitle
        assert checks.squeezed(other) not in said


def _half(page: PdfPage, half: int) -> str:
    return page.crop((half * page.width / 2, 0, (half + 1) * page.width / 2, page.height)).extract_text() or ""


@pytest.mark.parametrize("guide_id", BOTH)
def test_sections_begin_at_the_same_height(guide_id: str) -> None:
    words = [library_of(code).edition.words.gettext for code in EDITIONS]
    for section in ("Before you go", "At the door", "Ask", "Look and listen", "Explain", "Agreements", "Sources"):
        places = [_heading(sheets_of(guide_id), half, words[half](section)) for half in (0, 1)]
        assert places[0] is not None and places[0] == places[1], f"{section}: {places}"


def _heading(pages: list[PdfPage], half: int, title: str) -> tuple[int, int] | None:
    """Page and height of a bold line that is the title."""
    for number, page in enumerate(pages):
        for line in page.crop(
            (half * page.width / 2, 0, (half + 1) * page.width / 2, page.height)
        ).extract_text_lines():
            if line["text"].strip() == title and "Bold" in line["chars"][0]["fontname"]:
                return number, round(line["top"])
    return None


@pytest.mark.parametrize("guide_id", BOTH)
def test_page_keeps_its_measures(guide_id: str) -> None:
    pages = sheets_of(guide_id)
    assert {(round(page.width / MM), round(page.height / MM)) for page in pages} == {(297, 210)}
    assert len(pages) <= guide_facing.MOST
    for number, page in enumerate(pages, 1):
        ink = checks.ink(page)
        edges = min(thing["x0"] for thing in ink), page.width - max(thing["x1"] for thing in ink)
        edges += min(thing["top"] for thing in ink), page.height - max(thing["bottom"] for thing in ink)
        assert min(edges) / MM >= checks.NO_INK, f"page {number}: {min(edges) / MM:.1f} mm"
        used = checks.fullness(page, LANDSCAPE)
        assert used >= checks.LEAST_USED, f"page {number} is used to {used:.0%}"
        assert not [char for char in page.chars if char["size"] < 8.95 and not checks.is_citation(char["text"])]
        middle = page.width / 2
        assert not [char for char in page.chars if char["x0"] < middle - 3 * MM < middle + 3 * MM < char["x1"]]


@pytest.mark.parametrize("guide_id", BOTH)
def test_document_is_one(guide_id: str) -> None:
    document = lxml_html.fromstring(job_of(guide_id).html)
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(document.xpath("//h1")) == 1
