"""Papers in the frame of `paper/document.html.j2`: everything but the guide itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from tas.in_step.shown import Newer
from tas.paper.dress import styles
from tas.paper.job import Job
from tas.read.edition import Edition
from tas.render.environment import Renderer
from tas.render.guide_fragment import corners, keep_together
from tas.render.isolate import isolated
from tas.render.links import WebLinks


def framed(
    renderer: Renderer,
    template: str,
    links: WebLinks,
    *,
    place: str,
    title: str,
    code: str,
    revised: date,
    most: int,
    paper: str = "a4",
    beside: Edition | None = None,
    own_corners: tuple[str, str] | None = None,
    newer: Newer | None = None,
    also: tuple[str, ...] = (),
    **context: Any,
) -> Job:
    """A job for the template; the footer has code, revision and the day from which it is old left, the page right, unless `own_corners` says otherwise; `also`: style sheets of its own."""
    left, right = own_corners or corners(renderer, code, revised, aged=True, newer=newer).values()
    html = renderer.render(
        template,
        links,
        paper=paper,
        medium="paper",
        prefix="",
        title=title,
        revised=revised,
        styles=styles(
            renderer.edition, "guide", *(["guide-print"] if paper == "facing" else []), "paper", *also, beside=beside
        ),
        left_corner=Markup(left),
        right_corner=Markup(right),
        **context,
    )
    too_long = f'"{title}" has {{pages}} pages on paper, but at most {{most}}; shorten its lists'
    return Job(place, isolated(renderer.edition, str(keep_together(html))), most, too_long)
