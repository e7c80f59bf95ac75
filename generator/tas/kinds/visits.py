"""`visits/`: names the home-visit guide that it shows."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id
from tas.model.page import Page


class VisitPage(Page):
    guide: Id


SECTIONS = (
    *("before-you-go", "danger-signs", "at-the-door", "questions", "observe", "explain", "not-yours", "agreements"),
    *("notes", "referral", "family-side", "all-signs"),
)
"""Those of a guide that a reader looks for, as the page's list of contents names them; what is cut off or only prints is not among them."""


def _before(here: Here) -> list[Part]:
    return [*here.downloads(), here.guide_tools(here.page.guide)]


def _after(here: Here) -> list[Part]:
    return [here.guide(here.page.guide)]


KIND = Kind(
    "visits",
    VisitPage,
    frame="guide.html",
    assets=("guide.css", "guide.js"),
    sections=SECTIONS,
    unsearched=("agreements", "notes", "referral-stub", "sources"),
    apart=("danger-signs", "family-side"),
    before=_before,
    after=_after,
)
