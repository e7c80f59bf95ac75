"""The QR code as a phone sees it: blurred, at 100 dpi, in black and white."""

from __future__ import annotations

import pypdfium2
import pytest
import segno
from paper_kit import EDITIONS, LEAVES, SITE, Paper, paper_of
from PIL import ImageFilter

DPI = 100
SIZE, QUIET = 30, 4
CORNERS = {"a4": (156, 8, 202, 30), "large": (156, 8, 202, 30), "a5": (104, 4, 146, 26)}
"""In mm: where on page 1 the upper part of the code lies, and no text."""
OTHERS = [
    (*next(leaf for leaf in LEAVES if leaf[0] == code), kind)
    for code, _ in EDITIONS
    for kind in ("large", "a5", "leaf", "leaf-large")
]
"""Of each edition one paper of the other kinds that carry a code: it stands in the same place on all of a kind."""


def test_code_reads_back(guide: Paper) -> None:
    assert _read(guide, guide.url) == _expected(guide.url)


@pytest.mark.parametrize("name", OTHERS, ids="/".join)
def test_code_of_the_other_papers_reads_back(name: tuple[str, str, str], all_made: None) -> None:
    """Large print, booklet, leaf of signs; posters are read in their own tests."""
    paper = paper_of(*name)
    url = SITE + paper.library.address("danger-signs") if paper.is_leaf else paper.url
    assert _read(paper, url) == _expected(url)


def test_another_address_does_not(one: Paper) -> None:
    assert _read(one, one.url) != _expected(one.url[:-2] + "x/")


def test_code_is_level_m(guide: Paper) -> None:
    assert segno.make(guide.url, error="m", micro=False, boost_error=False).error == "M"


def _expected(url: str) -> list[list[bool]]:
    return [
        [bool(module) for module in row] for row in segno.make(url, error="m", micro=False, boost_error=False).matrix
    ]


def _read(paper: Paper, url: str) -> list[list[bool]]:
    """The middle of each module of the picture: black or white."""
    sharp = pypdfium2.PdfDocument(paper.pdf)[0].render(scale=DPI / 72, grayscale=True).to_pil()
    picture = sharp.convert("L").filter(ImageFilter.GaussianBlur(0.8)).point(lambda grey: 255 if grey > 127 else 0)
    number = len(_expected(url))
    corner = [round(edge / 25.4 * DPI) for edge in CORNERS[paper.form.paper]]
    left, top, _, _ = picture.crop(corner).point(lambda grey: 255 - grey).getbbox()
    step = SIZE / (number + 2 * QUIET) / 25.4 * DPI

    def black(row: int, column: int) -> bool:
        x, y = corner[0] + left + (column + 0.5) * step, corner[1] + top + (row + 0.5) * step
        return picture.getpixel((int(x), int(y))) == 0

    return [[black(row, column) for column in range(number)] for row in range(number)]
