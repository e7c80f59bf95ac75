"""What must hold for a paper: each check returns its complaints, so that a seeded defect can be seen to bring one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
import pymupdf
from lxml import html as lxml_html
from paper_kit import Paper
from tas.model.danger import DangerGroup
from tas.text.inline import plain

SCHEME_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<scheme>[a-z]+):(?P<name>[^()\s]*)\)")
MM = 72 / 25.4
NO_INK = 10
MOST_INK = 0.12
HAIR = 0.05
"""Less than a browser's smallest step, in mm."""


@dataclass(frozen=True)
class Sheet:
    """What print.md says of a size of paper, in mm and pt."""

    width: float = 210
    height: float = 297
    binding: float = 25
    outer: float = 15
    top: float = 15
    bottom: float = 18
    box: float = 4.5
    text: float = 12
    least: float = 9

    @property
    def foot(self) -> float:
        """Where the footer begins, in points from the top."""
        return (self.height - self.bottom + 1) * MM


SHEETS = {
    "a4": Sheet(),
    "large": Sheet(box=7, text=18, least=14),
    "a5": Sheet(148, 210, 16, 11, 11, 14, box=4.2, text=11),
}


def sheet(paper: Paper) -> Sheet:
    return SHEETS[paper.form.paper]


def catalog(paper: Paper) -> list[str]:
    """ISO 14289-1, 7.1 and 7.2: language, marks, title; the outline and the order of tabs for who uses the keyboard."""
    with paper.open() as pdf, pdf.open_metadata() as meta:
        root = pdf.Root
        found = {
            "language": str(root.get("/Lang")) == paper.library.edition.code,
            "marked": bool(root.get("/MarkInfo", {}).get("/Marked")),
            "title shown": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")),
            "title": str(pdf.docinfo.get("/Title")) == paper.title,
            "outline": "/Outlines" in root,
            "tab order": all(str(page.get("/Tabs")) == "/S" for page in pdf.pages),
            "PDF/UA-1": meta.get("pdfuaid:part") == "1",
            "date": str(pdf.docinfo.get("/CreationDate")).startswith(f"D:{paper.reviewed:%Y%m%d}"),
        }
    return [name for name, good in found.items() if not good]


def headings(paper: Paper) -> list[str]:
    """Exactly one H1, no level skipped."""
    levels = [int(tag[1]) for tag in tags(paper) if re.fullmatch(r"H[1-6]", tag)]
    skipped = [f"H{low} -> H{high}" for low, high in pairwise(levels) if high > low + 1]
    return skipped + ([] if levels.count(1) == 1 else [f"{levels.count(1)} H1"])


def nothing_split(paper: Paper) -> list[str]:
    """As many tables and lists as in the HTML: the engine tags what it splits twice."""
    document = lxml_html.fromstring(paper.html)
    counted = Counter(tags(paper))
    expected = {
        "Table": len(document.xpath("//table")),
        "L": len(document.xpath("(//ul|//ol)[not(ancestor::*[contains(@class, 'is-after')])]")),
        "TR": len(document.xpath("//tr")),
    }
    return [f"{tag}: {counted[tag]}, not {number}" for tag, number in expected.items() if counted[tag] != number]


def tags(paper: Paper) -> list[str]:
    """Structure types in reading order."""

    def walk(node: pikepdf.Object) -> Iterator[str]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") != "/OBJR":
            if "/S" in node:
                yield str(node.S).lstrip("/")
            if "/K" in node:
                yield from walk(node.K)

    with paper.open() as pdf:
        return list(walk(pdf.Root.StructTreeRoot.K))


def fonts(paper: Paper) -> list[str]:
    """Ours alone, embedded, subset, each with the way back to text."""
    complaints = []
    with paper.open() as pdf:
        for font in {
            font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()
        }.values():
            name = str(font.BaseFont).lstrip("/")
            descriptor = font.DescendantFonts[0].FontDescriptor
            if not re.fullmatch(r"[A-Z]{6}\+Tas-?Sans.*", name):
                complaints.append(f"{name} is not a subset of our font")
            if "/ToUnicode" not in font or not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                complaints.append(f"{name} is not embedded with its text")
    return complaints


