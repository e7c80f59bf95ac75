"""The command line as its users meet it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from kit import copy_tiny


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close in another way")
@pytest.mark.parametrize("broken", [False, True])
def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path, broken: bool) -> None:
    root = copy_tiny(tmp_path / "bag")
    if broken:
        (root / "docs/id/about.md").write_text("no front matter", encoding="utf-8")
    command = [sys.executable, "-m", "tas", "check", "--readability"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as check:
        check.stdout.close()
        said = check.stderr.read()
    assert (check.returncode, said) == (141, "")
