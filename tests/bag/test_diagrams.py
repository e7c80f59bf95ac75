"""Diagrams on the built site: every word is read, once, by who looks, listens, searches or reads the book; the drawing says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import built
import pytest
from kit import whole_bag
from lxml import html
from tas.ground.places import TEMPLATES
from tas.model.diagram import Kind, Picture
from tas.read.library import Library
from tas.text.inline import plain, scheme_links

BAG = whole_bag()
SHOWN = [
    (library, slug, link.name)
    for library in BAG
    for slug in library.pages
    for link in scheme_links(library.documents["docs", slug].body)
    if link.scheme == "diagram"
]
IDS = [f"{library.edition.code}/{name}" for library, _, name in SHOWN]


def figure(site: Path, library: Library, slug: str) -> html.HtmlElement:
    page = built.Page(site, site / library.address(slug) / "index.html")
    (found,) = page.tree.xpath('//article//figure[contains(@class, "tas-diagram")]')
    return found


def test_every_edition_shows_every_kind() -> None:
    for library in BAG:
        kinds = {library.diagrams[name].kind for shown_in, _, name in SHOWN if shown_in is library}
        assert kinds == set(get_args(Kind))


@pytest.mark.parametrize("library", list(BAG), ids=[library.edition.code for library in BAG])
def test_every_duty_has_one_picture(library: Library) -> None:
    duties = [slug for slug in library.pages if slug.startswith("duties/") and slug != "duties/index"]
    shown = [slug for shown_in, slug, _ in SHOWN if shown_in is library and slug in duties]
    assert sorted(shown) == sorted(duties) and len(duties) >= 12


def test_every_picture_is_drawn_and_every_drawing_is_one() -> None:
    assert {file.stem for file in (TEMPLATES / "diagram/pictures").glob("*.svg")} == set(get_args(Picture))


@pytest.mark.slow
@pytest.mark.parametrize(("library", "slug", "name"), SHOWN, ids=IDS)
def test_all_words_are_text_in_the_authors_order(bag_pages: Path, library: Library, slug: str, name: str) -> None:
    diagram = library.diagrams[name]
    shown = " ".join(figure(bag_pages, library, slug).text_content().split())
    at = 0
    for group in diagram.groups:
        for words in (group.title, *(entry.label or "" for entry in group.entries)):
            at = shown.index(words, at)
        assert plain(group.entries[-1].text).split()[0].rstrip(".,:") in shown[at:]


@pytest.mark.slow
@pytest.mark.parametrize(("library", "slug", "name"), SHOWN, ids=IDS)
def test_the_drawing_is_hidden_from_who_listens(bag_pages: Path, library: Library, slug: str, name: str) -> None:
    drawings = figure(bag_pages, library, slug).xpath(".//svg")
    assert len(drawings) >= len(library.diagrams[name].groups)
    for drawing in drawings:
        assert drawing.get("aria-hidden") == "true"
        assert not drawing.xpath(".//text | .//title | .//@id | .//@style")


@pytest.mark.slow
@pytest.mark.parametrize(("library", "slug", "name"), SHOWN, ids=IDS)
def test_the_copy_in_one_file_has_it_too(bag_pages: Path, library: Library, slug: str, name: str) -> None:
    code = library.edition.code
    copy = (bag_pages / f"downloads/{code}/tas-{code}.html").read_text(encoding="utf-8")
    assert copy.count(f"<figcaption>{library.diagrams[name].title}</figcaption>") == 1
