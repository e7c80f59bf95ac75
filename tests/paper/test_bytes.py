"""The same guide gives the same bytes, kept by what went in."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from paper_kit import GUIDES, ROOT, Paper, paper_of

from generator.cache import Cache, key
from generator.exports import EXPORTS
from generator.exports.guide_pdf import file_name, guide_pdf
from generator.render import Renderer

OTHER_PROCESS = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from paper_kit import paper_of
print(hashlib.sha256(paper_of(sys.argv[2], sys.argv[3]).pdf).hexdigest())
"""


@pytest.mark.parametrize(("code", "guide_id"), GUIDES)
def test_two_processes_give_equal_bytes(code: str, guide_id: str) -> None:
    said = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS, str(Path(__file__).parent), code, guide_id],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta", "PATH": "/usr/bin:/bin"},
    )
    assert said.stdout.strip() == hashlib.sha256(paper_of(code, guide_id).pdf).hexdigest()


def test_another_revision_gives_other_bytes(one: Paper) -> None:
    """What the test above compares does change with what it must show."""
    assert one.remade(one.view.guide.reviewed.isoformat(), "2001-01-01").pdf != one.pdf


def test_a_paper_is_made_once(one: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def again() -> bytes:
        return guide_pdf(one.library, Renderer(one.library.edition), one.view.id, url=one.url, cache=Cache(tmp_path))

    assert again() == one.pdf
    monkeypatch.setattr("generator.exports.guide_pdf.render_pdf", lambda html, place: pytest.fail("rendered again"))
    assert again() == one.pdf


@pytest.mark.parametrize("harm", [lambda kept: b"", lambda kept: kept[:-1], lambda kept: b"x" + kept[1:]])
def test_a_broken_file_counts_as_missing(harm, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.get([b"a"], lambda: b"first") == b"first"
    (file,) = tmp_path.iterdir()
    file.write_bytes(harm(file.read_bytes()))
    assert cache.get([b"a"], lambda: b"second") == b"second"
    assert cache.get([b"a"], lambda: b"third") == b"second"


def test_a_result_that_failed_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Cache(tmp_path).get([b"a"], lambda: bytes(1 // 0))
    assert list(tmp_path.iterdir()) == []


def test_where_one_part_ends_is_part_of_the_key() -> None:
    assert key([b"ab", b"c"]) != key([b"a", b"bc"])


def test_each_edition_has_its_folder() -> None:
    names = {file_name(paper_of(code, guide_id).library.edition, guide_id) for code, guide_id in GUIDES}
    assert names == {f"downloads/{code}/guides/{guide_id}.pdf" for code, guide_id in GUIDES}


def test_each_export_is_in_the_list() -> None:
    """A module with an `ID` is an export; the list names it."""
    folder = ROOT / "generator" / "exports"
    formats = {file.stem for file in folder.glob("*.py") if "\nID = " in file.read_text("utf-8")}
    assert formats == {module.__name__.rpartition(".")[2] for module in EXPORTS}
    assert {module.ID for module in EXPORTS} == {name.replace("_", "-") for name in formats}
