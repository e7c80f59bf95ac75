"""HTML as a tree that the standard library can change and write again, as HTML or as XML."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
CAMEL = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
"""SVG's names have capitals, which the parser loses."""


def parse(html: str) -> ET.Element:
    """The first element of the text, with all that is in it; what follows it is left."""
    parser = _Parser()
    parser.feed(html)
    return parser.builder.close()


def walk(tree: ET.Element) -> Iterator[tuple[ET.Element, ET.Element]]:
    """(parent, child), each parent before what is in it; children may be taken out on the way."""
    for child in list(tree):
        yield tree, child
        yield from walk(child)


def take_out(parent: ET.Element, child: ET.Element) -> None:
    """Without the element but with the text after it."""
    at = list(parent).index(child)
    if child.tail and at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = ET.TreeBuilder()
        self.depth = 0
        self.done = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self.done:
            return
        self.builder.start(tag, {CAMEL.get(name, name): value or "" for name, value in attributes})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.depth += 1

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.done or tag in VOID:
            return
        self.builder.end(tag)
        self.depth -= 1
        self.done = self.depth == 0

    def handle_data(self, data: str) -> None:
        if self.depth and not self.done:
            self.builder.data(data)
