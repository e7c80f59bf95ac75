"""The HTML document of a guide for paper: the fragment of the web page with a footer, a QR code and the size of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tas.ground.addresses import address
from tas.ground.places import ASSETS
from tas.paper.job import Finish, Job, as_it_is
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.guide_fragment import footer, guide_fragment
from tas.render.links import PaperLinks
from tas.render.qr import qr_code
from tas.view.guide import guide_view

WORKER_PAGES = 12
"""On A4, with the whole lists of danger signs."""
FAMILY_PAGES = 6
"""Three sheets at most that stay with the family; the slip has one of its own."""


@dataclass(frozen=True)
class Form:
    """A size of paper and type; `paper` is what the stylesheet knows it by."""

    paper: str
    most: int
    too_long: str
    medium: str = "paper"


A4 = Form(
    "a4",
    WORKER_PAGES + FAMILY_PAGES + 1,
    "the guide has {pages} pages on paper, but at most {most}; shorten its lists or give fewer writing lines",
)
FILLABLE = Form("a4", A4.most, A4.too_long, medium="fillable")
LARGE = Form(
    "large",
    45,
    "the guide has {pages} pages in large print, but at most {most}; shorten its lists or give fewer writing lines",
)
A5 = Form(
    "a5",
    37,
    "the guide has {pages} pages as a booklet, but at most {most}; shorten its lists or give fewer writing lines",
)


def guide_job(
    library: Library, renderer: Renderer, guide_id: str, form: Form, *, url: str, finish: Finish = as_it_is
) -> Job:
    """`url`: absolute address of the guide's page, for the QR code."""
    return Job(
        place=library.documents["guides", guide_id].path,
        html=guide_document(library, renderer, guide_id, form, url=url),
        most=form.most,
        too_long=form.too_long,
        fields=form.medium == "fillable",
        finish=finish,
    )


def guide_document(library: Library, renderer: Renderer, guide_id: str, form: Form, *, url: str) -> str:
    """The whole HTML document that becomes the PDF."""
    view = guide_view(library, guide_id)
    links = PaperLinks(library, library.edition.prefix + address(_slug(library, guide_id)), view.source_ids)
    fragment = guide_fragment(renderer, view, links, heading=view.guide.title, medium=form.medium)
    words = renderer.edition.words
    return str(
        renderer.render(
            "guide/paper.html.j2",
            links,
            guide=view.guide,
            form=form,
            fragment=fragment,
            styles=styles("guide"),
            url=url,
            url_words=url.partition("://")[2],
            qr=qr_code(url, words.gettext("QR code: this guide on the web")),
            **footer(renderer, view.guide),
        )
    )


def styles(*names: str) -> Markup:
    """Style sheets of ours, one after the other."""
    return Markup("\n".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in names))


def _slug(library: Library, guide_id: str) -> str:
    return library.shown_on("guide").get(guide_id, f"visits/{guide_id}")
