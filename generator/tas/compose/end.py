"""The end of a page: where to go next, its words and sources, and when it was last checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from tas.check.review import overdue
from tas.render.links import WebLinks

if TYPE_CHECKING:
    from tas.compose.page import Composer


def page_end(composer: Composer, slug: str, links: WebLinks) -> Markup:
    """Comes last: `links` has seen every word and source of the page."""
    library = composer.library
    page = library.pages[slug]
    return composer.renderer.render(
        "page/end.html.j2",
        links,
        terms=[] if slug == "glossary" else [library.terms[name] for name in links.terms],
        sources=[] if slug == "sources" else [library.sources[name] for name in links.sources],
        reviewed=page.reviewed,
        overdue=overdue(page.reviewed, composer.project),
        next=[
            {
                "href": links.href(target),
                "title": library.pages[target].title,
                "description": library.pages[target].description,
            }
            for target in page.next
        ],
    )