def budget(paper: Paper) -> list[str]:
    """As many pages as print.md allows, none of them nearly empty."""
    size = sheet(paper)
    complaints = [f"{len(paper.pages)} pages"] if len(paper.pages) > paper.form.most else []
    return complaints + [
        f"page {number} is used to {used:.0%}"
        for number, page in enumerate(paper.pages, 1)
        if (used := fullness(page, size)) < LEAST_USED
    ]


LEAST_USED = 0.6
"""Of the height of a page, in every form."""


def fullness(page, size: Sheet) -> float:
    """Down to the lowest ink, of the height between the margins."""
    return max(0, lowest(page, size) / MM - size.top) / (size.height - size.top - size.bottom)


def cut_lines(paper: Paper) -> list[str]:
    """On A4 the slip and its back are cut off at the same height, and nothing else stands below the line."""
    if paper.kind not in ("a4", "fillable"):
        return []
    word = paper.library.edition.words.gettext("cut here")
    places = [
        (number, round(line["bottom"]))
        for number, page in enumerate(paper.pages, 1)
        for line in page.extract_text_lines()
        if line["text"].strip() == word
    ]
    good = [number for number, _ in places] == [3, 4] and len({height for _, height in places}) == 1
    return [] if good else [f"cut lines at {places}"]


def lowest(page, size: Sheet) -> float:
    """The lowest ink above the footer, in points from the top."""
    return max((thing["bottom"] for thing in ink(page) if thing["bottom"] < size.foot), default=0)


def ink(page) -> list[dict]:
    """What a printer would print: a browser also lays a white ground under each page."""
    return [
        *page.chars,
        *(rect for rect in page.rects if rect.get("stroke") or not is_white(rect.get("non_stroking_color"))),
        *page.lines,
        *(curve for curve in page.curves if curve.get("fill") or curve.get("stroke")),
    ]


def is_white(colour: object) -> bool:
    return isinstance(colour, tuple | list) and set(colour) == {1}


def margins(paper: Paper) -> list[str]:
    """No ink within 10 mm of an edge; text starts at the binding margin, left on right-hand pages and right on left-hand ones."""
    size, complaints = sheet(paper), []
    for number, page in enumerate(paper.pages, 1):
        free = min(edges(page, size.width, size.height))
        if free < NO_INK - HAIR:
            complaints.append(f"page {number} has ink {free:.1f} mm from an edge")
        start = size.binding if number % 2 else size.outer
        if abs(min(char["x0"] for char in page.chars) / MM - start) > 0.7:
            complaints.append(f"page {number} does not start {start} mm from the left")
        if (
            max(char["x1"] for char in page.chars) / MM > start + size.width - size.binding - size.outer + 3.7
        ):  # the QR code's quiet zone
            complaints.append(f"page {number} has text in the right margin")
    return complaints


def edges(page, width: float, height: float) -> tuple[float, float, float, float]:
    """In mm, what a sheet of that size has free of ink at the left, at the top, at the right and at the foot; a browser's page is a hair smaller."""
    things = ink(page)
    return (
        min(thing["x0"] for thing in things) / MM,
        min(thing["top"] for thing in things) / MM,
        width - max(thing["x1"] for thing in things) / MM,
        height - max(thing["bottom"] for thing in things) / MM,
    )


def little_ink(paper: Paper) -> list[str]:
    """A cheap printer has one small cartridge: black and grey cover less than 12 % of every page."""
    shares = enumerate(ink_shares(paper.pdf), 1)
    return [f"page {number} is black to {share:.1%}" for number, share in shares if share >= MOST_INK]


def ink_shares(pdf: bytes, first: int | None = None) -> list[float]:
    """Page by page, or of the first few: 1 is a page all black, a grey counts for what it is."""
    with pymupdf.open(stream=pdf) as document:
        pages = document.pages(0, min(first or len(document), len(document)))
        pictures = [page.get_pixmap(dpi=36, colorspace=pymupdf.csGRAY, alpha=False) for page in pages]
    return [1 - sum(picture.samples) / len(picture.samples) / 255 for picture in pictures]


