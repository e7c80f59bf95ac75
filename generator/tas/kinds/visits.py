"""`visits/`: names the home-visit guide that it shows."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id
from tas.model.page import Page


class VisitPage(Page):
    guide: Id


def _before(here: Here) -> list[Part]:
    return [*here.downloads(), here.guide_tools(here.page.guide)]


def _after(here: Here) -> list[Part]:
    return [here.guide(here.page.guide)]


KIND = Kind(
    "visits",
    VisitPage,
    frame="guide.html",
    assets=("guide.css", "guide.js"),
    unsearched=("agreements", "notes", "referral-stub", "sources"),
    apart=("danger-signs", "family-side"),
    before=_before,
    after=_after,
)
