"""The page that offers the copies tells of exactly what this build made; a preview offers nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import built
import pytest
import segno
from kit import copy_tiny, with_offline_page
from PIL import Image
from playwright.sync_api import Page
from tas.bundles import BUNDLES
from tas.read.bag import read_bag
from tas.read.project import read_project

EDITIONS = {"id": "", "nl": "nl/"}


def offline_page(site: Path, edition: str) -> built.Page:
    return built.Page(site, site / EDITIONS[edition] / "offline" / "index.html")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_form_is_offered_with_its_real_size(bag_site: Path, edition: str) -> None:
    page = offline_page(bag_site, edition)
    offers = page.tree.xpath("//li[@class='tas-form']")
    assert len(offers) == len(BUNDLES)
    for offer in offers:
        (link,) = offer.xpath(".//a[@download]")
        file, _ = page.target(link.get("href"))
        size = file.stat().st_size
        shown = f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{size / 1e3:.0f} kB"
        assert shown in link.text_content()


def test_a_preview_offers_nothing(tmp_path: Path) -> None:
    from tas.site.engine import build_site

    bag = read_bag(read_project(with_offline_page(copy_tiny(tmp_path / "tiny"))))
    build_site(bag, {}, tmp_path / "site")
    for page in built.pages(tmp_path / "site"):
        assert not page.tree.xpath("//link[@rel='manifest']")
        assert [href for href in page.links() if "downloads/" in href] == []
    assert "Made with the whole site." in offline_page(tmp_path / "site", "id").tree.text_content()
    assert not (tmp_path / "site" / "sw.js").exists()


@pytest.mark.browser
@pytest.mark.parametrize("edition", EDITIONS)
def test_each_qr_code_reads_back_as_the_address_of_its_file(
    bag_url: str, edition: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page("laptop")
    page.goto(f"{bag_url}{EDITIONS[edition]}offline/")
    offers = page.locator(".tas-form")
    for number in range(offers.count()):
        offer = offers.nth(number)
        href = offer.locator("a[download]").evaluate("link => new URL(link.href).pathname")
        svg = offer.locator("svg")
        svg.scroll_into_view_if_needed()
        svg.screenshot(path=tmp_path / "qr.png")
        assert read(tmp_path / "qr.png", f"https://tas.example.org{href}")


def read(file: Path, url: str) -> bool:
    """The middle of each module: black or white."""
    matrix = segno.make(url, error="m", micro=False, boost_error=False).matrix
    picture = Image.open(file).convert("L")
    modules = len(matrix) + 8
    step = picture.width / modules
    return all(
        (picture.getpixel((int((x + 4.5) * step), int((y + 4.5) * step))) < 128) == bool(module)
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
    )
