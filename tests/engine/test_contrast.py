"""Every pair of colours that carries text is readable, in light and in dark; read from the palettes, the only files that name colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tas.render.asset_files import DARK, _part

CSS = Path(__file__).parents[2] / "generator/tas/assets/css"
PALETTES = {"light": CSS / "tokens.css", "dark": CSS / "tokens-dark.css"}
PAPER = re.compile(r"^\.(?:guide|poster) \{ --ink: #000; --sheet: #fff; \}.*$", re.MULTILINE)
"""The two colours of paper, in guide.css and poster.css."""
TOKEN = re.compile(r"--tas-(?P<name>[a-z-]+):\s*(?P<value>[^;]+);")
NAMED_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black|red|gr[ae]y)\b", re.IGNORECASE)

TEXT_PAIRS = [
    *((text, ground) for text in ("ink", "ink-soft", "blue", "leaf", "terra-deep") for ground in ("paper", "sand")),
    *(("ink", ground) for ground in ("blue-tint", "terra-tint", "leaf-tint", "mark")),
    ("terra", "paper"),
    ("blue", "blue-tint"),
    ("leaf", "leaf-tint"),
    ("terra-deep", "terra-tint"),
    ("on-deep", "blue-deep"),
    ("on-blue", "blue"),
    ("on-blue", "leaf"),
    ("on-blue", "terra"),
    ("paper", "ink"),
    ("paper", "terra"),
]
SHAPE_PAIRS = [("edge", "paper"), ("terra", "sand"), ("terra", "terra-tint"), ("leaf", "sand"), ("blue", "sand")]


def schemes() -> dict[str, dict[str, str]]:
    """scheme -> token -> colour"""
    return {
        scheme: {
            token["name"]: token["value"]
            for token in TOKEN.finditer(file.read_text(encoding="utf-8"))
            if token["value"].startswith("#")
        }
        for scheme, file in PALETTES.items()
    }


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out(scheme: str, text: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_stand_out(scheme: str, shape: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[shape], colours[ground]) >= 3


def test_dark_has_every_colour_that_light_has() -> None:
    assert schemes()["dark"].keys() == schemes()["light"].keys()


def test_dark_is_the_same_with_and_without_scripts() -> None:
    blocks = re.findall(r":root(\S*) \{([^}]*)\}", _part(DARK))
    assert [selector for selector, _ in blocks] == ['[data-scheme="dark"]', ":not([data-scheme])"]
    assert blocks[0][1] == blocks[1][1] and "--tas-ink" in blocks[0][1]


@pytest.mark.parametrize("file", sorted(CSS.glob("*.css")), ids=lambda file: file.stem)
def test_only_the_palettes_name_colours(file: Path) -> None:
    if not file.stem.startswith("tokens"):
        assert NAMED_COLOUR.findall(PAPER.sub("", file.read_text(encoding="utf-8"))) == []
