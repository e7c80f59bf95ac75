"""Pictures that a bag may have of its own, in `assets/`: its mark, its icons, the band above a page. Each goes before ours of that name."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from tas.ground.places import TEMPLATES

FOLDER = "assets"
PICTURES = {
    "mark.svg": None,
    "favicon.svg": "favicon.svg",
    "icon-192.png": "icon-192.png",
    "icon-512.png": "icon-512.png",
    "band.svg": "kawung-rule.svg",
}
"""Name -> the file of a site's `assets/images/` that it replaces; the mark is drawn in each page."""
LARGEST = {".svg": 20_000, ".png": 100_000}
"""Bytes."""

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc", "defs",
    "linearGradient", "radialGradient", "stop",
}  # fmt: skip
ATTRIBUTES = {
    "id", "viewBox", "width", "height", "version", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx",
    "ry", "fx", "fy", "points", "transform", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
    "stroke-dasharray", "stroke-miterlimit", "fill-rule", "clip-rule", "fill-opacity", "stroke-opacity", "opacity",
    "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "preserveAspectRatio",
}  # fmt: skip
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
    most = LARGEST[file.suffix]
    if len(content) > most:
        yield 1, f"the picture has {len(content) // 1000} kB, but at most {most // 1000} kB fit; make it simpler"
    yield from _wrong_png(file.stem, content) if file.suffix == ".png" else _wrong_svg(content)


def _wrong_png(stem: str, content: bytes) -> Iterator[tuple[int, str]]:
    size = int(stem.rpartition("-")[2])
    if content[:8] != b"\x89PNG\r\n\x1a\n" or len(content) < 24:
        yield 1, "this is not a PNG picture; save it as one"
    elif struct.unpack(">II", content[16:24]) != (size, size):
        width, height = struct.unpack(">II", content[16:24])
        yield 1, f"the picture is {width} × {height} pixels, but must be {size} × {size}; make it that size"


def _wrong_svg(content: bytes) -> Iterator[tuple[int, str]]:
    """Only what draws: nothing that runs, and nothing that is fetched from elsewhere."""
    try:
        if b"<!" in re.sub(rb"<!--.*?-->", b"", content, flags=re.DOTALL):
            raise ValueError
        drawn = _parsed(content)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield (
            getattr(error, "lineno", None) or 1,
            "this is not a plain SVG picture; save it as one, without a document type",
        )
        return
    if drawn.tag != f"{SVG}svg" or not drawn.get("viewBox"):
        yield 1, "the first element is not <svg> with a viewBox; save it as a plain SVG picture"
    for element in drawn.iter(etree.Element):
        line, name = element.sourceline or 1, str(element.tag).removeprefix(SVG)
        if name not in ELEMENTS:
            yield line, f"<{name}> has no place in a picture that stands in every page; draw it with paths"
            continue
        for attribute, value in element.attrib.items():
            if attribute not in ATTRIBUTES or ("url(" in value and not re.fullmatch(r"url\(#[\w-]+\)", value)):
                yield (
                    line,
                    f"{attribute}={value[:40]!r} has no place in a picture that stands in every page; take it out",
                )


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(content, parser)
