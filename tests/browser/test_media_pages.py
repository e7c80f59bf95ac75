"""A page with pictures, a sound and a sheet: axe, what is fetched, and that nothing is wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from chromium import SCHEMES, SIZES, axe_script, serve, watch
from kit import build_at, copy_tiny
from media_kit import media_bag
from playwright.sync_api import Route

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => (await axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}))
    .violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}`))"""


@pytest.fixture(scope="module")
def media_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = copy_tiny(tmp_path_factory.mktemp("media") / "bag")
    question = root / "quizzes/id/small.yml"
    text = question.read_text(encoding="utf-8")
    text = text.replace(
        "        stem: The client",
        "        picture: media:plan.svg\n        alt: A plan of a room\n        stem: The client",
    )
    text = text.replace(
        "            text: I give it.",
        "            text: I give it.\n            picture: media:badge.png\n            alt: A badge",
    )
    question.write_text(text, encoding="utf-8")
    with serve(build_at(media_bag(root), papers=False)) as base:
        yield base


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", ["duties/visit/", "quizzes/small/"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    place: str, size: str, scheme: str, media_url: str, open_page
) -> None:
    page = open_page(size=size, scheme=scheme)
    seen = watch(page, media_url)
    page.goto(media_url + place)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(axe_script())
    assert page.evaluate(RUN, TAGS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (seen.foreign, seen.complaints) == ([], [])


def test_a_reader_fetches_the_width_that_a_screen_needs_and_no_sound(media_url: str, open_page) -> None:
    page = open_page(size="phone")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(f"{media_url}duties/visit/", wait_until="networkidle")
    files = [name for name in fetched if name.endswith((".webp", ".jpg", ".mp3", ".pdf"))]
    assert all(name.endswith(".webp") for name in files) and any("-480." in name for name in files)
    assert page.evaluate("document.querySelector('figure img').naturalWidth") > 0
    page.locator("audio").evaluate("(sound) => sound.play()")
    page.wait_for_function("document.querySelector('audio').currentTime > 0 || document.querySelector('audio').error")
    assert any(name.startswith("hello.") for name in fetched), "asked for only when it is played"


def test_a_picture_has_its_place_before_it_comes_so_that_nothing_jumps(media_url: str, open_page) -> None:
    """On a slow line a reader is in the middle of a sentence when it comes."""
    page = open_page(size="phone")
    heights = "[...document.querySelectorAll('.tas-figure img, .tas-shown img')].filter((one) => one.checkVisibility()).map((one) => Math.round(one.getBoundingClientRect().height))"
    waiting: list[Route] = []
    page.route("**/assets/media/**", lambda route: waiting.append(route))
    page.goto(f"{media_url}duties/visit/", wait_until="domcontentloaded")
    page.evaluate("document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; })")
    page.wait_for_timeout(200)
    before = page.evaluate(heights)
    for route in waiting:
        route.continue_()
    page.wait_for_function("[...document.images].every((one) => one.complete && one.naturalWidth)")
    assert before == page.evaluate(heights)
    assert min(before) > 100
