"""The end of a page: where to go next, its words and sources, and when it was last checked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from tas.check.review import overdue
from tas.render.links import WebLinks
from tas.view.safety import is_sensitive

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
        report=_report(composer, slug),
        place={
            "site": composer.project.site_name,
            "edition": library.edition.name,
            "address": composer.project.site_url + library.address(slug),
        },
        next=[
            {
                "href": links.href(target),
                "title": library.pages[target].title,
                "description": library.pages[target].description,
            }
            for target in page.next
        ],
    )


def _report(composer: Composer, slug: str) -> str:
    """A letter to whom the bag names, about this page; of a sensitive page it names nothing. Empty where nobody is named."""
    project, library = composer.project, composer.library
    if not project.options.report_to:
        return ""
    address = "" if is_sensitive(library, slug) else project.site_url + library.address(slug)
    subject = ": ".join(filter(None, (project.site_name, address)))
    return f"{project.options.report_to}?subject={quote(subject, safe='')}"
