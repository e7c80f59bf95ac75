"""Pictures that a bag may have of its own, in `assets/`: its mark, its icons, the band above a page. Each goes before ours of that name."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from tas.ground.places import TEMPLATES
from tas.media import drawing

FOLDER = "assets"
PICTURES = {
    "mark.svg": None,
    "favicon.svg": "favicon.svg",
    "icon-192.png": "icon-192.png",
    "icon-512.png": "icon-512.png",
    "band.svg": "kawung-rule.svg",
}
"""Name -> the file of a site's `assets/images/` that it replaces; the mark is drawn in each page."""
LARGEST = 100_000
"""Bytes of an icon; a drawing has its own measure."""

OF_THE_PAGE = {"class", "href", "use", "symbol", "clipPath", "mask", "clip-path", "role", "aria-hidden", "aria-label"}
"""Not in the mark: it stands inside the page, whose styles and ids would reach it."""
SHOWN = {"class": "icon", "width": "34", "height": "34", "aria-hidden": "true"}
"""How the mark stands in a page."""


def own_picture(root: Path, name: str) -> Path | None:
    """The bag's file of that name; None where ours stands."""
    file = root / FOLDER / name
    return file if file.is_file() else None


def mark(root: Path) -> str:
    """The drawing beside the name of the bag, as it stands in a page."""
    own = own_picture(root, "mark.svg")
    if own is None:
        return (TEMPLATES / "icons/mark.svg").read_text(encoding="utf-8").strip()
    drawn = _parsed(own.read_bytes())
    for name, value in SHOWN.items():
        drawn.set(name, value)
    return etree.tostring(drawn, encoding="unicode").strip()


def band(root: Path) -> str | None:
    """The bag's own band as a CSS value; None where ours stands."""
    own = own_picture(root, "band.svg")
    return f'url("data:image/svg+xml,{quote(own.read_text(encoding="utf-8").strip())}")' if own else None


def wrong(file: Path) -> Iterator[tuple[int, str]]:
    """(line, sentence) for all that keeps a picture from being shown."""
    content = file.read_bytes()
    yield from _wrong_png(file.stem, content) if file.suffix == ".png" else drawing.faults(content, OF_THE_PAGE)


def _wrong_png(stem: str, content: bytes) -> Iterator[tuple[int, str]]:
    size = int(stem.rpartition("-")[2])
    if len(content) > LARGEST:
        yield 1, f"the picture has {len(content) // 1000} kB, but at most {LARGEST // 1000} kB fit; make it simpler"
    if content[:8] != b"\x89PNG\r\n\x1a\n" or len(content) < 24:
        yield 1, "this is not a PNG picture; save it as one"
    elif struct.unpack(">II", content[16:24]) != (size, size):
        width, height = struct.unpack(">II", content[16:24])
        yield 1, f"the picture is {width} × {height} pixels, but must be {size} × {size}; make it that size"


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(content, parser)
