"""Drafts: made only where Pango cannot be had, named so, said so, and never released. A module of a few lines plays PlutoPrint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kit import copy_tiny
from tas.build import build
from tas.paper import draft, job
from tas.problems import MissingEngine
from tas.publish import stamp

PLUTOPRINT = """
PAGE_SIZE_A4 = MEDIA_TYPE_PRINT = None
class Book:
    def __init__(self, size, media): pass
    def load_html(self, html, base_url): self.html = html
    def write_to_pdf_stream(self, stream): stream.write(b"%PDF draft of " + self.html.encode())
"""


@pytest.fixture
def other_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that has PlutoPrint."""
    folder = tmp_path / "packages"
    folder.mkdir()
    (folder / "plutoprint.py").write_text(PLUTOPRINT)
    monkeypatch.syspath_prepend(folder)
    draft.are_drafts.cache_clear()
    job._ground.cache_clear()
    yield
    draft.are_drafts.cache_clear()
    job._ground.cache_clear()


@pytest.fixture
def no_pango(other_engine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """And cannot load Pango; it has one core, for another process would know nothing of this."""

    def missing() -> None:
        raise MissingEngine("no Pango")

    monkeypatch.setattr(draft, "load_engine", missing)
    monkeypatch.setattr("tas.paper.press.cores", lambda: 1)


Say = Callable[[str, str], None]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def say(said: list[str]) -> Say:
    return lambda stage, what: said.append(what)


def test_these_tests_run_on_no_drafts(bag_site: Path) -> None:
    assert not draft.are_drafts()
    assert list(bag_site.rglob("*.draft.pdf")) == [] != list(bag_site.rglob("*.pdf"))


def test_pango_goes_first(other_engine: None) -> None:
    assert not draft.are_drafts()


def test_drafts_bear_their_name_and_the_build_says_why(
    no_pango: None, tmp_path: Path, said: list[str], say: Say
) -> None:
    site = build(copy_tiny(tmp_path / "tiny"), papers=True, say=say)
    made = {file.name for file in (site / "downloads").rglob("*.pdf")}
    assert {"first.draft.pdf", "first.large.draft.pdf", "first.id-nl.draft.pdf", "small.key-b.draft.pdf"} <= made
    assert {name for name in made if not name.endswith(".draft.pdf")} == set()
    assert not {name for name in made if "booklet" in name or "fillable" in name}, (
        "a draft has neither sheets nor fields"
    )
    assert [line for line in said if "install it" in line] == [draft.WHY]
    page = (site / "visits/first/index.html").read_text("utf-8")
    assert "first.draft.pdf" in page and "<strong>draf</strong>" in page and "first.pdf" not in page


def test_a_release_has_no_drafts(no_pango: None, tmp_path: Path, say: Say) -> None:
    root = copy_tiny(tmp_path / "tiny")
    with pytest.raises(MissingEngine, match="apt install libpango"):
        build(root, papers=True, release=True, say=say)
    assert not (root / "site").exists()


def test_a_site_of_drafts_is_not_current_once_pango_is_there(
    no_pango: None, tmp_path: Path, said: list[str], say: Say
) -> None:
    root = copy_tiny(tmp_path / "tiny")
    build(root, papers=True, say=say)
    assert "nothing has changed since the last build" not in said
    build(root, papers=True, say=say)
    assert said.pop() == "nothing has changed since the last build"
    inputs = stamp.of_inputs(root, True, False, False, b"")
    assert not stamp.is_current(root / "site", inputs)
