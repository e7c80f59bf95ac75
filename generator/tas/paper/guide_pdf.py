"""Home-visit guide -> tagged PDF (PDF/UA-1) on A4: four pages for the worker, one sheet for the family with the referral slip."""

from __future__ import annotations

from tas.ground.words import N_
from tas.paper.guide_document import A4, guide_job
from tas.paper.job import Job
from tas.read.library import Library
from tas.render.environment import Renderer

ID = "guide-pdf"
SUFFIX = ".pdf"
TITLE = N_("Print this guide (PDF, A4)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, A4, url=url)
