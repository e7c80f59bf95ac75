"""The forms of a home-visit guide that differ in size, type and finish alone: one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.paper.engine import Rendered
from tas.paper.export import Order, of_guides
from tas.paper.guide_document import A4, A5, FILLABLE, LARGE, Form, guide_job
from tas.paper.job import Finish, Job, as_it_is
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer


def folded(rendered: Rendered) -> bytes:
    """What puts pages on sheets takes a while to load; a build whose booklets are kept need not wait for it."""
    from tas.paper.impose import imposed

    return imposed(rendered)


@dataclass(frozen=True)
class GuideForm:
    """An `Export`. `finish` is what happens to the pages after they were laid out."""

    ID: str
    SUFFIX: str
    TITLE: str
    form: Form
    finish: Finish = as_it_is

    def job(self, library: Library, renderer: Renderer, guide_id: str, url: str) -> Job:
        """`url`: absolute address of the guide's page, for the QR code."""
        return guide_job(library, renderer, guide_id, self.form, url=url, finish=self.finish)

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        yield from of_guides(bag, site_url, suffix=self.SUFFIX, title=self.TITLE, job=self.job)


BOOKLET = GuideForm(
    "guide-booklet",
    ".booklet.pdf",
    N_("As a booklet (PDF; print A4 on both sides, flip on the short edge, fold)"),
    A5,  # laid out anew at A5, never A4 made smaller
    folded,
)
GUIDE_FORMS = (
    GuideForm("guide-pdf", ".pdf", N_("Print this guide (PDF, A4)"), A4),
    GuideForm("guide-large", ".large.pdf", N_("In large print (PDF, A4)"), LARGE),
    BOOKLET,
    GuideForm("guide-fillable", ".fillable.pdf", N_("To fill in on a screen (PDF)"), FILLABLE),
)
"""In the order in which a page offers them. Tagged PDFs (PDF/UA-1), the booklet apart, which is for printing only."""
