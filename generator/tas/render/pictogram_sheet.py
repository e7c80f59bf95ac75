"""The style sheet that holds every danger sign once: a page that shows sixty loads each drawing a single time, and keeps it."""

from __future__ import annotations

import re

from tas.ground.places import ASSETS
from tas.read.pictograms import drawings, svg

COLOUR = re.compile(r"--tas-plate-(ink|accent):\s*(#[0-9a-f]+)")
IN_URL = str.maketrans({'"': "'", "<": "%3C", ">": "%3E", "#": "%23", "\n": ""})


def pictogram_sheet() -> str:
    """A rule for each sign, in the colours of tokens.css: they stay the same in every scheme, as the plate behind them does."""
    colours = dict(COLOUR.findall((ASSETS / "css/tokens.css").read_text(encoding="utf-8")))
    return "\n".join(
        f'[data-picture="{name}"] {{ background-image: url("data:image/svg+xml,{coloured(svg(name), colours).translate(IN_URL)}"); }}'
        for name, drawing in drawings().items()
        if drawing.sign
    )


def coloured(drawing: str, colours: dict[str, str]) -> str:
    """The drawing, as large as its box, with its two colours in place of `currentColor` and of the classes of its accent."""
    accent = colours["accent"]
    drawing = drawing.replace('class="pic-accent" fill="currentColor"', f'fill="{accent}"')
    drawing = drawing.replace('class="pic-line"', f'stroke="{accent}"')
    return drawing.replace("currentColor", colours["ink"]).replace(' width="48" height="48"', "", 1)
