"""A guide in two editions on one sheet, section beside section in the same order: for training rooms of two languages.

For reading from paper: the engine marks no change of language inside a document, so the editions' own PDFs are the accessible ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from tas.ground.words import N_
from tas.paper.export import Order, guide_address
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.edition import Edition
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.guide_fragment import css_string, page_line
from tas.render.links import PaperLinks
from tas.view.guide import guide_view

ID = "guide-facing"
TITLE = N_("Two languages side by side (PDF, A4 on its side)")
SECTIONS = (
    "head",
    "before",
    "danger",
    "door",
    "questions",
    "observe",
    "explain",
    "not_yours",
    "agreements",
    "family",
    "family-calls",
    "sources",
)
"""Without what is filled in at a visit: this paper is for learning."""
MOST = 24
FEW = 10
"""Sources in a row: what stands in two columns is not broken over two pages."""


@dataclass(frozen=True)
class Side:
    """One of the two columns."""

    edition: Edition
    title: str
    code: str
    revised: str
    sections: dict[str, Markup]
    """In the order of the guide, by names that the other side has too."""


def orders(bag: Bag, site_url: str) -> Iterator[Order]:
    """The default edition beside each other one that has the guide too; one file, offered by both."""
    left, *others = bag
    for right in others:
        for guide_id, slug in left.shown_on("guide").items():
            its_slug = right.shown_on("guide").get(guide_id)
            if its_slug:
                address = guide_address(left.edition.code, guide_id, suffix(left.edition, right.edition))
                pages = ((left.edition.code, slug), (right.edition.code, its_slug))
                titles = " · ".join(library.guides[guide_id].title for library in (left, right))
                name = f"{left.guides[guide_id].code} {titles}"
                yield Order(pages, address, TITLE, job(left, right, guide_id), name=name)


def suffix(left: Edition, right: Edition) -> str:
    return f".{left.code}-{right.code}.pdf"


def job(left: Library, right: Library, guide_id: str) -> Job:
    """Both must have the guide. The default edition stands left."""
    one, other = _side(left, guide_id), _side(right, guide_id)
    return framed(
        Renderer(left.edition),
        "paper/facing.html.j2",
        PaperLinks(left, "", ()),
        place=left.documents["guides", guide_id].path,
        title=f"{one.title} · {other.title}",
        code=one.code,
        revised=max(library.guides[guide_id].reviewed for library in (left, right)),
        most=MOST,
        paper="facing",
        corners=(_corner(one), _corner(other)),
        left=one,
        right=other,
        rows=[(one.sections.get(name, ""), other.sections.get(name, "")) for name in _in_order(one, other)],
    )


def _in_order(one: Side, other: Side) -> list[str]:
    """The names of both sides; what only the other has comes behind what it follows there."""
    names = list(one.sections)
    before = ""
    for name in other.sections:
        if name not in one.sections:
            names.insert(names.index(before) + 1, name)
        before = name
    return names


def _side(library: Library, guide_id: str) -> Side:
    renderer = Renderer(library.edition)
    view = replace(guide_view(library, guide_id), family_danger=())  # the signs stand side by side above
    guide = view.guide

    def section(name: str, **part: Any) -> Markup:
        links, prefix = PaperLinks(library, "", view.source_ids), f"{library.edition.code}-"
        given = {"view": view, "guide": guide, "medium": "paper", "prefix": prefix, **part}
        return renderer.render("guide/section.html.j2", links, name=name, **given)

    sections: dict[str, Markup] = {}
    for name in SECTIONS:
        sections[name] = section(name)
        for group in view.danger if name == "danger" else ():
            sections[group.id] = section("danger-group", group=group)
            for level, blocks in group.by_urgency():
                sections[f"{group.id}/{level.urgency}"] = section("danger-level", level=level)
                signs = (sign for _, block in blocks for sign in block)
                sections |= {
                    f"{group.id}/{level.urgency}/{sign.id}": section("danger-sign", sign=sign) for sign in signs
                }
    for start in range(0, len(view.sources), FEW):
        some = view.sources[start : start + FEW]
        sections[f"sources/{start}"] = section("some-sources", some=some, start=start + 1)
    return Side(library.edition, guide.title, guide.code, guide.reviewed.isoformat(), sections)


def _corner(side: Side) -> str:
    """Each side's corner in its own language: code, revision and page."""
    gettext = side.edition.words.gettext
    said = gettext("revised %(date)s") % {"date": side.revised}
    return f"{css_string(f'{side.code} · {said} · ')} {page_line(gettext('page %(page)s of %(pages)s'))}"
