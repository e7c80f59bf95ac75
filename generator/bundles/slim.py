"""Takes out of a whole edition in one file what it says many times over: drawings, sources, the words of the quizzes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping

SVG = re.compile(r"(<svg[^>]*>)(.*?)(</svg>)", re.DOTALL)
WORDS = re.compile(r'(<tas-quiz[^>]*?) data-words="([^"]*)"')
QUOTED = re.compile(r'="([^"\']*&quot;[^"\']*)"')
PEN = re.compile(r' (?:fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|focusable)="[^"]*"')
PLAIN_VALUE = re.compile(r'(?<=[a-z])="([\w.:#-]+)"(?=[ >])')
NEEDLESS_END = re.compile(r"</(?:li|td|th|tr|dt|dd|option)>")


def shorten_sources(tree: ET.Element, places: Mapping[str, str]) -> None:
    """A citation is a number (single.js names it), the page's list has the titles; the rest is told once, at `places` (id -> id)."""
    for link in tree.iterfind(".//sup[@class='cite']/a"):
        link.attrib.pop("aria-label", None)
    for entry in tree.iterfind(".//section[@class='tas-sources']/ol/li"):
        if entry.get("id") in places:
            first = entry.find("a")
            title = "".join(first.itertext()) if first is not None else (entry.text or "")
            for child in list(entry):
                entry.remove(child)
            entry.text = None
            ET.SubElement(entry, "a", {"href": "#" + places[entry.attrib["id"]]}).text = title.strip()


def share_drawings(html: str) -> tuple[str, str]:
    """(the HTML, the drawings): each drawing that comes back is drawn once and used by its number, with its way of drawing."""
    counts = Counter((_pens(start), inside) for start, inside, _ in SVG.findall(html))
    shared = {drawing: f"d{number}" for number, (drawing, count) in enumerate(counts.items()) if count > 1}

    def use(found: re.Match[str]) -> str:
        name = shared.get((_pens(found[1]), found[2]))
        return f'{PEN.sub("", found[1])}<use href="#{name}"></use>{found[3]}' if name else found[0]

    return SVG.sub(use, html), "".join(f'<g id="{name}"{pens}>{inside}</g>' for (pens, inside), name in shared.items())


def _pens(start: str) -> str:
    return "".join(PEN.findall(start))


def share_words(html: str) -> str:
    """Only the first quiz says the words; single-away.js gives them to the others."""
    first: list[str] = []

    def once(found: re.Match[str]) -> str:
        if not first or first[0] != found[2]:
            first.append(found[2])
            return found[0]
        return found[1]

    return WORDS.sub(once, html)


def tighten(html: str) -> str:
    """The same to a browser: without indentation, without the quotation marks and end tags that HTML does not ask for."""
    html = re.sub(r"\s*\n\s*", "\n", html)
    html = QUOTED.sub(lambda found: "='" + found[1].replace("&quot;", '"') + "'", html)
    return NEEDLESS_END.sub("", PLAIN_VALUE.sub(r"=\1", html))
