"""A copy tells how old it is: silent while it is new, a note above the content once it should be replaced. The site and the one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from chromium import serve
from kit import build_at, copy_tiny, with_offline_page
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PLACES = ("nl/duties/visit/", "downloads/nl/tas-nl.html")
NEW, OLD = "2027-10-31", "2027-11-01"
"""The tiny site's texts were checked on 1 November 2026 and hold for twelve months."""


@pytest.fixture(scope="module")
def base(shared: Callable) -> Iterator[str]:
    def make(folder: Path) -> Path:
        root = with_offline_page(copy_tiny(folder))
        page = (root / "docs/nl/offline.md").read_text("utf-8").replace("2026-11-21", "2026-11-01")
        (root / "docs/nl/offline.md").write_text(page, encoding="utf-8")
        config = (root / "mkdocs.yml").read_text("utf-8")
        options = "  - tas:\n      report_to: mailto:mistakes@tiny.example\n      leave_to: duties/visit\n"
        (root / "mkdocs.yml").write_text(config.replace("  - tas\n", options), encoding="utf-8")
        fit = root / "docs/nl/misconceptions/only-money.md"
        fit.write_text(fit.read_text("utf-8").replace("reviewed:", "sensitive: true\nreviewed:", 1), encoding="utf-8")
        return build_at(root, papers=False)

    with serve(shared("aged", make)) as url:
        yield url


@pytest.mark.parametrize("place", PLACES)
def test_an_old_copy_says_so(place: str, base: str, open_page: Callable[..., Page]) -> None:
    for day, told in ((NEW, False), (OLD, True)):
        page = open_page("phone")
        page.clock.set_fixed_time(f"{day}T12:00:00Z")
        page.goto(base + place)
        note = page.locator(".tas-age")
        assert note.is_visible() == told, day
    assert "1 november 2026" in note.inner_text()
    assert note.locator("a").get_attribute("href") == "https://tiny.example/nl/offline/"


def test_a_mistake_is_reported_with_the_address_of_the_page(base: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    said = {}
    for slug in ("duties/visit/", "misconceptions/only-money/"):
        page.goto(f"{base}nl/{slug}")
        said[slug] = unquote(page.locator(".tas-report a").get_attribute("href") or "")
    assert said == {
        "duties/visit/": "mailto:mistakes@tiny.example?subject=Tiny: https://tiny.example/nl/duties/visit/",
        "misconceptions/only-money/": "mailto:mistakes@tiny.example?subject=Tiny",
    }, "of a sensitive page a letter names nothing"
