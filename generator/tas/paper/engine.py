"""The PDF engine: WeasyPrint, made strict; its warnings are errors, and nothing is fetched from elsewhere."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Any, NamedTuple

from tas.ground.places import ASSETS
from tas.paper.air import well_filled
from tas.paper.room import with_room
from tas.problems import ERROR, ContentError, MissingEngine, Problem

FONTS = tuple(sorted((ASSETS / "fonts").glob("*.ttf")))
CLAIM: dict[str, Any] = {"pdf_variant": "pdf/ua-1"}
NO_CLAIM: dict[str, Any] = {"pdf_tags": True}
"""Of a paper whose lines run from right to left: tagged all the same, but programs read other letters in it than the eye sees, so it is not
called accessible; the page is."""
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
TURNED = re.compile(r'<html [^>]*dir="rtl"')
ENGINES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "pypdf")
REPAIR = (
    "the PDF engine needs the library Pango, which this machine lacks; install it "
    "(Debian or Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango; "
    "Windows: MSYS2, then pacman -S mingw-w64-x86_64-pango)"
)


class Rendered(NamedTuple):
    """A document, its number of pages, and the page (counted from 0) on which each `id` stands."""

    pdf: bytes
    pages: int
    places: dict[str, int]


def render_pdf(html: str, place: str, *, fields: bool = False) -> Rendered:
    """`html` as PDF; `place` is the file that a complaint names; `fields`: inputs become fields to fill in.

    Relative addresses count from assets/.
    """
    weasyprint, fonts = load_engine()
    options = {**(NO_CLAIM if TURNED.search(html) else CLAIM), "pdf_forms": fields, "custom_metadata": True}

    def lay(text: str) -> Any:
        sheets = [_sheet(style) for style in STYLE.findall(text)]
        return weasyprint.HTML(string=STYLE.sub("", text), **_at_home()).render(
            font_config=fonts, stylesheets=sheets, **options
        )

    with _strict(place):
        document = well_filled(lay, html)
        lined = with_room(document, html)
        document = document if lined == html else well_filled(lay, lined)
        places = {name: number for number, page in enumerate(document.pages) for name in page.anchors}
        pdf = document.write_pdf(finisher=_one_field_an_answer if fields else None, **options)
        return Rendered(pdf, len(document.pages), places)


def engine_version() -> str:
    """Part of every cache key: another engine is another paper. Does not load it: an unchanged build need not wait."""
    return " ".join(f"{name} {version(name)}" for name in ENGINES)


def _one_field_an_answer(document: Any, pdf: Any) -> None:
    """The engine lists each radio button as a field beside its group; ISO 32000-1, 12.7.3.1 wants only the root of each."""
    buttons: list[Any] = [
        thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("FT") == "/Btn" and "Parent" in thing
    ]
    inside = {button.reference for button in buttons}
    form = pdf.catalog["AcroForm"]
    form["Fields"] = type(form["Fields"])(field for field in form["Fields"] if field not in inside)
    for button in buttons:
        del button["T"]


@lru_cache(32)
def _sheet(style: str) -> Any:
    """Read once a process: hundreds of papers have the same, and each is laid out several times."""
    weasyprint, fonts = load_engine()
    return weasyprint.CSS(string=style, font_config=fonts, **_at_home())


def _at_home() -> dict[str, Any]:
    """Where relative addresses count from, and that nothing is fetched from elsewhere."""
    from weasyprint.urls import URLFetcher

    return {"base_url": (ASSETS / "guide.css").as_uri(), "url_fetcher": URLFetcher(allowed_protocols=("file", "data"))}


@cache
def load_engine() -> tuple[Any, Any]:
    """The module and the one font configuration of this process. Raises MissingEngine without Pango."""
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except OSError:
        raise MissingEngine(REPAIR) from None
    gc.freeze()  # what is loaded now stays, and layout leaves little behind: a fifth of the time went into looking for it
    gc.set_threshold(50_000, 20, 100)
    return weasyprint, FontConfiguration()


@contextmanager
def _strict(place: str) -> Iterator[None]:
    """Whatever the engine warns of makes the paper fail: a missing picture or an ignored rule is not seen by its author."""
    said = _Said()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(said)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.removeHandler(said)
        logger.propagate = propagate
    if said.lines:
        _sheet.cache_clear()  # what was said of a style sheet is said again to the next paper
        raise ContentError(
            [Problem(place, 1, 1, ERROR, f"the PDF engine warns: {line}", "pdf-engine") for line in said.lines]
        )


class _Said(logging.Handler):
    """Keeps each warning once, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.lines[record.getMessage()] = None
