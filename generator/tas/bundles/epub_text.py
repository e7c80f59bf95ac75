"""Turns a page's article into XHTML for a book: nothing to press or fill in, quizzes as lists, their answers set apart for the key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from tas.bundles.html_tree import Element, element, take_out
from tas.bundles.media import NO_WORDS, Way, Words, take_along
from tas.bundles.site_folder import Page

DROPPED = {"audio", "button", "textarea", "script", "template", "style", "dialog", "noscript"}
USELESS = {"guide-sources", "contents", "who", "by-verb", "pick", "paper-line", "cut-off"}
"""Parts of a page; the sources of a guide are for its paper, the page ends with the same ones."""
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
KEPT = {"id", "class", "href", "lang", "dir", "scope", "colspan", "rowspan", "headers", "aria-label", "aria-labelledby", "role", "alt", "src",
        "datetime", "type", "start", "viewBox", "width", "height", "d", "fill", "stroke", "stroke-width", "stroke-linecap",
        "stroke-linejoin", "fill-rule", "x", "y", "rx", "r", "cx", "cy", "transform", "points"}  # fmt: skip
LABELS, WITHOUT_ROLE = {"aria-label", "type"}, {"span", "div", "p"}
"""Elements without a role have no label."""
BOX, BLANK = "☐ ", "…………………"


@dataclass
class Chapter:
    """A page as a book has it; `answers` holds (id of the item, its question, its key)."""

    title: str
    body: Element
    answers: list[tuple[str, Element, Element]] = field(default_factory=list)

    @property
    def has_svg(self) -> bool:
        return self.body.find(".//svg") is not None


Href = Callable[[Page, str], str]
"""(page, href as on the site) -> href in the book"""
Link = Callable[[str], Element]
"""id of an item -> the paragraph that leads to its key"""


def chapter(
    page: Page,
    title: str,
    href: Href,
    key_link: Link,
    picture: Way | None = None,
    said: Words = NO_WORDS,
    site_url: str = "",
) -> Chapter:
    """`href`, `key_link` and `picture` know the files of the book; a page without `picture` has none."""
    body = page.article()
    body.tag = "section"
    made = Chapter(title, body)
    take_along(body, page, picture, said, site_url)
    for link in body.iter("a"):
        link.set("href", href(page, link.get("href", "")))
    for useless in list(_useless(body)):
        take_out(useless)
    for item in body.findall(".//fieldset[@data-part='item']"):
        _item(item, made, key_link)
    for root in (body, *(part for _, stem, key in made.answers for part in (stem, key))):
        for one in root.iter():
            _plain(one)
    for name in set(body.keys()) - {"class"}:
        del body.attrib[name]
    return made


def _useless(body: Element) -> Iterator[Element]:
    """What only a script, a screen or a sheet of paper needs, and what waits for a script to fill it."""
    for one in body.iter():
        said = one.get
        hidden = said("hidden") is not None or said("aria-hidden") == "true"
        waits = said("role") == "status" and not (one.text or "").strip()
        if hidden or waits or one.tag in DROPPED or said("data-part") in USELESS:
            yield one


def _item(item: Element, made: Chapter, key_link: Link) -> None:
    """The question with its options as a list; what is under "Answer" goes to the key."""
    name = item.get("id", "")
    stem = item.find("legend")
    parts: dict[str | None, list[Element]] = {}
    for one in item.iter("div", "details"):
        parts.setdefault(one.get("data-part"), []).append(one)
    for options in parts.get("options", ()):
        _become(options, "ol", {"class": "options", "type": "A"})
        for option in list(options.iter("label")):
            _become(option, "li", {})
            for mark in option.findall("input"):
                option.remove(mark)
    for rows in parts.get("rows", ()):
        _rows(rows)
    for answer in parts.get("answer", ()):
        take_out(answer)
        for heading in answer.findall("summary"):
            answer.remove(heading)
        _become(answer, "div", {"class": "answer"})
        made.answers.append((name, element("p") if stem is None else deepcopy(stem), answer))
        item.append(key_link(name))


def _rows(rows: Element) -> None:
    """Rows to match: the rows as a list, and once what there is to choose from."""
    options = dict.fromkeys(option.text or "" for option in rows.iter("option") if option.get("value"))
    for row in rows:
        _become(row, "li", {})
        for choice in row.findall(".//select"):
            take_out(choice)
    _become(rows, "ul", {"class": "rows"})
    rows.append(element("li", " · ".join(options), {"class": "choice"}))


def _plain(one: Element) -> None:
    if one.tag == "input":
        one.text = BOX if one.get("type") in ("checkbox", "radio") else BLANK
        _become(one, "span", {"class": "box"})
    tag = one.tag
    if tag in PLAIN:
        one.tag = tag = PLAIN[tag] if one.find("h2") is None else "div"  # no paragraph holds a heading
    elif tag == "svg":  # its names have capitals, which HTML does not ask for
        one.set("viewBox", one.get("viewbox", ""))
    for name in tuple(one.attrib):
        if name not in KEPT or (name in LABELS and tag in WITHOUT_ROLE):
            del one.attrib[name]
    if tag == "svg":
        one.set("xmlns", "http://www.w3.org/2000/svg")


def _become(one: Element, tag: str, attributes: dict[str, str]) -> None:
    one.tag = tag
    one.attrib.clear()
    one.attrib.update(attributes)
