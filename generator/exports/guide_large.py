"""Home-visit guide -> tagged PDF in large print (18 pt, UKAAF G003) on A4."""

from __future__ import annotations

from generator.exports.guide_document import LARGE, guide_job
from generator.exports.job import Job
from generator.library import Library
from generator.render import Renderer
from generator.words import N_

ID = "guide-large"
SUFFIX = ".large.pdf"
TITLE = N_("In large print (PDF, A4)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, LARGE, url=url)