def footers(paper: Paper) -> list[str]:
    """Code and revision left, true page number right, on every page in the same place."""
    words = paper.library.edition.words
    pages = paper.pages
    left = f"{paper.code} · " + words.gettext("revised %(date)s") % {"date": paper.reviewed.isoformat()}
    complaints = []
    for number, page in enumerate(pages, 1):
        right = words.gettext("page %(page)s of %(pages)s") % {"page": number, "pages": len(pages)}
        foot = (page.crop((0, sheet(paper).foot, page.width, page.height)).extract_text() or "").strip()
        if foot != f"{left} {right}":
            complaints.append(f'page {number} ends with "{foot}"')
    return complaints


def boxes(paper: Paper) -> list[str]:
    """As many squares as boxes in the data, each 4.5 ± 0.1 mm (large print 7, A5 4.2)."""
    sizes = [size for page in paper.pages for size in squares(page)]
    complaints = [f"a box of {size:.2f} mm" for size in sizes if abs(size - sheet(paper).box) > 0.1]
    expected = boxes_of(paper)
    return complaints + ([] if len(sizes) == expected else [f"{len(sizes)} boxes, not {expected}"])


def squares(page) -> list[float]:
    """Widths in mm of the squares of a box's size; a round part of a drawing is none."""
    return _widths(page.rects)


def circles(page) -> list[float]:
    """The same of the circles to fill in."""
    return _widths(page.curves)


def _widths(things: list[dict]) -> list[float]:
    """What is drawn as two, outer and inner edge, counts as the outer one."""
    outer: dict[tuple[int, int], float] = {}
    for thing in things:
        if 3 * MM < thing["width"] < 9 * MM and abs(thing["width"] - thing["height"]) < 0.05 * MM:
            middle = round((thing["x0"] + thing["x1"]) / 2), round((thing["top"] + thing["bottom"]) / 2)
            outer[middle] = max(outer.get(middle, 0), thing["width"] / MM)
    return list(outer.values())


def fields(paper: Paper) -> list[str]:
    """Behind the colon of each label there is a line with room to write on, 18 mm at least (an address of one word on A5)."""
    expected = len(
        lxml_html.fromstring(paper.html).xpath("//span[contains(concat(' ', @class, ' '), ' guide-field ')]")
    )
    found = sum(_room(page, char) >= 18 * MM for page in paper.pages for char in page.chars if char["text"] == ":")
    return [] if found == expected else [f"{found} labels with room to write, not {expected}"]


def _room(page, colon: dict) -> float:
    """Points between the colon and what stands next behind it, or the end of the line under it; 0 without a line."""
    ends = [
        line["x1"]
        for line in (*page.rects, *page.lines)
        if line["height"] < MM
        and line["x0"] <= colon["x0"] < line["x1"]
        and -MM < line["top"] - colon["bottom"] < 3 * MM
    ]
    beside = [
        char["x0"]
        for char in page.chars
        if char["x0"] > colon["x0"] and abs(char["top"] - colon["top"]) < MM and char["text"].strip()
    ]
    return min([*ends, *beside]) - colon["x1"] if ends else 0


def boxes_of(paper: Paper) -> int:
    """Counted in the data; the last one of a guide is the client's consent."""
    guide = paper.view.guide
    if not paper.is_guide:
        return paper.view.leaf.number_of_signs if paper.is_leaf else 0
    lists = (
        guide.before_you_go,
        guide.at_the_door,
        guide.observe,
        guide.explain,
        guide.referral.reasons,
        guide.referral.urgency,
    )
    return sum(map(len, lists)) + 3 * len(guide.questions.boxed) + 1


def grey(paper: Paper) -> list[str]:
    """Nothing but shades of grey, and nothing under 9 pt, in large print 14 (but for the numbers of citations)."""
    least, complaints = sheet(paper).least, set()
    for page in paper.pages:
        for thing in ink(page):
            for colour in (thing.get("stroking_color"), thing.get("non_stroking_color")):
                if isinstance(colour, tuple) and len(set(colour)) > 1:
                    complaints.add(f"a colour: {colour}")
        complaints |= {
            f"{char['size']:.1f} pt"
            for char in page.chars
            if char["size"] < least - 0.05 and not is_citation(char["text"])
        }
    return sorted(complaints)


