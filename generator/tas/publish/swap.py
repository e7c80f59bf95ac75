"""Safe publishing: build beside `site/` and swap, so that at every moment the last good site is whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

NEXT, OLD = ".site-next", ".site-old"


class Busy(Exception):
    """Another build of the same bag is under way."""


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """An empty folder beside `site`; when the block ends well it takes the place of `site`, otherwise it is removed.

    Raises `Busy` while another build holds the bag. What a killed build left is cleared away first.
    """
    lock = FileLock(site.parent / ".cache" / "build.lock")
    lock.lock_file and Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy("another build is under way; wait until it ends") from None
    try:
        _recover(site)
        target = site.parent / NEXT
        target.mkdir()
        try:
            yield target
            _flush(target)
            _swap(target, site)
        finally:
            shutil.rmtree(target, ignore_errors=True)
            shutil.rmtree(site.parent / OLD, ignore_errors=True)
    finally:
        lock.release()


def _recover(site: Path) -> None:
    """A build killed between the two renames left the good site under its other name."""
    old = site.parent / OLD
    if old.is_dir() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(site.parent / NEXT, ignore_errors=True)


def _swap(target: Path, site: Path) -> None:
    if not site.exists():
        target.rename(site)
    elif not _exchange(target, site):
        old = site.parent / OLD
        site.rename(old)
        target.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux renameat2, macOS renamex_np); False where it cannot."""
    with suppress(AttributeError, OSError):
        libc = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            at_cwd, exchange = -100, 2
            return libc.renameat2(at_cwd, names[0], at_cwd, names[1], exchange) == 0
        if sys.platform == "darwin":
            swap = 2
            return libc.renamex_np(*names, swap) == 0
    return False


def _flush(folder: Path) -> None:
    """On the disk before it is published: after a power cut there is the old site or the new one, never half of it."""
    if hasattr(os, "sync"):
        os.sync()
