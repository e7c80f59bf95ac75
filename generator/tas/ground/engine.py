"""What the bag is built with, as one value: Python, every package installed beside it, and each file of this one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from tas.ground.places import PACKAGE


def engine_now() -> bytes:
    """The same for the same engine, wherever it lies."""
    whole = sha256(repr((sys.version, packages())).encode())
    for file in files_below(PACKAGE):
        name = os.path.relpath(file.path, PACKAGE)
        whole.update(sha256(name.encode()).digest() + sha256(Path(file.path).read_bytes()).digest())
    return whole.digest()


@cache
def engine() -> bytes:
    """The same, read once a run: a run is of one engine."""
    return engine_now()


def packages() -> list[str]:
    """Every installed package with its version: `mkdocs-1.6.1.dist-info`, …"""
    found: set[str] = set()
    for folder in map(Path, sys.path):
        with suppress(OSError):
            found.update(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return sorted(found)


def files_below(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    """All below it in an order that never changes, without what Python has compiled; none where the folder is missing."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=attrgetter("name")):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from files_below(entry)
            elif entry.is_file():
                yield entry
