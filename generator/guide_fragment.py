"""A guide as one piece of HTML: the same for the web page, for printing from the browser and for the PDF."""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.guide_view import GuideView
from generator.links import WebLinks
from generator.render import Renderer

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
TEXT = re.compile(r"(?<=>)[^<]+")
AFTER_SIGN = re.compile(r"((?:[≥≤]|&lt;|&gt;)) (?=\d)")
BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:°C|%|‰|mg|µg|g|kg|ml|l|mm|cm|m|km)\b|[%‰])")


def guide_fragment(
    renderer: Renderer, view: GuideView, links: WebLinks, *, heading: str | None = None, medium: str = "web"
) -> Markup:
    """`heading` is the document's H1; leave it out on a page that has one. `links` starts with `view.source_ids`.

    `medium` is who writes: a hand ("paper"), keys on the "web" or in the "fillable" PDF.
    """
    html = renderer.render(
        "guide/guide.html.j2", links, view=view, guide=view.guide, heading=heading, medium=medium, prefix=""
    )
    return keep_together(html)


def keep_together(html: str) -> Markup:
    """A sign or a unit never parts from its number at the end of a line."""
    return Markup(TEXT.sub(lambda text: _tied(text[0]), html))


def _tied(text: str) -> str:
    return BEFORE_UNIT.sub(NO_BREAK_SPACE, AFTER_SIGN.sub(rf"\1{NO_BREAK_SPACE}", text))
