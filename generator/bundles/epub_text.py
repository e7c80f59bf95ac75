"""Turns a page's article into XHTML for a book: nothing to press or fill in, quizzes as lists, their answers set apart for the key."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from generator.bundles.extractor import Page
from generator.bundles.tree import take_out, walk

DROPPED = {"button", "select", "textarea", "script", "template", "style", "dialog"}
PLAIN = {
    "tas-quiz": "div",
    "form": "div",
    "label": "span",
    "details": "div",
    "summary": "p",
    "fieldset": "div",
    "legend": "p",
}
"""Elements that a book has no use for -> what they become."""
KEPT = {"id", "class", "href", "lang", "scope", "colspan", "rowspan", "headers", "aria-label", "aria-labelledby", "role", "alt", "src",
        "datetime", "type", "start", "viewBox", "width", "height", "d", "fill", "stroke", "stroke-width", "stroke-linecap",
        "stroke-linejoin", "fill-rule", "x", "y", "rx", "r", "cx", "cy", "transform", "points"}  # fmt: skip
BOX, BLANK = "☐ ", "…………………"


@dataclass
class Chapter:
    """A page as a book has it; `answers` holds (id of the item, its question, its key)."""

    title: str
    body: ET.Element
    answers: list[tuple[str, ET.Element, ET.Element]] = field(default_factory=list)

    @property
    def has_svg(self) -> bool:
        return self.body.find(".//svg") is not None


Href = Callable[[Page, str], str]
"""(page, href as on the site) -> href in the book"""
Link = Callable[[str], ET.Element]
"""id of an item -> the paragraph that leads to its key"""


def chapter(page: Page, title: str, href: Href, key_link: Link) -> Chapter:
    """`href` and `key_link` know the files of the book."""
    body = page.article()
    body.tag = "section"
    made = Chapter(title, body)
    for parent, child in walk(body):
        if _useless(child):
            take_out(parent, child)
    for item in body.iter("fieldset"):
        if item.get("class") == "item":
            _item(item, made, key_link)
    for root in (body, *(part for _, stem, key in made.answers for part in (stem, key))):
        for element in root.iter():
            _plain(element, page, href)
    body.attrib = {"class": body.get("class", "")}
    return made


def _item(item: ET.Element, made: Chapter, key_link: Link) -> None:
    """The question with its options as a list; what is under "Answer" goes to the key."""
    name = item.get("id", "")
    stem = item.find("legend")
    for parent, child in walk(item):
        words = child.get("class", "").split()
        if child.tag == "details" and "answer" in words:
            take_out(parent, child)
            child.remove(child.find("summary"))  # type: ignore[arg-type]
            child.tag, child.attrib = "div", {"class": "answer"}
            child.tail = "\n"
            made.answers.append((name, deepcopy(stem) if stem is not None else ET.Element("p"), child))
        elif child.tag == "div" and "options" in words:
            child.tag, child.attrib = "ol", {"class": "options", "type": "A"}
            for option in child.iter("label"):
                option.tag, option.attrib = "li", {}
                option.remove(option.find("input"))  # type: ignore[arg-type]
        elif child.tag == "div" and "rows" in words:
            _rows(child)
    if made.answers and made.answers[-1][0] == name:
        item.append(key_link(name))


def _rows(rows: ET.Element) -> None:
    """Rows to match: the rows as a list, and once what there is to choose from."""
    options = dict.fromkeys(option.text or "" for option in rows.iter("option") if option.get("value"))
    for row in list(rows):
        row.tag, row.attrib = "li", {}
        for parent, child in walk(row):
            if child.tag == "select":
                take_out(parent, child)
    rows.tag, rows.attrib = "ul", {"class": "rows"}
    choice = ET.SubElement(rows, "li", {"class": "choice"})
    choice.text = " · ".join(options)


def _plain(element: ET.Element, page: Page, href: Href) -> None:
    if element.tag == "input":
        element.text = BOX if element.get("type") in ("checkbox", "radio") else BLANK
        element.tag, element.attrib = "span", {"class": "box"}
    if element.tag == "a" and "href" in element.attrib:
        element.set("href", href(page, element.attrib["href"]))
    if element.tag == "svg":
        element.set("xmlns", "http://www.w3.org/2000/svg")
    element.tag = PLAIN.get(element.tag, element.tag)
    kept = {name: value for name, value in element.attrib.items() if name in KEPT or name == "xmlns"}
    if element.tag in ("span", "div", "p"):
        kept.pop("aria-label", None)
        kept.pop("type", None)
    element.attrib = kept


def _useless(element: ET.Element) -> bool:
    """What only a script or a screen needs; and a guide's list of sources for its paper: the page ends with the same one."""
    return (
        element.tag in DROPPED
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or element.get("class") == "guide-sources"
        or (element.get("role") == "status" and not (element.text or "").strip())
    )
