"""A5 pages -> A4 sheets to print on both sides (flip on the short edge), fold and staple; for printing only, not for reading."""

from __future__ import annotations

import io
from typing import Any

import pypdf
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tas.paper.engine import Rendered

MM = 72 / 25.4
WIDTH, HEIGHT = 148.5 * MM, 210 * MM
Sides = list[tuple[int | None, int | None]]
"""Left and right page of each side of a sheet, counted from 0; None is empty."""


def imposed(rendered: Rendered, *, right_to_left: bool = False) -> bytes:
    """The worker's pages as a booklet, then the referral slip, if there is one, twice on a sheet, with its back behind it: cut the sheet in two."""
    places = rendered.places
    apart = [places[name] for name in ("referral", "after-referral-back") if name in places]
    sides = booklet([page for page in range(rendered.pages) if page not in apart])
    sides += [(page, page) for page in apart]
    if right_to_left:  # such a book opens at its other side
        sides = [(right, left) for left, right in sides]
    source = PdfReader(io.BytesIO(rendered.pdf))
    writer = PdfWriter()
    for left, right in sides:
        sheet = writer.add_blank_page(2 * WIDTH, HEIGHT)
        for page, x in ((left, 0.0), (right, WIDTH)):
            if page is not None:
                _put(sheet, source.pages[page], x)
        sheet.compress_content_streams()
    _describe(writer, source, right_to_left=right_to_left)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def booklet(pages: list[int]) -> Sides:
    """Saddle stitch: last beside first, second beside last but one, …; filled up to a multiple of four."""
    padded: list[int | None] = [*pages, *[None] * (-len(pages) % 4)]
    sides: Sides = []
    for outer in range(0, len(padded) // 2, 2):
        sides += [(padded[-1 - outer], padded[outer]), (padded[outer + 1], padded[-2 - outer])]
    return sides


def _put(sheet: PageObject, page: PageObject, x: float) -> None:
    """An A5 page is half a millimetre narrower than half an A4 one: it keeps its place on its half."""
    page.pop("/Annots", None)  # links lead nowhere on paper
    offset = x + (WIDTH - float(page.mediabox.width)) / 2
    sheet.merge_transformed_page(page, Transformation().translate(offset, 0))


def _describe(writer: PdfWriter, source: PdfReader, *, right_to_left: bool) -> None:
    """Title and language for who opens it all the same; the printer is told how to turn the sheets."""
    root: Any = writer.root_object
    info: Any = source.metadata or {}
    catalogue: Any = source.trailer["/Root"]
    root[NameObject("/Lang")] = catalogue["/Lang"]
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/DisplayDocTitle"): pypdf.generic.BooleanObject(True),
            NameObject("/Duplex"): NameObject("/DuplexFlipShortEdge"),
            NameObject("/PrintScaling"): NameObject("/None"),
        }
    )
    if right_to_left:
        root["/ViewerPreferences"][NameObject("/Direction")] = NameObject("/R2L")
    kept = {name: TextStringObject(info[name]) for name in ("/Title", "/CreationDate", "/ModDate") if name in info}
    writer.add_metadata(kept)
