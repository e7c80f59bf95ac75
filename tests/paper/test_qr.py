"""The QR code as a phone sees it: blurred, at 100 dpi, in black and white."""

from __future__ import annotations

import pypdfium2
import segno
from paper_kit import Paper
from PIL import ImageFilter

DPI = 100
SIZE, QUIET = 30, 4
CORNER = (160, 8, 202, 43)
"""In mm: where on page 1 of A4 the code lies, and no text."""


def test_code_reads_back(guide: Paper) -> None:
    assert _read(guide) == _expected(guide.url)


def test_another_address_does_not(one: Paper) -> None:
    assert _read(one) != _expected(one.url[:-2] + "x/")


def test_code_is_level_m(guide: Paper) -> None:
    assert segno.make(guide.url, error="m", micro=False, boost_error=False).error == "M"


def _expected(url: str) -> list[list[bool]]:
    return [
        [bool(module) for module in row] for row in segno.make(url, error="m", micro=False, boost_error=False).matrix
    ]


def _read(paper: Paper) -> list[list[bool]]:
    """The middle of each module of the picture: black or white."""
    sharp = pypdfium2.PdfDocument(paper.pdf)[0].render(scale=DPI / 72, grayscale=True).to_pil()
    picture = sharp.convert("L").filter(ImageFilter.GaussianBlur(0.8)).point(lambda grey: 255 if grey > 127 else 0)
    number = len(_expected(paper.url))
    corner = [round(edge / 25.4 * DPI) for edge in CORNER]
    left, top, _, _ = picture.crop(corner).point(lambda grey: 255 - grey).getbbox()
    step = SIZE / (number + 2 * QUIET) / 25.4 * DPI

    def black(row: int, column: int) -> bool:
        x, y = corner[0] + left + (column + 0.5) * step, corner[1] + top + (row + 0.5) * step
        return picture.getpixel((int(x), int(y))) == 0

    return [[black(row, column) for column in range(number)] for row in range(number)]
