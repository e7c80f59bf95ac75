"""The QR code as a phone sees it: blurred, at 100 dpi, in black and white; module by module, and by a reader that looks for it on the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pypdfium2
import pytest
import segno
from paper_checks import HAIR, MM, SHEETS
from paper_kit import EDITIONS, LEAVES, SITE, Paper, paper_of
from PIL import Image, ImageFilter
from py_mini_racer import MiniRacer
from tas.ground.places import ASSETS

DPI = 100
SIZE, QUIET = 30, 4
CORNER = (156, 8, 202, 30)
"""In mm: where on page 1 of an A4 the upper part of the code lies, and no text."""
LOOK = """(bits, width, height) => { const data = new Uint8ClampedArray(bits.length * 4);
  for (let at = 0; at < bits.length; at += 1) data.set([255, 255, 255, 255].fill(bits[at] === "1" ? 255 : 0, 0, 3), at * 4);
  const found = tas.readQr(data, width, height); return found ? found.data : null; }"""
OTHERS = [
    (*next(leaf for leaf in LEAVES if leaf[0] == code), kind)
    for code, _ in EDITIONS
    for kind in ("large", "a5", "leaf", "leaf-large")
]
"""Of each edition one paper of the other kinds that carry a code."""


def test_code_reads_back(guide: Paper) -> None:
    assert _read(guide, guide.url) == _expected(guide.url)


@pytest.mark.parametrize("name", OTHERS, ids="/".join)
def test_code_of_the_other_papers_reads_back(name: tuple[str, str, str], all_made: None) -> None:
    """Large print, booklet, leaf of signs; posters are read in their own tests."""
    paper = paper_of(*name)
    url = SITE + paper.library.address("danger-signs") if paper.is_leaf else paper.url
    assert [said for said in map(_look, _seen(paper)) if said] == [url]


def test_its_address_stays_within_the_margin(guide: Paper) -> None:
    """The white edge of the code lies in the margin, and may; words may not."""
    page = guide.pages[0]
    address = [char for char in page.chars if CORNER[0] * MM < char["x0"] and char["top"] < page.height / 3]
    assert address and max(char["x1"] for char in address) <= page.width - SHEETS["a4"].outer * MM + HAIR * MM


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
    picture = next(_seen(paper))
    number = len(_expected(url))
    corner = [round(edge / 25.4 * DPI) for edge in CORNER]
    left, top, _, _ = picture.crop(corner).point(lambda grey: 255 - grey).getbbox()
    step = SIZE / (number + 2 * QUIET) / 25.4 * DPI

    def black(row: int, column: int) -> bool:
        x, y = corner[0] + left + (column + 0.5) * step, corner[1] + top + (row + 0.5) * step
        return picture.getpixel((int(x), int(y))) == 0

    return [[black(row, column) for column in range(number)] for row in range(number)]


def _seen(paper: Paper) -> Iterator[Image.Image]:
    """Page by page."""
    for page in pypdfium2.PdfDocument(paper.pdf):
        sharp = page.render(scale=DPI / 72, grayscale=True).to_pil()
        yield sharp.convert("L").filter(ImageFilter.GaussianBlur(0.8)).point(lambda grey: 255 if grey > 127 else 0)


def _look(picture: Image.Image) -> str | None:
    """What a code anywhere on the page says."""
    bits = "".join("1" if grey else "0" for grey in picture.tobytes())
    said: str | None = _reader().call("look", bits, picture.width, picture.height)
    return said


@cache
def _reader() -> MiniRacer:
    made = MiniRacer()
    made.eval((ASSETS / "vendor/jsqr.js").read_text(encoding="utf-8"))
    made.eval(f"const look = {LOOK}")
    return made
