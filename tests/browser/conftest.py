"""Every quiz of every edition, as it stands in the built site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import Watch, serve, watch
from player import SLOW_CLOCK
from playwright.sync_api import Page
from scripts import libraries
from tiers import a_few
from with_browser import bag_url, browser, open_page  # noqa: F401 (fixtures)


def _places() -> Iterator[tuple[str, str, bool]]:
    """(site, address, has a profile); the tiny site's editions are alike, so that one of them stands for both."""
    for library in libraries():
        site = "tiny" if library.edition.root.name == "tiny" else "bag"
        for name, slug in library.shown_on("quiz").items():
            if name in library.quizzes:
                yield site, library.address(slug), library.quizzes[name].profile is not None


PLACES = list(_places())


def _quizzes(*, profile: bool, editions: bool = True) -> list[Any]:
    """Those of the tiny site, which hold every kind of item, and behind them those of the bag; of both editions, or of the first alone."""
    chosen = [
        (site, place) for site, place, has in PLACES if has == profile and (editions or not place.startswith("nl/"))
    ]
    return [pytest.param(quiz, id="-".join(quiz)) for quiz in sorted(chosen, key=lambda quiz: quiz[0] == "bag")]


def _some(quizzes: list[Any], count: int) -> list[Any]:
    """Every one of the tiny site, and so many of the bag; all of them before a release."""
    tiny = [quiz for quiz in quizzes if quiz.values[0][0] == "tiny"]
    return tiny + a_few(quizzes[len(tiny) :], count)


PROFILES = _some(_quizzes(profile=True), 1)
KNOWLEDGE = _some(_quizzes(profile=False), 6)
QUIZZES = KNOWLEDGE + PROFILES
DEFAULT = _some(_quizzes(profile=False, editions=False), 3) + _quizzes(profile=True, editions=False)
"""What is the same in every edition is tried in one."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, values in (
        ("knowledge_quiz", KNOWLEDGE),
        ("profile_quiz", PROFILES),
        ("any_quiz", QUIZZES),
        ("default_quiz", DEFAULT),
    ):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, values)


@pytest.fixture(scope="session")
def tiny_url(tiny_site: Path) -> Iterator[str]:
    with serve(tiny_site) as base:
        yield base


@pytest.fixture
def open_quiz(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Callable[..., Page]:  # noqa: F811
    """open_quiz(quiz, size=…, scheme=…, fast=…): the page of a quiz, watched."""

    def new(quiz: tuple[str, str], *, fast: bool = False, page: Page | None = None, **options: Any) -> Page:
        site, place = quiz
        base = request.getfixturevalue(f"{site}_url")
        page = page or open_page(**options)
        if not fast:
            page.add_init_script(SLOW_CLOCK)
        page.watched = watch(page, base)  # type: ignore[attr-defined]
        page.goto(base + place)
        return page

    return new


def quiet(page: Page) -> Watch:
    """What the page asked for after it was there: nothing, of anybody."""
    seen: Watch = page.watched  # type: ignore[attr-defined]
    assert seen.foreign == []
    assert [line for line in seen.complaints if "favicon" not in line and "404" not in line] == []
    return seen
