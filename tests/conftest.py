"""What every test may ask for: a tiny real site of its own, and goldens that one option rewrites."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "sites" / "tiny"
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
    """21 November 2026, whatever day it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


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
