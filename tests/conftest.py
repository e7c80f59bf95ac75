"""What every test may ask for: a tiny real site of its own, and goldens that one option rewrites."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import SIZES, chromium, serve
from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "sites" / "tiny"
EPOCH = "1795219200"
"""21 November 2026"""
FOLDERS = ("docs", "quizzes", "guides", "reference")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite the expected results from what the code says now"
    )


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return request.config.getoption("--update-goldens")


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """One day, whatever day it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def copy_tiny(target: Path, editions: tuple[str, ...] = ("id", "nl")) -> Path:
    """A bag of eleven pages, the same texts in each edition: what is tested is never the language."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(TINY / "mkdocs.yml", target)
    for edition in editions:
        for folder in FOLDERS:
            shutil.copytree(TINY / folder, target / folder / edition)
    return target


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_tiny(tmp_path / "tiny")


Edit = Callable[[str, str, str], None]


@pytest.fixture
def edit(tiny: Path) -> Edit:
    """edit("docs/id/index.md", "from", "to"): change a file of the tiny site; the text must be there."""

    def change(file: str, old: str, new: str) -> None:
        path = tiny / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not contain {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.fixture(scope="session")
def bag_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole bag as `./tas build` makes it, built once."""
    root = copy_bag(tmp_path_factory.mktemp("bag"))
    return build_at(root)


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site without papers, built once; for tests that change nothing."""
    return build_at(copy_tiny(tmp_path_factory.mktemp("tiny-built") / "tiny"), papers=False)


def copy_bag(target: Path) -> Path:
    """The project's own content in a folder of its own."""
    shutil.copy(ROOT / "mkdocs.yml", target)
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder)
    return target


def build_at(root: Path, *, papers: bool = True) -> Path:
    """Build in this process, on the fixed day."""
    from generator.build import build

    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    try:
        return build(root, papers=papers, say=lambda stage, what: None)
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


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
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
