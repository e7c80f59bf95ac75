"""Fixtures for tests that open a browser; the `conftest.py` of their folder takes them in, so that no other test needs one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import PATIENCE, SIZES, serve, the_browser
from playwright.sync_api import Browser, BrowserContext, Page

__all__ = ["bag_url", "browser", "open_page"]


@pytest.fixture(scope="session")
def browser() -> Browser:
    return the_browser()


@pytest.fixture(scope="session")
def bag_url(bag_site: Path) -> Iterator[str]:
    """The whole bag on a server of this machine."""
    with serve(bag_site) as base:
        yield base


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """open_page(size="phone", scheme="dark", …): a page in a fresh context."""
    contexts: list[BrowserContext] = []

    def new(size: str = "laptop", scheme: str = "light", **options: Any) -> Page:
        context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, **options)  # type: ignore[arg-type]
        context.set_default_timeout(2 * PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
