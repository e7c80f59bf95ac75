"""The drawings of the package: their list, and the SVG of each."""

from __future__ import annotations

import re
from functools import cache

from tas.ground.places import ASSETS, TEMPLATES
from tas.model.pictogram import Drawing, DrawingsFile, Pictogram
from tas.read.parse import parse
from tas.read.source import read_yaml

FOLDER = ASSETS / "pictograms"
FINER = (('stroke-width="2.25"', 'stroke-width="1.9"'), ('stroke-width="1.5"', 'stroke-width="1.3"'))
"""The cut for more than 20 mm: less ink, finer lines."""


@cache
def drawings() -> dict[str, Drawing]:
    """Name -> drawing, in the order of the list."""
    parsed, problems = parse(read_yaml(FOLDER / "pictograms.yml", "pictograms.yml"), DrawingsFile)
    assert parsed, problems
    return {drawing.id: drawing for drawing in parsed.drawings}


def drawing_of(pictogram: Pictogram) -> Drawing:
    """Raises KeyError for one that nobody has drawn; a rule tells of it before."""
    return drawings()[pictogram.drawing or pictogram.id]


@cache
def line_drawings() -> frozenset[str]:
    """Names of the large drawings of the theme (96 × 96), which a door of the home page may show."""
    return frozenset(
        file.stem
        for file in (TEMPLATES / "icons").glob("*.svg")
        if re.search(r'viewBox="0 0 96 96"', file.read_text(encoding="utf-8"))
    )


@cache
def svg(name: str, *, mono: bool = False, large: bool = False) -> str:
    """The drawing, 48 × 48, with `currentColor` for its lines; `mono`: in one colour, `large`: to be shown at more than 20 mm."""
    twin = "-mono" if mono and drawings()[name].mono else ""
    drawn = (FOLDER / f"{name}{twin}.svg").read_text(encoding="utf-8").strip()
    for heavy, fine in FINER if large else ():
        drawn = drawn.replace(heavy, fine)
    return drawn
