"""A folder that is made again: what is the same stays, what is not wanted goes, and nothing outside of it is touched."""

from __future__ import annotations

import os
from pathlib import Path

from tas.ground.folder import leave_only, put


def test_what_is_the_same_stays_as_it_lies(tmp_path: Path) -> None:
    file = tmp_path / "duties/visit/index.html"
    put(file, b"one")
    was = file.stat().st_ino, file.stat().st_mtime_ns
    put(file, b"one")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == was


def test_a_second_name_of_a_file_keeps_its_content(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    put(file, b"one")
    os.link(file, tmp_path / "mine.html")
    (tmp_path / "link.html").symlink_to("mine.html")
    for one in (file, tmp_path / "link.html"):
        put(one, b"two")
        assert one.read_bytes() == b"two"
    assert (tmp_path / "mine.html").read_bytes() == b"one"


def test_only_what_is_wanted_is_left(tmp_path: Path) -> None:
    folder, mine = tmp_path / "site", tmp_path / "mine"
    for name in ("site/a/index.html", "site/a/b/index.html", "site/c/d/note.txt", "mine/index.html"):
        put(tmp_path / name, b"text")
    (folder / "e").symlink_to(mine)
    (folder / "f").mkdir()
    (folder / "f/index.html").symlink_to(mine / "index.html")
    wanted = {"a/index.html", "e/index.html", "f/index.html"}
    assert leave_only(folder, wanted.__contains__)
    assert [entry.relative_to(folder).as_posix() for entry in sorted(folder.rglob("*"))] == ["a", "a/index.html"]
    assert (mine / "index.html").read_bytes() == b"text"
    assert not leave_only(folder, lambda name: False)
    assert not folder.exists()
