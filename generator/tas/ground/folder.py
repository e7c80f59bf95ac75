"""A folder of files that is made again and again: what is the same stays as it lies, for to write a page costs more than to look at it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def put(file: Path, content: bytes) -> None:
    """The file with this content: as it lies there, or another in its place. It is never written into, for it may have a second name."""
    with suppress(OSError):
        if file.read_bytes() == content:
            return
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def leave_only(folder: Path, wanted: Callable[[str], bool], name: str = "") -> bool:
    """Take away all but the files that are wanted, by their names from the folder on, such as `duties/visit/index.html`; a link is not
    wanted, and what it leads to stays. False: nothing is left, the folder itself is gone."""
    left = False
    with os.scandir(folder) as entries:
        for entry in entries:
            path, shown = Path(entry.path), f"{name}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                left |= leave_only(path, wanted, f"{shown}/")
            elif entry.is_file(follow_symlinks=False) and wanted(shown):
                left = True
            else:
                path.unlink()
    if not left:
        folder.rmdir()
    return left
