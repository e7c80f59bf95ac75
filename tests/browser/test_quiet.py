"""A page asks no other host for anything, complains of nothing, obeys a strict Content-Security-Policy, and comes light."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import built
import pytest
from chromium import serve, watch
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; worker-src 'self'; "
    "font-src 'self'; manifest-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


def places(site: Path) -> list[str]:
    return [page.address for page in built.pages(site)]


TABS = 6
"""While one page is still looked at for what it asks for late, others are opened."""


def test_no_page_asks_another_host_or_complains_under_a_strict_policy(
    bag_site: Path, open_page: Callable[..., Page]
) -> None:
    with serve(bag_site, {"Content-Security-Policy": POLICY}) as base:
        first = open_page()
        tabs = [first, *(first.context.new_page() for _ in range(TABS - 1))]
        seen = {tab: watch(tab, base) for tab in tabs}
        for tab, place in zip(cycle(tabs), places(bag_site), strict=False):
            tab.wait_for_load_state("networkidle")
            tab.goto(base + place)
        for tab, kept in seen.items():
            tab.wait_for_load_state("networkidle")
            assert kept.requests and kept.foreign == [] and kept.complaints == []


def test_a_foreign_request_is_seen(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    seen = watch(page, bag_url)
    page.goto(bag_url)
    page.evaluate("new Image().src = 'https://elsewhere.example/x.png'")
    page.wait_for_timeout(200)
    assert seen.foreign == ["https://elsewhere.example/x.png"]
    assert seen.complaints


def test_a_breach_of_the_policy_is_seen(bag_site: Path, open_page: Callable[..., Page]) -> None:
    with serve(bag_site, {"Content-Security-Policy": POLICY.replace("style-src 'self'; ", "")}) as base:
        page = open_page()
        seen = watch(page, base)
        page.goto(base)
        assert any("Content Security Policy" in line for line in seen.complaints)


@pytest.mark.parametrize(
    "place", ["", "duties/home-visits/", "quizzes/myth-or-fact/", "visits/newborn-day-3-7/", "comparison/", "sources/"]
)
def test_a_first_view_is_light(place: str, bag_url: str, bag_site: Path, open_page: Callable[..., Page]) -> None:
    """At most 85 KiB on the wire and 12 requests, with everything that the page fetches by itself."""
    page = open_page("phone")
    seen = watch(page, bag_url)
    page.goto(bag_url + place, wait_until="networkidle")
    page.wait_for_timeout(300)
    files = [bag_site / url.removeprefix(bag_url).partition("?")[0] for url in seen.requests]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    assert len(files) <= 12
    assert sum(built.weight(file) for file in files) <= 85 * 1024
