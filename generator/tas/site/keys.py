"""What the kept parts of a page depend on, coarsely: everything of the bag but other pages' bodies.

A finer key would have to trace what each template read. This one renews a page whenever it may show something else, and one changed
sentence renews one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from hashlib import sha256

from tas.compose.page import Composed
from tas.ground.parts import digest
from tas.in_step.shown import of_group, of_guide, of_page
from tas.model.paper import Papers
from tas.read.bag import Bag
from tas.read.library import Library
from tas.site.page_view import PageView
from tas.text.markdown import Heading
from tas.view.media import state
from tas.view.path import path_view

IN_GROUND = {"edition", "licence", "icons"}
"""Parts of a view that say nothing of its page."""


def edition_key(bag: Bag, library: Library, papers: Papers, shared: bytes) -> bytes:
    """Of all that any page of an edition may show besides its own body. `shared`: the bag's key."""
    code = library.edition.code
    files = (
        part
        for (folder, name), document in library.documents.items()
        if folder != "docs"
        for part in (f"{folder} {name}", document.own)
    )
    pages = (
        f"{slug} {library.documents['docs', slug].data!r} {_outline(library.documents['docs', slug].outline)}"
        for slug in library.pages
    )
    newer = (
        [of_group(library, name) for name in library.danger_signs],
        [of_guide(library, name) for name in library.guides],
    )
    return digest(
        shared,
        code,
        repr(newer),
        repr(path_view(library)),
        *_papers(papers),
        state(library, (document for (folder, _), document in library.documents.items() if folder != "docs")),
        *files,
        "pages",
        *pages,
    )


def page_key(edition: bytes, library: Library, slug: str) -> bytes:
    """Of a composed page."""
    document = library.documents["docs", slug]
    return digest(edition, slug, document.body, state(library, [document]), repr(of_page(library, slug)))


def ground_key(library: Library, shared: bytes) -> bytes:
    """Of what every frame of an edition may show: its navigation, in which all titles stand. `shared`: the bag's key."""
    return digest(shared, library.edition.code, *(f"{slug} {page.title}" for slug, page in library.pages.items()))


def view_key(ground: bytes, view: PageView) -> bytes:
    """Of all that a frame shows around its page."""
    return digest(ground, *(repr(getattr(view, part.name)) for part in fields(view) if part.name not in IN_GROUND))


def frame_key(view: bytes, composed: Composed) -> bytes:
    """Of a page in its frame."""
    made = composed.html, _outline(composed.headings), composed.lead, composed.end, str(composed.has_check)
    return digest(view, *made)


def _outline(found: Iterable[Heading]) -> str:
    """Headings without their lines, which move with every sentence before them."""
    return repr([(heading.id, heading.title, heading.level) for heading in found])


def _papers(papers: Papers) -> Iterator[str | bytes]:
    for place, offered in papers.items():
        yield repr(place)
        for paper in offered:
            yield repr((paper.address, paper.title, paper.variant, paper.is_draft, paper.name, paper.export))
            yield sha256(paper.content).digest()
