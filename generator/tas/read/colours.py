"""The colours of the site: ours (tokens.css, tokens-dark.css), a bag's own in their place, and which of them must be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tas.ground.places import ASSETS

SHEETS = {"light": "tokens.css", "dark": "tokens-dark.css"}
TOKEN = re.compile(r"--tas-(?P<name>[a-z-]+):\s*(?P<value>#[0-9a-f]{3,6});")

TEXT_PAIRS = (
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
)
"""Text and its ground: 4.5 to 1 (WCAG 2.2, 1.4.3)."""
SHAPE_PAIRS = (("edge", "paper"), ("terra", "sand"), ("terra", "terra-tint"), ("leaf", "sand"), ("blue", "sand"))
"""A shape that says something and its ground: 3 to 1 (1.4.11)."""

Palette = Mapping[Any, str]
"""Token -> `#rrggbb`."""


@cache
def ours(scheme: str) -> dict[str, str]:
    """The palette of the package; `scheme`: `light` or `dark`."""
    text = (ASSETS / "css" / SHEETS[scheme]).read_text(encoding="utf-8")
    return {token["name"]: token["value"] for token in TOKEN.finditer(text)}


def palette(scheme: str, own: Palette) -> dict[str, str]:
    """Ours with the bag's own in place."""
    return ours(scheme) | dict(own)


def too_close(colours: Palette) -> Iterator[tuple[str, str, float, float]]:
    """(first, second, their contrast, the least that it must be) of each pair that cannot be told apart well enough."""
    for pairs, least in ((TEXT_PAIRS, 4.5), (SHAPE_PAIRS, 3.0)):
        for first, second in pairs:
            found = contrast(colours[first], colours[second])
            if found < least:
                yield first, second, found, least


def contrast(first: str, second: str) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
