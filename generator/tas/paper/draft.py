"""The engine for drafts: PlutoPrint, where Pango cannot be had. The same pages without tags or fields: to look at, never to publish."""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from pathlib import PurePosixPath

from tas.ground.places import ASSETS
from tas.paper.engine import REPAIR, load_engine
from tas.problems import MissingEngine

ENGINE = "plutoprint"
WHY = f"drafts only, named *.draft.pdf: {REPAIR}"


@cache
def are_drafts() -> bool:
    """Whether papers are drafts on this machine. Asks for Pango only where the other engine is there too: loading takes a second."""
    if find_spec(ENGINE) is None:
        return False
    try:
        load_engine()
    except MissingEngine:
        return True
    return False


def draft_name(address: str) -> str:
    """`duties.paper-a.pdf` -> `duties.paper-a.draft.pdf`"""
    return str(PurePosixPath(address).with_suffix(".draft.pdf"))


def render_draft(html: str) -> bytes:
    import plutoprint

    book = plutoprint.Book(size=plutoprint.PAGE_SIZE_A4, media=plutoprint.MEDIA_TYPE_PRINT)
    book.load_html(html, base_url=(ASSETS / "guide.css").as_uri())
    stream = io.BytesIO()
    book.write_to_pdf_stream(stream)
    return stream.getvalue()
