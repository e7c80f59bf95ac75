"""What every test may ask for: tiny real sites, the whole bag as built, a browser, and goldens that one option rewrites."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from kit import BAG_EPOCH, EPOCH, PAPERS, build_at, copy_bag, copy_tiny
from tas.ground.cores import cores

HERE = Path(__file__).parent
Edit = Callable[[str, str, str], None]
Shared = Callable[[str, Callable[[Path], Path]], Path]


LONGEST = "test_pdf_ua.py"
"""One checker looks at all papers; begun first, it is not what the other workers wait for at the end."""
HEAVY = ("browser", "paper", "offline", "exports")
"""Folders whose tests need more than Python; what lies in one is marked with its name."""
MEMORY = Path("/dev/shm")
"""Where a bag of fifty files is copied in a fifth of the time that a disk takes; a thousand tests copy one."""
ROOM_ENOUGH = 8 << 30
"""Bytes; in a container there is often next to none."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--quick", action="store_true", help=f"engine and content alone: nothing that is {', '.join(HEAVY)} or slow"
    )
    parser.addoption(
        "--release", action="store_true", help="also what is marked release: consumers too heavy for each run"
    )
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite the expected results from what the code says now"
    )


@pytest.hookimpl(trylast=True)  # pytest itself brings together what shares a fixture
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        folder = item.path.relative_to(HERE).parts[0]
        if folder in HEAVY:
            item.add_marker(folder)
        if item.get_closest_marker("browser") or item.get_closest_marker("offline"):
            item.add_marker(pytest.mark.flaky(reruns=1))  # a clock that is not ours; the summary names what needed it
    if not config.getoption("--release"):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("release")])
        items[:] = [item for item in items if not item.get_closest_marker("release")]
    items[:] = in_turn(items, getattr(config, "workerinput", {}).get("workercount", 1))


def in_turn(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Each worker begins with an equal share of the list. While one has all papers made, minutes on a fresh machine,
    the others have something to do that needs none: it comes first in each share."""
    longest = [item for item in items if item.path.name == LONGEST]
    waiting = [item for item in items if item.path.name != LONGEST and _needs_papers(item)]
    free = [item for item in items if item.path.name != LONGEST and not _needs_papers(item)]

    def share(of: list[pytest.Item], number: int) -> list[pytest.Item]:
        return of[len(of) * number // workers : len(of) * (number + 1) // workers]

    return longest + [item for number in range(workers) for part in (free, waiting) for item in share(part, number)]


def _needs_papers(item: pytest.Item) -> bool:
    return any(map(item.get_closest_marker, HEAVY)) or "bag_site" in getattr(item, "fixturenames", ())


def pytest_configure(config: pytest.Config) -> None:
    """Papers are kept where a build keeps them, by all that goes into them: what is made once is not made again."""
    PAPERS.mkdir(parents=True, exist_ok=True)
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM_ENOUGH and os.access(MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    if config.getoption("--quick"):
        config.option.markexpr = " and ".join(f"not {mark}" for mark in (*HEAVY, "slow"))


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: nobody looks through it for rubbish again and again."""
    gc.freeze()
    gc.set_threshold(
        50_000, 20, 100
    )  # the characters of a paper are hundreds of thousands of things, none of them in a circle


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick tests do not even load the others."""
    return True if config.getoption("--quick") and collection_path in [HERE / folder for folder in HEAVY] else None


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two more than there are cores where a browser is driven: who does that waits half of the time."""
    return cores() + (0 if config.getoption("--quick") else 2)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    return request.config.getoption("--update-goldens")


@pytest.fixture(scope="session")
def thorough(request: pytest.FixtureRequest) -> bool:
    """Asked for what a release needs: nothing is left to a part that stands for the whole."""
    return bool(request.config.getoption("--release"))


@pytest.fixture(autouse=True)
def fixed_day(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """One day, whatever day it is: that of the tiny bags, or of this bag where its own content is tested."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH if "engine" in request.path.parts else BAG_EPOCH)


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
                shutil.rmtree(base / name, ignore_errors=True)  # what a try before this one left would hide its fault
                done.write_text(str(make(base / name)))
        return Path(done.read_text())

    return once


@pytest.fixture(scope="session")
def bag_site(shared: Shared) -> Path:
    """The whole bag as `./tas build` makes it."""
    return shared("bag", lambda folder: build_at(copy_bag(folder), epoch=BAG_EPOCH))


@pytest.fixture(scope="session")
def bag_pages(shared: Shared) -> Path:
    """The whole bag without its papers: seconds instead of minutes."""
    return shared("bag-pages", lambda folder: build_at(copy_bag(folder), papers=False, epoch=BAG_EPOCH))


@pytest.fixture(scope="session")
def tiny_site(shared: Shared) -> Path:
    """The tiny site without papers."""
    return shared("tiny", lambda folder: build_at(copy_tiny(folder), papers=False))
