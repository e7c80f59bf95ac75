"""A guide as one piece of HTML: the same for the web page, for printing from the browser and for the PDF."""

from __future__ import annotations

import json
import re
from datetime import date

from markupsafe import Markup

from tas.in_step.shown import Newer
from tas.model.guide import Guide
from tas.render.environment import Renderer
from tas.render.isolate import isolated_text
from tas.render.links import WebLinks
from tas.view.guide import GuideView

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
TEXT = re.compile(r">[^<\d]*\d[^<]*")
"""Between two tags, with a number in it."""
AFTER_SIGN = re.compile(r"((?:[≥≤]|&lt;|&gt;)) (?=\d)")
BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:°C|%|‰|mg|µg|g|kg|ml|l|mm|cm|m|km)\b|[%‰])")


def guide_fragment(
    renderer: Renderer,
    view: GuideView,
    links: WebLinks,
    *,
    heading: str | None = None,
    medium: str = "web",
    code: str = "",
    flows: bool = False,
) -> Markup:
    """`heading` is the document's H1; leave it out on a page that has one. `links` starts with `view.source_ids`.

    `medium` is who writes: a hand ("paper"), keys on the "web" or in the "fillable" PDF. `code`: what stands beside the sources;
    `flows`: lists may go on on the next page, so they are several.
    """
    html = renderer.render(
        "guide/guide.html.j2",
        links,
        view=view,
        guide=view.guide,
        heading=heading,
        medium=medium,
        prefix="",
        code=Markup(code),
        flows=flows,
    )
    return keep_together(html)


def footer(renderer: Renderer, guide: Guide, newer: Newer | None) -> dict[str, Markup]:
    """The corners of a guide; a browser has them from the page's script."""
    return corners(renderer, guide.code, guide.reviewed, newer=newer)


def corners(
    renderer: Renderer, code: str, revised: date, *, aged: bool = False, newer: Newer | None = None
) -> dict[str, Markup]:
    """What the two lower corners of each page say, as CSS content values.

    `aged`: also from when on the paper is old, where its text does not tell it; `newer`: also which edition has a newer text.
    """
    words = renderer.edition.words
    said = words.gettext("revised %(date)s") % {"date": revised.isoformat()}
    if newer:
        newer_in = words.gettext("partly newer in %(edition)s") % {"edition": newer.edition.name}
        said = f"{said} · {newer_in}"
    if aged:
        old = words.gettext("old from %(date)s on")
        said = f"{said} · {old % {'date': renderer.edition.due(revised).isoformat()}}"
    return {
        "code_line": Markup(css_string(isolated_text(renderer.edition, f"{code} · {said}"))),
        "page_line": Markup(page_line(words.gettext("page %(page)s of %(pages)s"))),
    }


def keep_together(html: str) -> Markup:
    """A sign or a unit never parts from its number at the end of a line."""
    return Markup(TEXT.sub(lambda text: _tied(text[0]), html))


def _tied(text: str) -> str:
    return BEFORE_UNIT.sub(NO_BREAK_SPACE, AFTER_SIGN.sub(rf"\1{NO_BREAK_SPACE}", text))


def css_string(text: str) -> str:
    """JSON's quoting, in which CSS reads the same but for escapes that no footer has; no `<` stands in a style, where it could end it."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ")


def page_line(pattern: str) -> str:
    """`page %(page)s of %(pages)s` as a CSS content value."""
    before, _, rest = pattern.partition("%(page)s")
    between, _, after = rest.partition("%(pages)s")
    return f"{css_string(before)} counter(page) {css_string(between)} counter(pages) {css_string(after)}"
