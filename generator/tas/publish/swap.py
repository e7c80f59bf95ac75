"""Safe publishing: build beside `site/` and swap, so that at every moment the last good site is whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tas.ground.folder import leave_only
from tas.problems import Refused

NEXT, OLD = ".site-next", ".site-old"
SPARE = ".cache/site"
"""The pages of the site before this one: the next build writes only those that it makes otherwise."""


class Blocked(Refused):
    """The site cannot be published here."""

    code = 3


class Busy(Blocked):
    """Another build of the same bag is under way."""


def refuse_what_lies_there(site: Path) -> None:
    """The site is a folder that is swapped as a whole: a link or a file in its place would be swapped away. Raises Blocked."""
    if site.is_symlink():
        raise Blocked(
            f"{site.name} is a link; delete it, build, and let your web server or a copy command take the folder"
        )
    if site.exists() and not site.is_dir():
        raise Blocked(f"{site.name} is a file, where the build puts a folder; move it away")


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """A folder beside `site`; when the block ends well it takes the place of `site`, whose pages are then spare.

    In it may lie any pages of earlier builds, be they whole or not: who builds leaves none without a look. Raises `Busy` while another
    build holds the bag.
    """
    from filelock import FileLock, Timeout  # with half of asyncio, which a build without changes has no use for

    lock = FileLock(site.parent / ".cache" / "build.lock")
    Path(lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy("another build is under way; wait until it ends") from None
    try:
        refuse_what_lies_there(site)
        _recover(site)
        target = _begun(site)
        try:
            yield target
            _flush(target)
            _swap(target, site)
        finally:
            _spare(site)
    finally:
        lock.release()


def _recover(site: Path) -> None:
    """A build killed between the two renames left the good site under its other name."""
    old = site.parent / OLD
    if old.is_dir() and not old.is_symlink() and not site.exists():
        old.rename(site)
    _clear(old)


def _begun(site: Path) -> Path:
    """What a killed build has begun, or the spare pages, or nothing."""
    target, spare = site.parent / NEXT, site.parent / SPARE
    if target.is_symlink() or not target.is_dir():
        _clear(target)
        try:
            spare.rename(target)
        except OSError:  # there is none, or it lies on another disk
            target.mkdir()
    return target


def _spare(site: Path) -> None:
    """Put by the pages of what is no site any more, or not yet."""
    spare = site.parent / SPARE
    _clear(spare)
    for left in (site.parent / OLD, site.parent / NEXT):
        if left.is_dir() and leave_only(left, lambda name: name.endswith("/index.html")) and not spare.exists():
            with suppress(OSError):
                left.rename(spare)
        _clear(left)


def _clear(leftover: Path) -> None:
    """Whatever it is. A link goes, not what it leads to."""
    if leftover.is_dir() and not leftover.is_symlink():
        shutil.rmtree(leftover)
    else:
        leftover.unlink(missing_ok=True)


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
    if sys.platform == "linux":
        handle = os.open(folder, os.O_RDONLY)
        try:
            ctypes.CDLL(None).syncfs(
                handle
            )  # the file system that holds the folder; a call for each file takes seconds
        finally:
            os.close(handle)
    elif hasattr(os, "sync"):
        os.sync()
