"""Makes the committed fonts: cuts Source Sans 3 down to the characters that the bag may use (see README.md)."""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FACES = ("Regular", "It", "Bold")
NAME = "Tas Sans"
"""The licence reserves the word "Source": a changed font must bear another name (OFL 1.1, condition 3)."""

UNICODES = (
    "U+0020-007E,U+00A0-00FF,U+0100-017F,"  # Latin, Latin-1, Latin Extended-A
    "U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,"  # punctuation
    "U+2070,U+2074-2079,U+2080-2089,U+20AC,U+2116,U+2122,U+2150-215E,"  # superscripts, subscripts, signs, fractions
    "U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265,U+2610,U+2611,U+2713"  # arrows, mathematics, boxes, tick
)
OPTIONS = (
    f"--unicodes={UNICODES}",
    "--layout-features=kern,liga,mark,mkmk,ccmp,locl,tnum",
    "--no-hinting",
    "--desubroutinize",
    "--drop-tables+=DSIG",
    "--no-recalc-timestamp",
    "--name-IDs=0,1,2,3,4,5,6,13,14",
)


def main(unpacked: str) -> None:
    """`unpacked`: the folder `package/TTF` of the npm package."""
    for face in FACES:
        target = Path(__file__).parent / f"TasSans-{face}.ttf"
        subset.main([str(Path(unpacked) / f"SourceSans3-{face}.ttf"), f"--output-file={target}", *OPTIONS])
        rename(target)


def rename(file: Path) -> None:
    """Family, full and PostScript names; copyright and licence stay as they are."""
    font = TTFont(file, recalcTimestamp=False)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            name = NAME.replace(" ", "") if record.nameID == 6 else NAME
            record.string = record.toUnicode().replace("Source Sans 3", name).replace("SourceSans3", name)
    font.save(file)


if __name__ == "__main__":
    main(sys.argv[1])
