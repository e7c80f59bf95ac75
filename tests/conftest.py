"""What every test may ask for: tiny real sites, the whole bag as built, a browser, and goldens that one option rewrites."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import PATIENCE, SIZES, chromium, serve
from filelock import FileLock
from kit import EPOCH, PAPERS, build_at, copy_bag, copy_tiny
from playwright.sync_api import Browser, BrowserContext, Page
from tas.ground.cores import cores

Edit = Callable[[str, str, str], None]
Shared = Callable[[str, Callable[[Path], Path]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite the expected results from what the code says now"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Papers are kept where a build keeps them, by all that goes into them: what is made once is not made again."""
    PAPERS.mkdir(parents=True, exist_ok=True)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: who drives a browser waits half of the time."""
    return cores() + 1


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return request.config.getoption("--update-goldens")


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """One day, whatever day it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


# -- sites -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_tiny(tmp_path / "tiny")


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
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shared:
    """shared(name, make): what `make` builds in a folder that all workers of a run share; for tests that change nothing."""
    alone = worker_id == "master"
    base = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent

    def once(name: str, make: Callable[[Path], Path]) -> Path:
        done = base / f"{name}.done"
        with FileLock(base / f"{name}.lock"):
            if not done.exists():
                done.write_text(str(make(base / name)))
        return Path(done.read_text())

    return once


@pytest.fixture(scope="session")
def bag_site(shared: Shared) -> Path:
    """The whole bag as `./tas build` makes it."""
    return shared("bag", lambda folder: build_at(copy_bag(folder)))


@pytest.fixture(scope="session")
def tiny_site(shared: Shared) -> Path:
    """The tiny site without papers."""
    return shared("tiny", lambda folder: build_at(copy_tiny(folder), papers=False))


# -- a browser ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a test run; Playwright allows no second one beside it."""
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
        context.set_default_timeout(2 * PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