def is_citation(text: str) -> bool:
    return text.isdigit() or not text.strip()


def text_complete(paper: Paper) -> list[str]:
    """Every text is on paper, in order; on the leaf anywhere, for the engine paints what stands side by side first."""
    words = squeezed("".join(words_of(page, sheet(paper)) for page in paper.pages))
    position, missing = 0, []
    for text in texts(paper):
        found = words.find(squeezed(text), position)
        if found < 0:
            missing.append(text)
        else:
            position = 0 if paper.is_leaf else found + len(squeezed(text))
    return missing + (["U+FFFD"] if "\N{REPLACEMENT CHARACTER}" in words else [])


def words_of(page, size: Sheet) -> str:
    """All that is printed above the footer."""
    return "".join(char["text"] for char in page.chars if char["bottom"] < size.foot)


def squeezed(text: str) -> str:
    """Without spaces, and without hyphens: the table of questions breaks long words."""
    return re.sub(r"[\s\u00a0\u00ad\u2010-]+", "", text)


def texts(paper: Paper) -> Iterator[str]:
    """What the author wrote, as paper says it, in the order of the paper."""
    if paper.is_leaf:
        raw = (text for group in paper.view.leaf.groups for text in (*_danger(group), group.note or ""))
    else:
        raw = _guide(paper) if paper.is_guide else _family(paper)
    yield from (uncited(paper, text) for text in raw)


def _guide(paper: Paper) -> Iterator[str]:
    view, guide = paper.view, paper.view.guide
    yield from (guide.title, guide.subtitle, guide.audience, guide.family, guide.when, guide.duration, guide.goal)
    yield from guide.before_you_go
    yield from (contact.number or contact.name for contact in view.call)
    for group in view.danger:
        if not group.first_steps:
            yield from _emergencies(group)
    yield from guide.at_the_door
    yield from (question.text for question in guide.questions.all)
    yield from guide.observe
    if not view.sources_last:
        yield from dict.fromkeys(source.by for source in view.own_sources)
    yield from guide.explain
    for line in view.not_yours:
        yield from (line.task.text, *(profession.name for profession in line.refer_to))
    if view.sources_last:
        yield from dict.fromkeys(source.by for source in view.own_sources)
    yield from (*guide.referral.reasons, *guide.referral.urgency)


def _family(paper: Paper) -> Iterator[str]:
    view, side = paper.view, paper.view.guide.family_side
    yield from (side.title, side.intro, *side.points)
    yield from (contact.number or contact.name for contact in view.family_call)
    for group in view.family_danger:
        if not group.first_steps:
            yield from _emergencies(group)


def _emergencies(group: DangerGroup) -> Iterator[str]:
    """What cannot wait; a group without such signs is not named there."""
    urgent = [sign for sign in group.signs if sign.urgency == "emergency"]
    if urgent:
        yield from (group.title, *(sign.text for sign in urgent if not sign.age))


def _danger(group: DangerGroup) -> Iterator[str]:
    """The whole group, the most urgent signs first."""
    yield group.title
    for level, blocks in group.by_urgency():
        yield level.act
        for age, signs in blocks:
            yield age or ""
            yield from (text for sign in signs for text in (sign.text, sign.limit, sign.first) if text)


def paper_link(paper: Paper, link: re.Match[str]) -> str:
    """A contact with its number behind it, all else as its words."""
    if link["scheme"] == "contact":
        contact = paper.library.contacts[link["name"]]
        words = link["text"] or contact.name
        return words if contact.number in (None, words) else f"{words} ({contact.number})"
    return link["text"]


def uncited(paper: Paper, text: str) -> str:
    """Paper tells its sources once, so its sentences have no numbers."""
    words = SCHEME_LINK.sub(lambda link: "" if link["scheme"] == "source" else paper_link(paper, link), text)
    return plain(words, paper.library.edition.code)
