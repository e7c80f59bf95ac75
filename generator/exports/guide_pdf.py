"""Home-visit guide -> tagged PDF (PDF/UA-1) on A4, through WeasyPrint."""

from __future__ import annotations

import json

import segno
from markupsafe import Markup

from generator.addresses import address
from generator.cache import Cache
from generator.edition import Edition
from generator.exports.engine import ASSETS, FONTS, OPTIONS, Rendered, engine_version, render_pdf
from generator.guide_fragment import guide_fragment
from generator.guide_view import guide_view
from generator.library import Library
from generator.links import PaperLinks
from generator.problems import ERROR, ContentError, Problem
from generator.render import Renderer

ID = "guide-pdf"
WORKER_PAGES = 4
"""And one sheet more, which goes to the family with the slip."""


def file_name(edition: Edition, guide_id: str) -> str:
    """The address of the PDF, counted from the site's root; every edition has its folder."""
    return f"downloads/{edition.code}/guides/{guide_id}.pdf"


def guide_pdf(library: Library, renderer: Renderer, guide_id: str, *, url: str, cache: Cache | None = None) -> bytes:
    """The PDF's bytes; the same input gives the same bytes. `url`: absolute address of the guide's page, for the QR code.

    Raises `ContentError` for what an author can mend, `MissingEngine` where the machine lacks Pango.
    """
    html = guide_document(library, renderer, guide_id, url=url)
    place = library.documents["guides", guide_id].path
    if cache is None:
        return _checked(render_pdf(html, place), place)
    return cache.get(_ingredients(html), lambda: _checked(render_pdf(html, place), place))


def guide_document(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> str:
    """The whole HTML document that becomes the PDF."""
    view = guide_view(library, guide_id)
    slug = library.shown_on("guide").get(guide_id, f"visits/{guide_id}")
    links = PaperLinks(library, library.edition.prefix + address(slug), view.source_ids)
    words = renderer.edition.words
    revised = words.gettext("revised %(date)s") % {"date": view.guide.reviewed.isoformat()}
    return str(
        renderer.render(
            "guide/paper.html.j2",
            links,
            guide=view.guide,
            url=url,
            url_words=url.partition("://")[2],
            fragment=guide_fragment(renderer, view, links, heading=view.guide.title),
            styles=Markup((ASSETS / "css" / "guide.css").read_text("utf-8")),
            qr=_qr(url, words.gettext("QR code: this guide on the web")),
            code_line=Markup(_css_string(f"{view.guide.code} · {revised}")),
            page_line=Markup(_page_line(words.gettext("page %(page)s of %(pages)s"))),
        )
    )


def _qr(url: str, title: str) -> Markup:
    """Level M and four modules of quiet zone; the stylesheet makes it 30 mm."""
    svg = segno.make(url, error="m", micro=False, boost_error=False).svg_inline(
        border=4, omitsize=True, title=str(title)
    )
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))


def _css_string(text: str) -> str:
    """JSON's quoting, in which CSS reads the same but for escapes that no footer has; `</` must not end the style."""
    return json.dumps(text, ensure_ascii=False).replace("</", "<\\/")


def _page_line(pattern: str) -> str:
    """`page %(page)s of %(pages)s` as a CSS content value."""
    before, _, rest = pattern.partition("%(page)s")
    between, _, after = rest.partition("%(pages)s")
    return f"{_css_string(before)} counter(page) {_css_string(between)} counter(pages) {_css_string(after)}"


def _ingredients(html: str) -> tuple[bytes, ...]:
    """All that the bytes depend on; the style is in the HTML."""
    options = json.dumps(OPTIONS, sort_keys=True)
    return (html.encode(), *(font.read_bytes() for font in FONTS), engine_version().encode(), options.encode())


def _checked(rendered: Rendered, place: str) -> bytes:
    """A guide that outgrows its paper is not carried."""
    if rendered.pages > WORKER_PAGES + 1:
        raise ContentError(
            [
                Problem(
                    place,
                    1,
                    1,
                    ERROR,
                    f"the guide has {rendered.pages} pages on paper, but at most {WORKER_PAGES} and one sheet for "
                    "the family; shorten its lists or give fewer writing lines",
                    "page-budget",
                )
            ]
        )
    return rendered.pdf
