"""The QR code as a phone sees it: blurred, at 100 dpi, in black and white."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import segno
from paper_kit import Paper
from PIL import Image, ImageFilter

DPI = 100
SIZE, QUIET = 30, 4
CORNER = (160, 8, 202, 43)
"""In mm: where on page 1 the code lies, and no text."""


def test_code_reads_back(paper: Paper, tmp_path: Path) -> None:
    assert _read(paper, tmp_path) == _expected(paper.url)


def test_another_address_does_not(one: Paper, tmp_path: Path) -> None:
    assert _read(one, tmp_path) != _expected(one.url[:-2] + "x/")


def test_code_is_level_m(paper: Paper) -> None:
    assert segno.make(paper.url, error="m", micro=False, boost_error=False).error == "M"


def _expected(url: str) -> list[list[bool]]:
    return [
        [bool(module) for module in row] for row in segno.make(url, error="m", micro=False, boost_error=False).matrix
    ]


def _read(paper: Paper, folder: Path) -> list[list[bool]]:
    """The middle of each module of the picture: black or white."""
    (folder / "a.pdf").write_bytes(paper.pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-l", "1", "-singlefile", "-gray", "-png", "a.pdf", "a"], cwd=folder, check=True
    )
    blurred = Image.open(folder / "a.png").convert("L").filter(ImageFilter.GaussianBlur(0.8))
    picture = blurred.point(lambda grey: 255 if grey > 127 else 0)
    number = len(_expected(paper.url))
    corner = [round(edge / 25.4 * DPI) for edge in CORNER]
    left, top, _, _ = picture.crop(corner).point(lambda grey: 255 - grey).getbbox()
    step = SIZE / (number + 2 * QUIET) / 25.4 * DPI

    def black(row: int, column: int) -> bool:
        x, y = corner[0] + left + (column + 0.5) * step, corner[1] + top + (row + 0.5) * step
        return picture.getpixel((int(x), int(y))) == 0

    return [[black(row, column) for column in range(number)] for row in range(number)]


@pytest.fixture(autouse=True)
def _poppler() -> None:
    """Fails with the repair where the tool is missing."""
    try:
        subprocess.run(["pdftoppm", "-v"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.fail("pdftoppm is missing: apt install poppler-utils")
