"""Home-visit guide -> tagged PDF with fields to fill in on a screen: boxes, answers, notes, the referral slip."""

from __future__ import annotations

from generator.exports.guide_document import FILLABLE, guide_job
from generator.exports.job import Job
from generator.library import Library
from generator.render import Renderer
from generator.words import N_

ID = "guide-fillable"
SUFFIX = ".fillable.pdf"
TITLE = N_("To fill in on a screen (PDF)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, FILLABLE, url=url)
