"""Home-visit guide -> tagged PDF with fields to fill in on a screen: boxes, answers, notes, the referral slip."""

from __future__ import annotations

from tas.ground.words import N_
from tas.paper.guide_document import FILLABLE, guide_job
from tas.paper.job import Job
from tas.read.library import Library
from tas.render.environment import Renderer

ID = "guide-fillable"
SUFFIX = ".fillable.pdf"
TITLE = N_("To fill in on a screen (PDF)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, FILLABLE, url=url)
