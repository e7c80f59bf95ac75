"""A bag of another trade in British English, with a partial edition in Arabic: what right to left is tested on."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from tas.scaffold.new_bag import new_bag

ARABIC = Path(__file__).parent / "sites/arabic"
ENTRY = "        - locale: ar\n          name: العربية\n          build: true\n"
OPTIONS = "      partial: [ar]\n      fonts: {ar: {regular: letters.ttf}}\n      levels:\n        missing-word: 'off'\n"


def fire_bag(root: Path) -> Path:
    """Begun as `tas new bag` does, on the day of tiny bags."""
    new_bag(root, edition="en-GB", profession="Fire-safety adviser", name="Fire at home", today=date(2026, 11, 21))
    return with_arabic(root)


def with_arabic(root: Path) -> Path:
    """A second edition, with what it needs in mkdocs.yml."""
    for folder in ("docs", "quizzes", "guides", "reference"):
        shutil.copytree(ARABIC / folder, root / folder / "ar")
    shutil.copytree(ARABIC / "locales", root / "locales")
    config = root / "mkdocs.yml"
    text = re.sub(r"(build: true\n)", rf"\1{ENTRY}", config.read_text(encoding="utf-8"), count=1)
    config.write_text(text.replace("  - tas:\n", f"  - tas:\n{OPTIONS}"), encoding="utf-8")
    (root / "assets").mkdir()
    arabic_font(root / "assets/letters.ttf")
    return root


def without_misconceptions(root: Path, edition: str) -> Path:
    """Its pages, their line in the navigation, and what a quiz draws from them."""
    shutil.rmtree(root / "docs" / edition / "misconceptions")
    part = "  - Misconceptions:\n      - misconceptions/index.md\n      - misconceptions/only-talk.md\n"
    drawn = "  - id: myths\n    title: Often heard\n    draw: misconceptions\n"
    for file, gone in ((root / "mkdocs.yml", part), (root / "quizzes" / edition / "first.yml", drawn)):
        text = file.read_text(encoding="utf-8")
        assert gone in text
        file.write_text(text.replace(gone, ""), encoding="utf-8")
    return root


def arabic_font(target: Path) -> None:
    """A box for each letter: enough to see that a paper takes its letters from the bag's own font."""
    names = {code: f"u{code:04X}" for code in (0x20, *range(0x600, 0x700))}
    order = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    for step, point in enumerate(((50, 0), (50, 600), (450, 600), (450, 0))):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    box, empty = pen.glyph(), TTGlyphPen(None).glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap(names)
    font.setupGlyf({name: empty if name in (".notdef", "u0020") else box for name in order})
    font.setupHorizontalMetrics({name: (500, 50) for name in order})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost()
    font.save(target)
