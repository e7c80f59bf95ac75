"""What lies in `assets/` is a picture that goes before one of ours, of the right kind and size: mark.svg, favicon.svg, icon-192.png, icon-512.png, band.svg.

Passes: `assets/mark.svg` with paths and a viewBox
Fails: `assets/logo.svg`, an SVG with a script in it, an icon of 200 × 180 pixels
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tas.ground.places import LEFT_BEHIND
from tas.problems import ERROR, Finding, Place, quoted
from tas.read.bag import Bag
from tas.read.own_pictures import FOLDER, PICTURES, wrong

ID = "own-picture"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    folder = bag.project.root / FOLDER
    fonts = {font.name for library in bag for font in library.edition.fonts}
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if LEFT_BEHIND.fullmatch(file.name) or file.name in fonts:
            continue
        shown = f"{FOLDER}/{file.name}"
        if file.name not in PICTURES or not file.is_file():
            near = get_close_matches(file.name, PICTURES, 1)
            hint = f"did you mean {near[0]}?" if near else f"they are {', '.join(PICTURES)}"
            yield Place(shown, 1, 1), f"{quoted(file.name)} is no picture that a bag has of its own; {hint}"
        else:
            yield from ((Place(shown, line, 1), said) for line, said in wrong(file))
