"""The writer of zip files: what other programs read back, and the same bytes for the same content."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from shutil import which

import pytest
from tas.ground.archive import archive

MEMBERS = {
    "tas/isi é.html": "<p>Halo, é</p>".encode() * 100,
    "tas/a.pdf": b"%PDF-1.7 " * 50,
    "mimetype": b"application/epub+zip",
    "tas/kosong.txt": b"",
}
DAY = date(2026, 11, 21)


def test_what_is_written_is_read_back() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(MEMBERS, DAY, first="mimetype"))) as read:
        assert read.testzip() is None
        assert {info.filename: read.read(info) for info in read.infolist()} == MEMBERS
        assert read.namelist() == ["mimetype", "tas/a.pdf", "tas/isi é.html", "tas/kosong.txt"]
        assert {info.date_time for info in read.infolist()} == {(2026, 11, 21, 0, 0, 0)}
        methods = {info.filename: info.compress_type for info in read.infolist()}
    assert methods["mimetype"] == methods["tas/a.pdf"] == zipfile.ZIP_STORED
    assert methods["tas/isi é.html"] == zipfile.ZIP_DEFLATED


@pytest.mark.skipif(which("unzip") is None, reason="unzip is not here")
def test_another_program_unpacks_it(tmp_path: Path) -> None:
    (tmp_path / "bag.zip").write_bytes(archive(MEMBERS, DAY))
    subprocess.run(["unzip", "-q", "bag.zip", "-d", "out"], cwd=tmp_path, check=True, timeout=60)
    out = tmp_path / "out"
    assert {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*.*")} | {
        "mimetype": (out / "mimetype").read_bytes()
    } == MEMBERS


def test_the_order_of_the_members_does_not_change_a_byte() -> None:
    assert archive(dict(reversed(MEMBERS.items())), DAY) == archive(MEMBERS, DAY)
