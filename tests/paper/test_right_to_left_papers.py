"""A guide whose lines run from right to left, on paper: what begins a line stands right, and a number keeps its order."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from fire_bag import fire_bag
from tas.paper.papers import ordered
from tas.read.bag import read_bag
from tas.read.project import read_project


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    """Edition -> pages of its guide."""
    bag: Path = fire_bag(tmp_path_factory.mktemp("fire") / "bag")
    read = read_bag(read_project(bag))
    made = {
        order.address.split("/")[1]: order.job.make()
        for order in ordered(read, read.project.site_url)
        if order.export == "guide-pdf"
    }
    return {code: pdfplumber.open(io.BytesIO(pdf)).pages for code, pdf in made.items()}


def place(page, word: str) -> float:
    """How far right of the left edge its middle is, as a share of the sheet."""
    (first, *_) = [found for found in page.extract_words() if word in found["text"]]
    return (first["x0"] + first["x1"]) / 2 / page.width


def test_both_have_four_pages(pages: dict[str, list]) -> None:
    assert {code: len(of) for code, of in pages.items()} == {"en-GB": 4, "ar": 4}


@pytest.mark.parametrize(("code", "begins"), [("en-GB", 0), ("ar", 1)])
def test_what_begins_a_line_stands_at_its_side(pages: dict[str, list], code: str, begins: int) -> None:
    """The code of the guide, in its head and in the corner of the sheet; the QR code and its address stand opposite."""
    first = pages[code][0]
    codes = [word for word in first.extract_words() if "EX-01" in word["text"]]
    assert len(codes) == 2
    assert all(round((word["x0"] + word["x1"]) / 2 / first.width) == begins for word in codes)
    assert round(place(first, "tas.example.org")) == 1 - begins


def test_the_binding_has_its_room(pages: dict[str, list]) -> None:
    """25 mm at the inner side of the first page, 15 at the outer one."""
    for code, of in pages.items():
        lines = [line for line in of[1].rects + of[1].lines if line["width"] > of[1].width / 2]
        left = min(line["x0"] for line in lines) / of[1].width * 210
        assert round(left) == (25 if code == "ar" else 15), (code, left)


def test_a_number_keeps_its_order(pages: dict[str, list]) -> None:
    """Letter by letter, as it lies on the sheet."""
    drawn = "".join(
        letter["text"] for letter in sorted(pages["ar"][0].chars, key=lambda one: (round(one["top"]), one["x0"]))
    )
    assert "0800-2000" in drawn and "2026-11-21" in drawn and "2000-0800" not in drawn
