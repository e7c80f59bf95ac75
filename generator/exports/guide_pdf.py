"""Home-visit guide -> tagged PDF (PDF/UA-1) on A4: four pages for the worker, one sheet for the family with the referral slip."""

from __future__ import annotations

from generator.exports.guide_document import A4, guide_job
from generator.exports.job import Job
from generator.library import Library
from generator.render import Renderer
from generator.words import N_

ID = "guide-pdf"
SUFFIX = ".pdf"
TITLE = N_("Print this guide (PDF, A4)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, A4, url=url)
