"""Pictograms: the list and its files are one, every drawing only draws, and each medium shows it as it can."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree
from tas.ground.places import ASSETS
from tas.model.pictogram import Pictogram
from tas.read.library import Library, read_library
from tas.read.pictograms import FOLDER, drawings, svg
from tas.read.project import read_project
from tas.render.links import PaperLinks, WebLinks
from tas.render.pictogram_sheet import pictogram_sheet
from tas.render.pictograms import pictogram

SVG = "{http://www.w3.org/2000/svg}"
DRAWS = {"svg", "g", "path", "circle"}
ATTRIBUTES = {
    *("viewBox", "width", "height", "d", "cx", "cy", "r", "fill", "stroke", "stroke-width", "stroke-linecap"),
    *("stroke-linejoin", "stroke-dasharray", "fill-rule", "clip-rule", "class"),
}
OF_THINGS = {"#f4c430", "#5c9a32"}
"""Where the colour is the sign: yellow skin, green vomit; their twins for paper are hatched."""
FILES = sorted(FOLDER.glob("*.svg"))


@pytest.fixture
def library(tiny: Path) -> Library:
    library = read_library(read_project(tiny).editions[0])
    library.pictograms["baby-limp"] = Pictogram(id="baby-limp", alt='A "limp" baby')
    library.pictograms["baby-yellow"] = Pictogram(id="baby-yellow", alt="A yellow baby")
    library.pictograms["help"] = Pictogram(id="help", alt="A phone", drawing="call-help")
    return library


def test_the_list_and_the_files_are_one() -> None:
    twins = {f"{drawing.id}-mono" for drawing in drawings().values() if drawing.mono}
    assert {file.stem for file in FILES} == {*drawings(), *twins}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_only_draws(file: Path) -> None:
    """Nothing runs, loads, or has an id that a second copy on the page would repeat."""
    root = etree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 48 48"
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in DRAWS
        assert set(element.attrib) <= ATTRIBUTES
        for name in ("fill", "stroke"):
            assert element.get(name) in {None, "none", "currentColor", *OF_THINGS}
    assert file.stat().st_size < 4000


def test_what_only_a_colour_tells_has_a_twin_for_paper() -> None:
    coloured = {name for name in drawings() if any(colour in svg(name) for colour in OF_THINGS)}
    assert coloured == {name for name, drawing in drawings().items() if drawing.mono}
    assert not any(colour in svg(name, mono=True) for name in coloured for colour in OF_THINGS)


def test_copies_of_other_hands_are_as_they_were() -> None:
    copies = [drawing for drawing in drawings().values() if drawing.icon]
    assert len(copies) >= 29
    for drawing in copies:
        assert sha256((FOLDER / f"{drawing.id}.svg").read_bytes()).hexdigest().startswith(drawing.sha256 or "none")
    assert "Resolve to Save Lives" in (FOLDER / "LICENSE-healthicons.txt").read_text(encoding="utf-8")


def test_a_page_shows_it_for_the_eye_alone(library: Library) -> None:
    context = {"links": WebLinks(library, "", ())}
    drawn = etree.fromstring(pictogram(context, "baby-limp"))
    assert (drawn.get("data-picture"), drawn.get("aria-hidden"), drawn.get("aria-label")) == ("baby-limp", "true", None)
    inline = etree.fromstring(pictogram(context, "baby-limp", inline=True))
    assert (inline.tag, inline.get("aria-hidden"), inline.get("data-picture")) == ("svg", "true", None)
    alone = etree.fromstring(pictogram(context, "baby-limp", alone=True))
    assert (alone.get("role"), alone.get("aria-label"), alone.get("aria-hidden")) == ("img", 'A "limp" baby', None)


def test_paper_has_an_image_with_its_alt_text(library: Library) -> None:
    context = {"links": PaperLinks(library, "", ())}
    drawn = pictogram(context, "baby-limp")
    assert drawn.startswith("<img") and 'alt="A &#34;limp&#34; baby"' in drawn

    def inside(key: str, **how: bool) -> str:
        return b64decode(re.search(r"base64,([^\"]+)", pictogram(context, key, **how))[1]).decode()  # type: ignore[index]

    assert inside("baby-yellow") == svg("baby-yellow", mono=True) != svg("baby-yellow")
    assert 'stroke-width="2.25"' in inside("baby-limp")
    assert 'stroke-width="2.25"' not in inside("baby-limp", large=True)


def test_one_sheet_holds_every_drawing_in_the_colours_of_the_plate() -> None:
    tokens = (ASSETS / "css/tokens.css").read_text(encoding="utf-8")
    rules = dict(
        re.findall(
            r'\[data-picture="(.*?)"\] \{ background-image: url\("data:image/svg\+xml,(.*?)"\); \}', pictogram_sheet()
        )
    )
    assert list(rules) == [name for name, drawing in drawings().items() if drawing.sign]
    used = set()
    for data in rules.values():
        root = etree.fromstring(unquote(data).encode())
        used |= {element.get(name) for element in root.iter() for name in ("fill", "stroke")}
    used -= {None, "none", *OF_THINGS}
    assert len(used) == 2 and all(f": {colour};" in tokens for colour in used)


def test_an_edition_may_choose_another_drawing(library: Library) -> None:
    assert svg("call-help")[-200:] in pictogram({"links": WebLinks(library, "", ())}, "help")
    assert not drawings()["call-help"].sign, "drawn in the page itself"


def test_an_edition_shows_those_that_it_has_words_for(library: Library) -> None:
    context = {"links": WebLinks(library, "", ())}
    assert pictogram(context, "baby-hot") == pictogram(context, None) == ""


def test_a_drawing_that_needs_its_word_is_never_alone(library: Library) -> None:
    with pytest.raises(ValueError, match="never stands without its word"):
        pictogram({"links": WebLinks(library, "", ())}, "baby-yellow", alone=True)
