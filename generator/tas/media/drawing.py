"""A drawing in SVG: refused unless it only draws. Nothing is cleaned: what runs, loads or writes has no place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lxml import etree

from tas.media.made import File

LARGEST = 20_000
"""Bytes."""
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
DRAWS = {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc", "defs",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "use", "symbol",
}  # fmt: skip
ATTRIBUTES = {
    "id", "class", "viewBox", "width", "height", "version", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
    "rx", "ry", "fx", "fy", "points", "transform", "fill", "stroke", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "fill-rule", "clip-rule",
    "fill-opacity", "stroke-opacity", "opacity", "offset", "stop-color", "stop-opacity", "gradientUnits",
    "gradientTransform", "spreadMethod", "clipPathUnits", "clip-path", "mask", "maskUnits", "maskContentUnits",
    "href", "preserveAspectRatio", "role", "aria-hidden", "aria-label", "vector-effect", "paint-order",
}  # fmt: skip
SAID = {"title", "desc"}
"""Words inside, which nobody hears of a picture with an alt text: left out."""
OWN = re.compile(r"#[\w-]+")
OWN_URL = re.compile(r"url\(#[\w-]+\)")
NUMBERS = re.compile(r"[\s,]+")
SHOWN_WIDTH = 480
"""Pixels, where a page has room for them."""
WORDS = {
    "text": "words in a drawing cannot be translated or heard; write them beside it",
    "tspan": "words in a drawing cannot be translated or heard; write them beside it",
    "style": "give each shape its colours as attributes (fill, stroke)",
    "metadata": 'save it as "plain SVG"',
    "image": "a photo has its own file",
}
"""What to do instead of an element; of the others there is one sentence."""


def faults(content: bytes, without: Set[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """(line, sentence) for all that has no place in a drawing; `without`: elements and attributes that have none in this one besides."""
    if len(content) > LARGEST:
        yield 1, f"the drawing has {len(content) // 1000} kB, but at most {LARGEST // 1000} kB fit; make it simpler"
        return
    root = _parsed(content)
    if isinstance(root, int):
        yield root, "this is not plain SVG; save it as such, in UTF-8 and without a document type"
        return
    if root.tag != f"{SVG}svg" or not _box(root):
        yield 1, "the first element is not <svg> with a viewBox; save it as plain SVG"
    targets = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
    for element in root.iter():
        line = element.sourceline or 1
        if isinstance(element, etree._ProcessingInstruction):
            yield line, f"<?{element.target}?> has no place in a drawing; take it out"
        elif isinstance(element.tag, str):
            yield from ((line, said) for said in _wrong(element, targets, without))


def plain(content: bytes) -> File:
    """The same without comments and words inside; of a drawing without faults."""
    root = _parsed(content)
    assert not isinstance(root, int)
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is not None and (not isinstance(element.tag, str) or element.tag.removeprefix(SVG) in SAID):
            _take_out(element, parent)
    for name in ("width", "height", "aria-label", "role", "aria-hidden"):
        root.attrib.pop(name, None)
    width, height = _box(root) or (1, 1)
    size = SHOWN_WIDTH, max(1, round(SHOWN_WIDTH * height / width))
    return File("svg", etree.tostring(root, encoding="unicode").encode() + b"\n", *size)


def _take_out(element: etree._Element, parent: etree._Element) -> None:
    behind = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + behind
    else:
        parent.text = (parent.text or "") + behind
    parent.remove(element)


def _wrong(element: etree._Element, targets: dict[str | None, etree._Element], without: Set[str]) -> Iterator[str]:
    name = str(element.tag).removeprefix(SVG)
    if name not in DRAWS - without:
        shown = name.rpartition("}")[2][:40]
        yield f"<{shown}> has no place in a drawing; {WORDS.get(shown, 'draw with paths alone')}"
        return
    for attribute, value in element.attrib.items():
        attribute, value = str(attribute).removeprefix(XLINK), str(value)
        shown = f'{attribute.rpartition("}")[2][:30]}="{" ".join(value.split())[:40]}"'
        if attribute not in ATTRIBUTES - without:
            repair = 'save it as "plain SVG", with colours as attributes' if attribute == "style" else "take it out"
            yield f"{shown} has no place in a drawing; {repair}"
        elif attribute == "href" and not OWN.fullmatch(value.strip()):
            yield f"{shown} leads out of the drawing; only #id of the same drawing has a place"
        elif (
            "(" in value and attribute not in ("transform", "gradientTransform") and not _is_own(value)
        ) or "\\" in value:
            yield f"{shown} leads out of the drawing or hides something; only colours and url(#id) have a place"
    used = targets.get(str(element.get("href") or element.get(f"{XLINK}href") or "").strip().lstrip("#"))
    if name == "use" and used is not None and next(used.iter(f"{SVG}use"), None) is not None:
        yield "<use> of what uses something itself can grow without end; draw it out"


def _is_own(value: str) -> bool:
    """A colour as a function, or a gradient of the same drawing."""
    value = value.strip()
    return bool(OWN_URL.fullmatch(value)) or bool(re.fullmatch(r"(rgb|rgba|hsl|hsla)\([\d\s.,%/-]+\)", value))


def _parsed(content: bytes) -> etree._Element | int:
    """The drawing, or the line where it is none."""
    try:
        if "<!" in re.sub(r"<!--.*?-->", "", content.decode("utf-8-sig"), flags=re.DOTALL):
            return 1
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
    except UnicodeDecodeError:
        return 1
    except (etree.XMLSyntaxError, ValueError) as error:
        return getattr(error, "lineno", None) or 1
    tree = root.getroottree()
    return 1 if tree.docinfo.doctype or tree.docinfo.encoding not in (None, "UTF-8", "utf-8") else root


def _box(root: etree._Element) -> tuple[float, float] | None:
    """Width and height; None where there is none that can be drawn."""
    try:
        _, _, width, height = map(float, NUMBERS.split((root.get("viewBox") or "").strip()))
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e6 and 0 < height < min(1e6, 20 * width) else None
