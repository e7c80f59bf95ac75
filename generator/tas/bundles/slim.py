"""Takes out of a whole edition in one file what it says many times over: drawings, sources, items of quizzes, tasks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set

from tas.bundles.html_tree import Element, element, take_out

SVG = re.compile(r"(<svg[^>]*>)(.*?)(</svg>)", re.DOTALL)
PEN = re.compile(
    r' (?:fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|view[bB]ox|preserve[aA]spect[rR]atio)="[^"]*"'
)
SIZES = {"tas-pictogram": ' width="48" height="48"', "icon--pen": ' width="22" height="22"'}
"""Class -> what its style says too (pictogram.css, offline/single.css)."""
PLAIN_VALUE = re.compile(r'="([\w.:#/,;%+()@-]+)"(?=[ >])')
NEEDLESS_END = re.compile(
    r"</(?:li|td|th|tr|dt|dd|option)>"
    r"|</p>(?=<(?:p|ul|ol|div|section|h[1-6]|table|dl|form|fieldset|details|figure|blockquote|header|footer)[ >]"
    r"|</(?:div|section|article|form|li|td|dd|details|figure|blockquote|fieldset|header|footer)>)"
)
NEEDLESS_SPACE = re.compile(
    r"\n(?=</?(?:p|div|section|article|form|h[1-6]|table|thead|tbody|tr|td|th|li|ul|ol|dl|dt|dd|details|summary|figure|blockquote|fieldset|legend|header|footer)\b)"
)
SILENT = re.compile(r"(<span [^>]*) aria-hidden=true(?=></span>)")
"""Nothing stands in it, so there is nothing to be silent about."""
SHOWN = re.compile(r'data-picture="([\w-]+)"')
SIGN = re.compile(r'\[data-picture="([\w-]+)"\] *\{[^}]*\}\s*')
"""The rule of one sign in the style sheet of all (render/pictogram_sheet.py)."""


def shorten_sources(tree: Element, places: Mapping[str, str]) -> None:
    """A citation is a number (single.js names it), the page's list has the titles; the rest is told once, at `places` (id -> id)."""
    for number in tree.iter("sup"):
        for link in number:
            link.attrib.pop("aria-label", None)
    for entry in tree.iterfind(".//section[@data-part='sources']/ol/li"):
        if entry.get("id") in places:
            first = entry.find("a")
            title = "".join(first.itertext()) if first is not None else (entry.text or "")
            for child in list(entry):
                entry.remove(child)
            entry.text = None
            entry.append(element("a", title.strip(), {"href": "#" + places[entry.attrib["id"]]}))


def share_drawings(html: str) -> tuple[str, str]:
    """(the HTML, the drawings): each drawing that comes back is drawn once and used by its number, with its way of drawing."""
    counts = Counter((_pens(start), inside) for start, inside, _ in SVG.findall(html))
    shared = {drawing: f"d{number}" for number, (drawing, count) in enumerate(counts.items()) if count > 1}

    def use(found: re.Match[str]) -> str:
        name = shared.get((_pens(found[1]), found[2]))
        if not name:
            return found[0]
        start = PEN.sub("", found[1])
        for look, size in SIZES.items():
            start = start.replace(size, "") if look in start else start
        return f'{start}<use href="#{name}" />{found[3]}'

    drawings = (f'<symbol id="{name}"{pens}>{inside}</symbol>' for (pens, inside), name in shared.items())
    return SVG.sub(use, html), "".join(drawings)


def _pens(start: str) -> str:
    return "".join(PEN.findall(start))


def ask_once(tree: Element) -> None:
    """An item is asked in its quiz alone; "Check yourself" keeps the line that leads there."""
    for check in tree.iterfind(".//tas-quiz"):
        if check.get("data-quiz", "").startswith("check:"):
            for part in check.xpath("form | p[@data-part='load' or @role='status']"):
                take_out(part)
            check.tag = "div"
            check.attrib.clear()


def leave_desk(tree: Element) -> None:
    """What a trainer does at a desk is done on the site: its line that says so is all that is kept of it."""
    for desk in tree.xpath(".//tas-desk | .//tas-group"):
        take_out(desk)
    for line in tree.xpath(".//p[@data-on-site]"):
        line.attrib.pop("hidden", None)


def leave_lists(tree: Element, title: str, place: str) -> None:
    """Papers to fetch and the list of all drawings are on the site, at `place`: a link leads there."""
    lists = tree.xpath(".//*[@data-at-site]")
    if lists:
        lead = element("p")
        lead.append(element("a", title, {"href": place}))
        lists[0].addprevious(lead)
    for one in lists:
        take_out(one)


def name_next(tree: Element) -> None:
    """Where to go next is told by the names of the pages; what each is about stands on the overviews and on the page itself."""
    for part in tree.xpath(".//section[@data-part='next']//li/*[self::p or self::svg]"):
        take_out(part)


def lead_to_matrix(tree: Element, title: str, place: str) -> None:
    """The tasks of one profession stand in the whole matrix, which shows them by profession too; here a link leads there."""
    for tasks in tree.iterfind(".//div[@data-part='tasks']"):
        for child in list(tasks):
            take_out(child)
        line = element("p")
        line.append(element("a", title, {"href": f"#{place}"}))
        tasks.append(line)


def only_signs(style: str, shown: Set[str]) -> str:
    """The style sheet without the signs that nothing in the file shows."""
    return SIGN.sub(lambda rule: rule[0] if rule[1] in shown else "", style)


def tighten(html: str) -> str:
    """The same to a browser: without indentation, without the quotation marks and end tags that HTML does not ask for."""
    html = NEEDLESS_SPACE.sub("", "\n".join(filter(None, map(str.strip, html.split("\n")))))
    parts = PLAIN_VALUE.split(html)  # text, value, text, …: there are too many values for a call each
    parts[1::2] = ["=" + value for value in parts[1::2]]
    return SILENT.sub(r"\1", NEEDLESS_END.sub("", "".join(parts)))
