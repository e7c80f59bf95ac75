"""Every pair of colours that carries text is readable, in light and in dark; read from tokens.css, the only file that names colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "generator/tas/assets/css"
BLOCK = re.compile(r"(?P<selector>:root[^{}]*)\{(?P<body>[^{}]*)\}")
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
    """selector -> token -> colour, for the blocks that name colours; dark ones on top of the light ones."""
    blocks = {}
    for block in BLOCK.finditer((CSS / "tokens.css").read_text(encoding="utf-8")):
        colours = {
            token["name"]: token["value"] for token in TOKEN.finditer(block["body"]) if token["value"].startswith("#")
        }
        if colours:
            blocks[block["selector"].strip()] = colours
    return blocks


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("selector", schemes())
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out(selector: str, text: str, ground: str) -> None:
    colours = schemes()[selector]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("selector", schemes())
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_stand_out(selector: str, shape: str, ground: str) -> None:
    colours = schemes()[selector]
    assert contrast(colours[shape], colours[ground]) >= 3


def test_dark_is_the_same_with_and_without_scripts() -> None:
    light, *dark = schemes().values()
    assert len(dark) == 2
    assert dark[0] == dark[1]
    assert dark[0].keys() == light.keys()


@pytest.mark.parametrize("name", ["text.css", "frame.css", "home.css", "pages.css", "quiz.css"])
def test_only_tokens_name_colours(name: str) -> None:
    assert not NAMED_COLOUR.findall((CSS / name).read_text(encoding="utf-8"))
