"""A guide in two editions on one sheet, section beside section in the same order: for training rooms of two languages.

For reading from paper: the engine marks no change of language inside a document, so the editions' own PDFs are the accessible ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from tas.ground.words import N_
from tas.in_step.shown import Newer, of_guide
from tas.paper.export import Order, guide_address
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.edition import RIGHT_TO_LEFT, Edition
from tas.read.library import Library
from tas.render.environment import Renderer, threes
from tas.render.guide_fragment import css_string, page_line
from tas.render.isolate import LAST, RUNS_LEFT, isolated, isolated_text
from tas.render.links import PaperLinks, UncitedLinks
from tas.view.guide import guide_view

ID = "guide-facing"
TITLE = N_("Two languages side by side (PDF, A4 on its side)")
SECTIONS = (
    "head",
    "before",
    "danger",
    "door",
    "opened",
    "yes_is_good",
    "alone",
    "observe",
    "sources",
    "explain",
    "not_yours",
    "agreements",
    "family",
)
"""Without what is filled in at a visit: this paper is for learning; sources in the middle, for alone they would fill no page. All danger signs stand on the leaf of each edition."""
LISTS = {"door": "at_the_door", "observe": "observe", "explain": "explain"}
"""Sections that go on on the next sheet: a row for each three of their items, which stay beside each other."""
MOST = 9


@dataclass(frozen=True)
class Side:
    """One of the two columns."""

    edition: Edition
    title: str
    code: str
    revised: str
    sections: dict[str, Markup]
    newer: Newer | None


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
        beside=right.edition,
        own_corners=(_corner(one), _corner(other)),
        left=one,
        right=other,
        rows=list(_rows(one.sections, other.sections)),
    )


def _rows(one: dict[str, Markup], other: dict[str, Markup]) -> Iterator[tuple[Markup, Markup]]:
    """What is of one name stands side by side; a list may go on on one side alone."""
    names = sorted(one | other, key=lambda name: (SECTIONS.index(name.partition("-")[0]), name))
    for name in names:
        row = one.get(name, Markup()), other.get(name, Markup())
        if any(row):
            yield row


def _side(library: Library, guide_id: str) -> Side:
    renderer, code = Renderer(library.edition), library.edition.code
    view = replace(guide_view(library, guide_id), family_danger=())
    guide, links = view.guide, UncitedLinks(library, "", ())
    given: dict[str, Any] = {"view": view, "guide": guide, "medium": "paper", "prefix": f"{code}-", "heading": None}
    rendered: dict[str, Markup] = {}
    for name in SECTIONS:
        pieces = threes(getattr(guide, LISTS[name])) if name in LISTS else []
        shown = {"guide": guide.model_copy(update={LISTS[name]: pieces[0]})} if len(pieces) > 1 else {}
        rendered[name] = renderer.render("guide/section.html.j2", links, name=name, **(given | shown))
        for number, texts in enumerate(pieces[1:], 1):
            again = given | {"texts": texts, "list": f"{name}-{number}"}
            rendered[f"{name}-{number}"] = renderer.render("guide/section.html.j2", links, name="more", **again)
    sections = {name: Markup(isolated(library.edition, html.strip())) for name, html in rendered.items()}
    return Side(
        library.edition, guide.title, guide.code, guide.reviewed.isoformat(), sections, of_guide(library, guide_id)
    )


def _corner(side: Side) -> str:
    """Each side's corner in its own language: code, revision and page."""
    gettext = side.edition.words.gettext
    said = gettext("revised %(date)s") % {"date": side.revised}
    if side.newer:
        newer_in = gettext("partly newer in %(edition)s") % {"edition": side.newer.edition.name}
        said = f"{said} · {newer_in}"
    about = css_string(isolated_text(side.edition, f"{side.code} · {said} · "))
    line = f"{about} {page_line(gettext('page %(page)s of %(pages)s'))}"
    return f'"{RUNS_LEFT}" {line} "{LAST}"' if side.edition.direction == RIGHT_TO_LEFT else line
