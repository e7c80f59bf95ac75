"""Posters of danger signs for the wall of a home: one page a group, A4 and A5, for the groups that may hang there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tas.ground.words import N_
from tas.kinds.danger_signs import SECTION
from tas.paper.dress import styles
from tas.paper.export import Order
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.guide_fragment import keep_together
from tas.render.isolate import isolated
from tas.render.links import UncitedLinks
from tas.render.qr import qr_code
from tas.view.poster import poster_view

PAGE = "danger-signs"
"""Where the whole lists stand, and the posters are offered."""
TOO_LONG = "the poster has {pages} pages, but it is one; shorten the words of its signs or levels, or choose fewer"


def groups_with_poster(library: Library) -> tuple[str, ...]:
    """Those that may hang on a wall and have chosen signs, where there is a page with the whole list."""
    if PAGE not in library.pages:
        return ()
    return tuple(name for name, group in library.danger_signs.items() if any(group.on_poster()))


def poster_page(library: Library, renderer: Renderer, group_id: str, *, site_url: str, paper: str = "a4") -> Markup:
    """The poster of a group as one page of its own in any paper whose styles hold `poster.css`; `paper` is "a4" or "a5"."""
    url = site_url + library.address(PAGE) + "#" + SECTION.format(group_id)
    html = renderer.render(
        "paper/poster-page.html.j2",
        UncitedLinks(library, "", ()),
        view=poster_view(library, group_id),
        paper=paper,
        revised=library.pages[PAGE].reviewed,
        url_words=(site_url + library.address(PAGE)).partition("://")[2],
        qr=qr_code(url, renderer.edition.words.gettext("QR code: the whole list on the web")),
    )
    return keep_together(html)


@dataclass(frozen=True)
class Poster:
    """An `Export`."""

    ID: str
    SUFFIX: str
    TITLE: str
    paper: str

    def job(self, library: Library, renderer: Renderer, group_id: str, site_url: str) -> Job:
        html = renderer.render(
            "paper/poster.html.j2",
            UncitedLinks(library, "", ()),
            title=library.danger_signs[group_id].title,
            revised=library.pages[PAGE].reviewed,
            styles=styles(renderer.edition, "poster"),
            page=poster_page(library, renderer, group_id, site_url=site_url, paper=self.paper),
        )
        place = library.documents["reference", "danger-signs"].path
        return Job(place, isolated(renderer.edition, str(html)), 1, TOO_LONG)

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            renderer, code = Renderer(library.edition), library.edition.code
            for name in groups_with_poster(library):
                address = f"downloads/{code}/posters/{name}{self.SUFFIX}"
                title = library.danger_signs[name].title
                job, sized = self.job(library, renderer, name, site_url), f"{title} ({self.paper.upper()})"
                yield Order(((code, PAGE),), address, self.TITLE, job, title, sized)


POSTERS = (
    Poster("poster", ".pdf", N_("Poster for the wall: {variant} (PDF, A4)"), "a4"),
    Poster("poster-small", ".a5.pdf", N_("Small poster: {variant} (PDF, A5)"), "a5"),
)
