"""The style sheets of a paper with what a bag has of its own: its band, and a font for the letters that ours lacks."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from markupsafe import Markup

from tas.ground.places import ASSETS
from tas.read.edition import Edition
from tas.read.own_pictures import band

OUR_BAND = 'url("images/kawung-rule.svg")'
OUR_FONT = re.compile(r'(@font-face \{[^}]*\})|"Tas Sans"')
OWN_FONT = "Bag"


def styles(edition: Edition, *names: str, beside: Edition | None = None) -> Markup:
    """Style sheets of ours, one after the other; `beside`: an edition that stands on the same paper."""
    css = "\n".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in names)
    own = band(edition.root)
    css = css.replace(OUR_BAND, own) if own else css
    fonts = edition.fonts or (beside.fonts if beside else ())
    if fonts:
        named = OUR_FONT.sub(lambda found: found[1] or f'"Tas Sans", "{OWN_FONT}"', css)
        css = f"{_faces(fonts)}\n{named}\n@media print {{ .guide :is(em, i) {{ font-style: normal; }} .guide :is(h1, h2, h3) {{ line-height: 1.45; }} }}\n"
    return Markup(css)


@cache
def _faces(files: tuple[Path, ...]) -> str:
    """As data, so that what a paper depends on is all in it."""
    weights = zip(files, ("normal", "bold"), strict=False)
    return "\n".join(
        f'@font-face {{ font-family: "{OWN_FONT}"; font-weight: {weight}; src: url("data:font/ttf;base64,{b64encode(file.read_bytes()).decode()}"); }}'
        for file, weight in weights
    )
