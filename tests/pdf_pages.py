"""The pages of a PDF, asked as pdfplumber asks and read by MuPDF: the same characters and shapes in a thirtieth of the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

import pymupdf
from pdfplumber.container import Container
from pdfplumber.utils import crop_to_bbox
from pdfplumber.utils.text import TextMap, chars_to_textmap, extract_words

Thing = dict[str, Any]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_INHIBIT_SPACES
    | pymupdf.TEXT_MEDIABOX_CLIP
)
EVEN = 0.001
"""In points: what differs less is as wide as it was drawn."""


class PdfPage(Container):
    """What pdfplumber knows of a page, as far as a test asks for it."""

    def __init__(self, objects: dict[str, list[Thing]], width: float, height: float) -> None:
        self._objects, self.width, self.height = objects, width, height

    @property
    def objects(self) -> dict[str, list[Thing]]:
        return self._objects

    def crop(self, box: Box) -> PdfPage:
        """The part within `x0, top, x1, bottom`; what crosses its edge is cut there."""
        within = {kind: crop_to_bbox(things, box) for kind, things in self._objects.items()}
        return PdfPage(within, box[2] - box[0], box[3] - box[1])

    def extract_text(self) -> str:
        return self._text.as_string if self.chars else ""

    def extract_text_lines(self) -> list[Thing]:
        return self._text.extract_text_lines() if self.chars else []

    def extract_words(self, **options: Any) -> list[Thing]:
        return extract_words(self.chars, **options)

    @cached_property
    def _text(self) -> TextMap:
        return chars_to_textmap(self.chars)


def pdf_pages(content: bytes) -> list[PdfPage]:
    with pymupdf.open(stream=content) as document:
        for read in document:
            _without_patterns(document, read.xref)
        return [PdfPage(_objects(read), read.rect.width, read.rect.height) for read in document]


def _without_patterns(document: pymupdf.Document, page: int) -> None:
    """A surface with a pattern is one surface, as for pdfplumber; MuPDF would draw each of its tiles."""
    kind, value = document.xref_get_key(page, "Resources")
    owner, path = (int(value.split()[0]), "Pattern") if kind == "xref" else (page, "Resources/Pattern")
    if document.xref_get_key(owner, path)[0] != "null":
        document.xref_set_key(owner, path, "null")
        pymupdf.TOOLS.mupdf_display_errors(False)  # it would say for each surface that its pattern is gone


def _objects(read: pymupdf.Page) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in (*_chars(read), *_shapes(read)):
        thing["doctop"] = thing["top"]
        thing["width"] = thing["x1"] - thing["x0"]
        thing["height"] = thing["bottom"] - thing["top"]
        found[thing["object_type"]].append(thing)
    return dict(found)


def _chars(read: pymupdf.Page) -> Iterator[Thing]:
    """A character is as high as its font is large, and hangs below its line as far as the font says."""
    for block in read.get_text("rawdict", flags=FLAGS)["blocks"]:
        for line in block["lines"]:
            upright = abs(line["dir"][0]) > 0.5
            for span in line["spans"]:
                size, colour = span["size"], _colour(span["color"])
                for char in _whole(span["chars"]):
                    x, y = char["origin"]
                    x0, top, x1, bottom = char["bbox"]
                    hangs = -span["descender"] * size
                    box = (
                        (x0, x1, y + hangs - size, y + hangs) if upright else (x + hangs - size, x + hangs, top, bottom)
                    )
                    yield {
                        "object_type": "char",
                        "text": char["c"],
                        "fontname": span["font"],
                        "size": size,
                        "upright": upright,
                        "non_stroking_color": colour,
                        "stroking_color": None,
                        **dict(zip(("x0", "x1", "top", "bottom"), box, strict=True)),
                    }


def _whole(chars: list[Thing]) -> list[Thing]:
    """What one glyph stands for is one character: MuPDF gives the second letter of "ft" no width."""
    found: list[Thing] = []
    for char in chars:
        if found and char["bbox"][0] == char["bbox"][2] == found[-1]["bbox"][2]:
            found[-1]["c"] += char["c"]
        else:
            found.append(char)
    return found


def _colour(number: int) -> tuple[float, ...]:
    return tuple((number >> shift & 255) / 255 for shift in (16, 8, 0))


def _shapes(read: pymupdf.Page) -> Iterator[Thing]:
    """As far as they show: a browser draws a box that goes on from the page before in full height, and clips it."""
    clips: list[tuple[int, Box]] = []
    for drawing in read.get_cdrawings(extended=True):
        while clips and clips[-1][0] >= drawing["level"]:
            clips.pop()
        if drawing["type"] == "clip":
            clips.append((drawing["level"], drawing["scissor"]))
        if "items" not in drawing or drawing["type"] == "clip":
            continue
        paint = {
            "stroke": "s" in drawing["type"],
            "fill": "f" in drawing["type"],
            "stroking_color": drawing.get("color"),
            "non_stroking_color": drawing.get("fill"),
        }
        for points, kind in _subpaths(drawing["items"]):
            across, down = zip(*points, strict=True)
            box = (min(across), min(down), max(across), max(down))
            for _, clip in clips:
                box = (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
            if box[0] <= box[2] and box[1] <= box[3]:
                yield {
                    "object_type": kind,
                    "pts": points,
                    **dict(zip(("x0", "top", "x1", "bottom"), box, strict=True)),
                    **paint,
                }


def _subpaths(items: list[tuple]) -> Iterator[tuple[list[Point], str]]:
    """Corners and kind (rect, line, curve) of each piece that is drawn without lifting the pen."""
    points: list[Point] = []
    straight = 0
    for kind, *where in items:
        if kind == "re":
            yield from _ended(points, straight)
            points = []
            x0, y0, x1, y1 = where[0]
            yield [(x0, y0), (x1, y1)], "rect"
            continue
        if kind == "qu":
            yield from _ended(points, straight)
            points = []
            yield list(where[0]), "curve"
            continue
        first, last = where[0], where[-1]
        if not points or points[-1] != first:
            yield from _ended(points, straight)
            points, straight = [first], 0
        points.append(last)
        straight += kind == "l"
    yield from _ended(points, straight)


def _ended(points: list[Point], straight: int) -> Iterator[tuple[list[Point], str]]:
    sides = [(abs(x0 - x1) < EVEN, abs(y0 - y1) < EVEN) for (x0, y0), (x1, y1) in pairwise(points)]
    if len(sides) == straight == 4 and points[0] == points[-1] and sides[:2] == sides[2:] and all(map(any, sides)):
        yield points, "rect"
    elif points:
        yield points, "line" if len(sides) == straight == 1 else "curve"
