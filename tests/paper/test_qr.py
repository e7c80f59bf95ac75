"""The QR code as a phone sees it: blurred, at 100 dpi, in black and white."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import segno
from paper_kit import Paper
from PIL import Image, ImageFilter

DPI = 100
LEFT, TOP, SIZE, QUIET = 168, 13, 30, 4
"""In mm: 3 mm into the outer margin and 2 mm into the upper one, which the quiet zone fills."""


def test_code_reads_back(paper: Paper, tmp_path: Path) -> None:
    assert _read(paper, tmp_path) == _expected(paper.url)


def test_another_address_does_not(one: Paper, tmp_path: Path) -> None:
    assert _read(one, tmp_path) != _expected(one.url[:-2] + "x/")


def test_code_is_level_m(paper: Paper) -> None:
    assert segno.make(paper.url, error="m", micro=False, boost_error=False).error == "M"


def _expected(url: str) -> list[list[bool]]:
    return [[bool(module) for module in row] for row in segno.make(url, error="m", micro=False, boost_error=False).matrix]


def _read(paper: Paper, folder: Path) -> list[list[bool]]:
    """The middle of each module of the picture: black or white."""
    (folder / "a.pdf").write_bytes(paper.pdf)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-l", "1", "-singlefile", "-gray", "-png", "a.pdf", "a"], cwd=folder, check=True)
    picture = Image.open(folder / "a.png").filter(ImageFilter.GaussianBlur(.8)).point(lambda grey: 255 if grey > 127 else 0)
    number = len(_expected(paper.url))
    step = SIZE / (number + 2 * QUIET)

    def black(row: int, column: int) -> bool:
        x, y = (start + (QUIET + place + .5) * step for start, place in ((LEFT, column), (TOP, row)))
        return picture.getpixel((round(x / 25.4 * DPI - .5), round(y / 25.4 * DPI - .5))) == 0

    return [[black(row, column) for column in range(number)] for row in range(number)]


@pytest.fixture(autouse=True)
def _poppler() -> None:
    """Fails with the repair where the tool is missing."""
    try:
        subprocess.run(["pdftoppm", "-v"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.fail("pdftoppm is missing: apt install poppler-utils")
