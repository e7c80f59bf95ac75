"""The HTML document of a guide, its leaf or its sheet for the family for paper: a fragment of the web page with a footer, a QR code, a size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tas.ground.addresses import address
from tas.in_step.shown import Newer, of_group, of_guide
from tas.paper.dress import styles
from tas.paper.job import Finish, Job, as_it_is
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.guide_fragment import corners, guide_fragment, keep_together
from tas.render.isolate import isolated
from tas.render.links import UncitedLinks
from tas.render.qr import qr_code
from tas.view.danger_leaf import DangerLeaf
from tas.view.guide import guide_view

SHORTEN = "shorten its lists or give fewer writing lines"


@dataclass(frozen=True)
class Form:
    """A size of paper and type; `paper` is what the stylesheet knows it by."""

    paper: str
    most: int
    too_long: str
    medium: str = "paper"


A4 = Form("a4", 4, f"the guide has {{pages}} pages on paper, but at most {{most}}; {SHORTEN}")
FILLABLE = Form("a4", A4.most, A4.too_long, medium="fillable")
LARGE = Form("large", 14, f"the guide has {{pages}} pages in large print, but at most {{most}}; {SHORTEN}")
A5 = Form("a5", 12, f"the guide has {{pages}} pages as a booklet, but at most {{most}}; {SHORTEN}")

FAMILY = Form("a4", 3, "the sheet for the family has {pages} pages on paper, but at most {most}; shorten its points")
FAMILY_LARGE = Form("large", 6, FAMILY.too_long)
LEAF = Form("a4", 6, "the leaf of danger signs has {pages} pages on paper, but at most {most}; shorten its texts")
LEAF_LARGE = Form("large", 20, LEAF.too_long)


def guide_job(
    library: Library, renderer: Renderer, guide_id: str, form: Form, *, url: str, finish: Finish = as_it_is
) -> Job:
    """`url`: absolute address of the guide's page, for the QR code."""
    view, words = guide_view(library, guide_id), renderer.edition.words
    links = UncitedLinks(library, _address(library, guide_id), view.source_ids)
    fragment = guide_fragment(renderer, view, links, heading=view.guide.title, medium=form.medium)
    return _job(
        renderer,
        links,
        form,
        fragment,
        place=library.documents["guides", guide_id].path,
        title=view.guide.title,
        description=view.guide.subtitle,
        code=view.guide.code,
        revised=view.guide.reviewed,
        url=url,
        qr_title=words.gettext("QR code: this guide on the web"),
        newer=of_guide(library, guide_id),
        finish=finish,
    )


def family_job(library: Library, renderer: Renderer, guide_id: str, form: Form) -> Job:
    """Without a QR code: the address of a guide may tell what the visit was about."""
    view = guide_view(library, guide_id)
    guide, side = view.guide, view.guide.family_side
    assert side, "such a sheet is ordered for guides that have one"
    links = UncitedLinks(library, _address(library, guide_id), view.source_ids)
    context = {"view": view, "guide": guide, "heading": True, "medium": form.medium, "prefix": ""}
    fragment = renderer.render("guide/family.html.j2", links, **context)
    return _job(
        renderer,
        links,
        form,
        fragment,
        place=library.documents["guides", guide_id].path,
        title=side.title,
        description=side.title,
        code=guide.code,
        revised=guide.reviewed,
    )


def leaf_job(library: Library, renderer: Renderer, leaf: DangerLeaf, form: Form, *, url: str) -> Job:
    """`url`: absolute address of the page with all danger signs; empty where there is none."""
    words = renderer.edition.words
    context = {"leaf": leaf, "heading": True, "medium": form.medium, "prefix": ""}
    links = UncitedLinks(library, "", ())
    fragment = renderer.render("guide/leaf.html.j2", links, **context)
    return _job(
        renderer,
        links,
        form,
        fragment,
        place=library.documents["reference", "danger-signs"].path,
        title=words.gettext("All danger signs for this visit"),
        description=" · ".join(group.title for group in leaf.groups),
        code=words.gettext("Danger signs"),
        revised=leaf.reviewed,
        url=url,
        qr_title=words.gettext("QR code: all danger signs on the web"),
        newer=next(filter(None, (of_group(library, group.id) for group in leaf.groups)), None),
    )


def _job(
    renderer: Renderer,
    links: UncitedLinks,
    form: Form,
    fragment: Markup,
    *,
    place: str,
    title: str,
    description: str,
    code: str,
    revised: date,
    url: str = "",
    qr_title: str = "",
    newer: Newer | None = None,
    finish: Finish = as_it_is,
) -> Job:
    if not fragment.startswith('<div class="guide"'):
        fragment = Markup('<div class="guide">%s</div>') % fragment
    html = renderer.render(
        "guide/paper.html.j2",
        links,
        form=form,
        title=title,
        description=description,
        revised=revised,
        fragment=keep_together(fragment),
        styles=styles(renderer.edition, "guide", "guide-print"),
        url=url,
        url_words=url.partition("://")[2],
        qr=qr_code(url, qr_title) if url else "",
        **corners(renderer, code, revised, newer=newer),
    )
    return Job(
        place=place,
        html=isolated(renderer.edition, str(html)),
        most=form.most,
        too_long=form.too_long,
        fields=form.medium == "fillable",
        finish=finish,
    )


def _address(library: Library, guide_id: str) -> str:
    slug = library.shown_on("guide").get(guide_id, f"visits/{guide_id}")
    return library.edition.prefix + address(slug)
