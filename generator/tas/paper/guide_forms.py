"""The forms of a home-visit guide that differ in size, type and finish alone: one table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.paper.engine import Rendered
from tas.paper.export import Order, of_guides
from tas.paper.guide_document import A4, A5, FAMILY, FAMILY_LARGE, FILLABLE, LARGE, Form, family_job, guide_job
from tas.paper.job import Finish, Job, as_it_is
from tas.read.bag import Bag
from tas.read.edition import RIGHT_TO_LEFT
from tas.read.library import Library
from tas.render.environment import Renderer


def folded(rendered: Rendered) -> bytes:
    """What puts pages on sheets takes a while to load; a build whose booklets are kept need not wait for it."""
    from tas.paper.impose import imposed

    return imposed(rendered)


def folded_from_right_to_left(rendered: Rendered) -> bytes:
    """The same for a language whose books open at the other side."""
    from tas.paper.impose import imposed

    return imposed(rendered, right_to_left=True)


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
        turned = self.finish is folded and renderer.edition.direction == RIGHT_TO_LEFT
        finish = folded_from_right_to_left if turned else self.finish
        return guide_job(library, renderer, guide_id, self.form, url=url, finish=finish)

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        yield from of_guides(bag, site_url, suffix=self.SUFFIX, title=self.TITLE, job=self.job)


@dataclass(frozen=True)
class FamilyForm:
    """An `Export`: the sheet that stays with the family."""

    ID: str
    SUFFIX: str
    TITLE: str
    form: Form

    def job(self, library: Library, renderer: Renderer, guide_id: str, url: str = "") -> Job:
        """It needs no address: what a relative may read does not lead to the guide."""
        return family_job(library, renderer, guide_id, self.form)

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        yield from of_guides(bag, site_url, suffix=self.SUFFIX, title=self.TITLE, job=self.job, part="family_side")


GUIDE = GuideForm("guide-pdf", ".pdf", N_("Print this guide (PDF, A4)"), A4)
FAMILY_FORM = FamilyForm("family-sheet", ".family.pdf", N_("Sheet for the family (PDF, A4)"), FAMILY)
BOOKLET = GuideForm(
    "guide-booklet",
    ".booklet.pdf",
    N_("As a booklet (PDF; print A4 on both sides, flip on the short edge, fold)"),
    A5,  # laid out anew at A5, never A4 made smaller
    folded,
)
OTHER_FORMS = (
    GuideForm("guide-large", ".large.pdf", N_("In large print (PDF, A4)"), LARGE),
    FamilyForm("family-large", ".family-large.pdf", N_("Sheet for the family in large print (PDF, A4)"), FAMILY_LARGE),
    BOOKLET,
    GuideForm("guide-fillable", ".fillable.pdf", N_("To fill in on a screen (PDF)"), FILLABLE),
)
"""Tagged PDFs (PDF/UA-1), the booklet apart, which is for printing only."""
