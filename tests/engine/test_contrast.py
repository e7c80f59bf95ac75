"""Every pair of colours that carries text is readable, in light and in dark; read from the palettes, the only files that name colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tas.read.colours import SHAPE_PAIRS, SHEETS, TEXT_PAIRS, contrast, ours
from tas.render.asset_files import DARK, _part

CSS = Path(__file__).parents[2] / "generator/tas/assets/css"
PAPER = re.compile(r"^\.(?:guide|poster) \{ --ink: #000; --sheet: #fff; \}.*$", re.MULTILINE)
"""The two colours of paper, in guide.css and poster.css."""
NAMED_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black|red|gr[ae]y)\b", re.IGNORECASE)


@pytest.mark.parametrize("scheme", SHEETS)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out(scheme: str, text: str, ground: str) -> None:
    colours = ours(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SHEETS)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_stand_out(scheme: str, shape: str, ground: str) -> None:
    colours = ours(scheme)
    assert contrast(colours[shape], colours[ground]) >= 3


def test_dark_has_every_colour_that_light_has() -> None:
    assert ours("dark").keys() == ours("light").keys()


def test_dark_is_the_same_with_and_without_scripts() -> None:
    blocks = re.findall(r":root(\S*) \{([^}]*)\}", _part(DARK))
    assert [selector for selector, _ in blocks] == ['[data-scheme="dark"]', ":not([data-scheme])"]
    assert blocks[0][1] == blocks[1][1] and "--tas-ink" in blocks[0][1]


@pytest.mark.parametrize("file", sorted(CSS.glob("*.css")), ids=lambda file: file.stem)
def test_only_the_palettes_name_colours(file: Path) -> None:
    if not file.stem.startswith("tokens"):
        assert NAMED_COLOUR.findall(PAPER.sub("", file.read_text(encoding="utf-8"))) == []
