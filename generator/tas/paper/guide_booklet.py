"""Home-visit guide -> A5 booklet: laid out anew at A5 (never A4 made smaller), then put on A4 sheets to fold."""

from __future__ import annotations

from tas.ground.words import N_
from tas.paper.engine import Rendered
from tas.paper.guide_document import A5, guide_job
from tas.paper.job import Job
from tas.read.library import Library
from tas.render.environment import Renderer

ID = "guide-booklet"
SUFFIX = ".booklet.pdf"
TITLE = N_("As a booklet (PDF; print A4 on both sides, flip on the short edge, fold)")


def job(library: Library, renderer: Renderer, guide_id: str, *, url: str) -> Job:
    return guide_job(library, renderer, guide_id, A5, url=url, finish=folded)


def folded(rendered: Rendered) -> bytes:
    """What puts pages on sheets takes a while to load; a build whose booklets are kept need not wait for it."""
    from tas.paper.impose import imposed

    return imposed(rendered)
