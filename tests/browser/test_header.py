"""The header is one row of one height, at every width, in both editions, on every kind of page, also with large text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 412, 600, 768, 1024, 1199, 1232, 1280, 1366, 1440, 1920)
PLACES = ("", "duties/home-visits/", "comparison/", "quizzes/fit/", "duties/violence-and-reporting/", "404.html")
MEASURE = """() => {
  const box = (e) => e.getBoundingClientRect(), seen = (e) => e.getClientRects().length > 0;
  const parts = [...document.querySelectorAll('.tas-brand, .tas-tools > *, .tas-tools .tas-button')].filter((e) => seen(e) && !e.closest('.tas-drop__panel'));
  return {
    height: box(document.querySelector('.tas-header')).height,
    outside: parts.filter((e) => box(e).left < 0 || box(e).right > innerWidth || box(e).bottom > 61).map((e) => e.className),
    small: parts.filter((e) => box(e).width < 44 || box(e).height < 44).map((e) => e.className),
    hidden: [...document.querySelectorAll('.tas-tabs a')].filter((e) => seen(e) && box(e).top > 40).map((e) => e.textContent),
  };
}"""


@pytest.mark.parametrize("prefix", ["", "nl/"])
@pytest.mark.parametrize("size", ["100%", "200%"])
def test_the_header_is_one_row(prefix: str, size: str, bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    for place in PLACES:
        page.goto(bag_url + prefix + place)
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            found = page.evaluate(MEASURE)
            assert found["height"] == 61, (place, width)
            assert found["outside"] == found["small"] == [], (place, width)
            assert size == "200%" or found["hidden"] == [], (place, width)


def test_a_heading_that_is_jumped_to_stands_below_the_header(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(bag_url + "nl/duties/home-visits/")
    links = page.locator(".tas-toc a").all()
    for link in links[:4]:
        link.click()
        page.wait_for_timeout(700)
        top = page.evaluate(
            "document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top"
        )
        assert top >= 61
