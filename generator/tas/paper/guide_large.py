"""Home-visit guide -> tagged PDF in large print (18 pt, UKAAF G003) on A4."""

from __future__ import annotations

from tas.ground.words import N_
from tas.paper.guide_document import LARGE, guide_job
from tas.paper.job import Job
from tas.read.library import Library
from tas.render.environment import Renderer

ID = "guide-large"
SUFFIX = ".large.pdf"
TITLE = N_("In large print (PDF, A4)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, LARGE, url=url)
