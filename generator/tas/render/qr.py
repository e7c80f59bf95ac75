"""QR codes: level M with four modules of quiet zone, as SVG; whoever shows one gives it its size."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup


@cache
def qr_code(url: str, title: str) -> Markup:
    """`title` is the text alternative. The forms of a guide share one code, and finding its best mask takes a while."""
    import segno  # with half of the web, which a build that has kept its codes has no use for

    svg = segno.make(url, error="m", micro=False, boost_error=False).svg_inline(border=4, omitsize=True, title=title)
    return Markup(svg.replace("<svg ", '<svg role="img" ', 1))
