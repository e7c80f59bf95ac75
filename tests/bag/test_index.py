"""The built index: one an edition, whole, light; nothing of the engine's own search stays in the site."""

from __future__ import annotations

import json
from pathlib import Path

import built
import pytest
from kit import ROOT
from search_kit import built_index

pytestmark = pytest.mark.slow
EDITIONS = {"id": "", "nl": "nl/"}


def read(site: Path, edition: str) -> dict:
    return json.loads(
        built_index(site, edition).removeprefix("(self.tas=self.tas||{}).searchIndex=").removesuffix(";\n")
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_of_the_edition_is_in_its_index_and_no_other(edition: str, bag_pages: Path) -> None:
    addresses = {page.address for page in built.pages(bag_pages)} - {"404.html", "nl/404.html"}
    own = {address for address in addresses if address.startswith("nl/") == (edition == "nl")}
    assert {page[0] for page in read(bag_pages, edition)["pages"]} == own


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_result_leads_to_a_place_that_is_there(edition: str, bag_pages: Path) -> None:
    for location, _, _, parts, *_ in read(bag_pages, edition)["pages"]:
        ids = built.Page(bag_pages, bag_pages / location / "index.html").ids
        assert [anchor for anchor, *_ in parts if anchor and not ids[anchor]] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_way_to_another_edition_is_there(edition: str, bag_pages: Path) -> None:
    for _, location, *names in read(bag_pages, edition)["elsewhere"]:
        page, _, anchor = location.partition("#")
        assert names
        assert built.Page(bag_pages, bag_pages / page / "index.html").ids[anchor]


def test_nothing_of_the_engines_search_is_in_the_site(bag_pages: Path) -> None:
    assert sorted(file.name for file in (bag_pages / "search").iterdir()) == ["index.id.js", "index.nl.js"]
    assert [
        file
        for file in bag_pages.rglob("*")
        if "workers" in file.parts or "lunr" in file.name or file.name.startswith("bundle.")
    ] == []


def test_a_page_brings_little_and_the_first_search_not_much(bag_pages: Path) -> None:
    """Bytes on the wire: 4 kB a page; with the first search 16 kB of scripts, and 900 bytes of index for each page of the edition."""
    assert built.weight(next((bag_pages / "assets").glob("tas.*.js"))) <= 4_000
    for edition in EDITIONS:
        names = [f"search-script-{edition}", "search-worker", "search-core", f"stemmer-{edition}"]
        files = [next((bag_pages / "assets").glob(f"{name}.*.js")) for name in names]
        assert sum(map(built.weight, files)) <= 16_000
        pages = len(list((ROOT / "docs" / edition).rglob("*.md")))
        assert built.weight(bag_pages / f"search/index.{edition}.js") <= 900 * pages
