"""ProperDocs goes on where MkDocs 1.x ended: it builds the same site, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kit import EPOCH, copy_tiny


def built_by(engine: str, root: Path) -> dict[str, bytes]:
    site = root / engine
    subprocess.run(
        [sys.executable, "-m", engine, "build", "--strict", "--quiet", "-f", "mkdocs.yml", "-d", str(site)],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_the_same_bytes(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    ours, theirs = built_by("mkdocs", root), built_by("properdocs", root)
    assert "nl/duties/visit/index.html" in ours
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
