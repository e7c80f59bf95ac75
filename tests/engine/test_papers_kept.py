"""An edit makes the papers that show it; all else is kept, and what two builds have not used is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit import copy_tiny
from tas.ground.cache import LISTED, Cache
from tas.paper import papers as all_papers
from tas.paper import press
from tas.paper.job import Job
from tas.paper.papers import make_papers
from tas.read.bag import read_bag
from tas.read.project import read_project

GUIDE, PDF = "guides/id/first.yml", b"%PDF-1.7 /Type /Page "


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML of each paper that is made. The engine is played, in this process."""
    made: list[str] = []
    monkeypatch.setattr(press, "cores", lambda: 1)
    monkeypatch.setattr(all_papers, "are_drafts", lambda: False)
    monkeypatch.setattr(Job, "make", lambda job: (made.append(job.html), PDF + job.key.encode())[1])
    return made


def again(root: Path) -> dict[str, bytes]:
    (root / "docs/id/visits/index.md").write_text((root / "docs/id/sources.md").read_text(encoding="utf-8"))
    made = make_papers(
        read_bag(read_project(root)), site_url="https://tiny.example/", cache=root / ".cache/papers", progress=print
    )
    return {paper.address: paper.content for offered in made.values() for paper in offered}


def test_an_edit_of_a_guide_makes_its_papers_and_packs_them_again(tmp_path: Path, pressed: list[str]) -> None:
    root = copy_tiny(tmp_path / "tiny")
    before = again(root)
    assert len(pressed) > 20
    pressed.clear()
    assert again(root) == before and pressed == []
    text = (root / GUIDE).read_text(encoding="utf-8")
    (root / GUIDE).write_text(text.replace("Charge your phone.", "Charge your telephone."), encoding="utf-8")
    after = again(root)
    assert pressed and all("Charge your telephone." in html for html in pressed)
    changed = {address for address in after if after[address] != before[address]}
    assert {address.partition(".")[0] for address in changed} == {
        "downloads/id/guides/first", "downloads/id/tas-trainers-id"
    }  # fmt: skip
    assert len(changed) == len(pressed) + 1, "the pack is written, not pressed"


def test_what_two_builds_have_not_used_is_thrown_away(tmp_path: Path, pressed: list[str]) -> None:
    root = copy_tiny(tmp_path / "tiny")
    text = (root / GUIDE).read_text(encoding="utf-8")
    again(root)
    first = kept(root)
    for phone, is_there in (("telephone", True), ("mobile", False)):
        (root / GUIDE).write_text(text.replace("Charge your phone.", f"Charge your {phone}."), encoding="utf-8")
        again(root)
        assert (first <= kept(root)) is is_there
    pressed.clear()
    (root / GUIDE).write_text(text.replace("Charge your phone.", "Charge your telephone."), encoding="utf-8")
    again(root)
    assert pressed == [], "those of the build before are kept once more"


def test_a_folder_that_others_share_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "shared")
    Cache(tmp_path / "shared").keep("a", b"of another bag")
    cache = Cache(tmp_path / "link")
    cache.keep("b", b"ours")
    cache.prune()
    assert cache.find("a") == b"of another bag"
    assert not (tmp_path / "shared" / LISTED).exists()


def kept(root: Path) -> set[str]:
    return {file.name for file in (root / ".cache/papers").glob("*.pdf")}
