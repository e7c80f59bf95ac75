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

    @property
    def flows(self) -> bool:
        """On A4 each page has its place; elsewhere a long list goes on on the next one."""
        return self.paper != "a4"


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
    code = _code(renderer, links, url, words.gettext("QR code: this guide on the web"))
    at_sources = form is A5  # its first page has no room to spare
    fragment = guide_fragment(
        renderer,
        view,
        links,
        heading=view.guide.title,
        medium=form.medium,
        code=code if at_sources else "",
        flows=form.flows,
    )
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
        web="" if at_sources else code,
        newer=of_guide(library, guide_id),
        finish=finish,
    )


def family_job(library: Library, renderer: Renderer, guide_id: str, form: Form) -> Job:
    """Without a QR code: the address of a guide may tell what the visit was about."""
    view = guide_view(library, guide_id)
    guide, side = view.guide, view.guide.family_side
    assert side, "such a sheet is ordered for guides that have one"
    links = UncitedLinks(library, _address(library, guide_id), view.source_ids)
    context = {
        "view": view,
        "guide": guide,
        "heading": True,
        "medium": form.medium,
        "prefix": "",
        "flows": form.flows,
    }
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
    links = UncitedLinks(library, "", ())
    code = _code(renderer, links, url, words.gettext("QR code: all danger signs on the web"))
    context = {
        "leaf": leaf,
        "heading": True,
        "medium": form.medium,
        "prefix": "",
        "flows": form.flows,
        "code": Markup(code) if form.flows else "",
    }
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
        web="" if form.flows else code,
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
    web: str = "",
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
        styles=styles(renderer.edition, "guide", "guide-print", "leaf"),
        web=Markup(web),
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


def _code(renderer: Renderer, links: UncitedLinks, url: str, title: str) -> str:
    """What leads from paper to the page at that address; nothing without one."""
    context = {"qr": qr_code(url, title), "url": url, "url_words": url.partition("://")[2]} if url else None
    return str(renderer.render("guide/code.html.j2", links, **context)) if context else ""


def _address(library: Library, guide_id: str) -> str:
    slug = library.shown_on("guide").get(guide_id, f"visits/{guide_id}")
    return library.edition.prefix + address(slug)
