"""Parts of a build that the next one need not make again: by what went into them, in one file for each process that builds.

A build writes the parts that it used into a new file, one behind the other, and swaps it in when it is done: who is killed leaves the
file of the build before. That one stays beside it once more, so a change that is taken back finds its parts; older ones are gone.
A file for each part was tried: two processes that make thousands of files cost more than the parts that they keep.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

PARTS = ".cache/parts"
"""Where they lie, from the root of a bag."""

MAGIC = b"tas-parts-1\n"
NEW = ".new-"
"""How a file begins that is not done yet."""
SIZE = 16
"""Bytes of a checksum or a key."""


def digest(*ingredients: bytes | str) -> bytes:
    """Each with its length, so that moving a byte from one to the next changes it."""
    whole = blake2b(digest_size=SIZE)
    for one in ingredients:
        data = one.encode() if isinstance(one, str) else one
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.digest()


class Parts:
    """Those of one process; without a file nothing is found and nothing kept."""

    def __init__(self, file: Path | None = None):
        self._file = file
        self._before = [_Read(one) for one in (file, _older(file))] if file else []
        self._used: dict[tuple[str, bytes], bytes] = {}
        self.made_anew = 0

    def made(self, kind: str, key: bytes, make: Callable[..., T], *given: Any) -> T:
        """The part of this key, as it was made before or as `make(*given)` makes it now. It must pickle, and nobody may change it."""
        found = self.find(kind, key)
        if found is None:
            self.keep(kind, key, found := make(*given))
        return found

    def has(self, kind: str, key: bytes) -> bool:
        return any((kind, key) in read.index for read in self._before)

    def find(self, kind: str, key: bytes) -> Any:
        """The part of this key; None where it is not here or not whole."""
        for read in self._before:
            content = read.find((kind, key))
            if content is not None:
                self._used[kind, key] = content
                return pickle.loads(content)
        return None

    def keep(self, kind: str, key: bytes, part: object) -> None:
        self.made_anew += 1
        if self._file:
            self._used[kind, key] = pickle.dumps(part, protocol=5)

    def save(self) -> None:
        """At the end; nothing is found any more. Where nothing was made, all stays as it is; where nothing can be written, the next build
        makes everything."""
        used, self._used, self._before = self._used, {}, []
        if not self._file or not self.made_anew:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=NEW)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_written(used))
                if self._file.exists():
                    os.replace(self._file, _older(self._file))
                os.replace(name, self._file)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise


class Remembered(Parts):
    """Those of a process that builds again and again: in its memory, and no file."""

    MOST = 5000
    """Parts; whoever edits all day is not to run out of memory."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[tuple[str, bytes], Any] = {}

    def find(self, kind: str, key: bytes) -> Any:
        return self._made.get((kind, key))

    def keep(self, kind: str, key: bytes, part: object) -> None:
        if len(self._made) >= self.MOST:
            self._made.clear()
        self._made[kind, key] = part


class _Read:
    """One file as a build has left it; one that cannot be understood is empty."""

    def __init__(self, file: Path):
        self.index: dict[tuple[str, bytes], tuple[int, int, bytes]] = {}
        """(kind, key) -> where the part begins, how long it is, its checksum."""
        self._content = b""
        with suppress(OSError):
            self._content = file.read_bytes()
        index, length, check = self._content[: -8 - SIZE], self._content[-8 - SIZE : -SIZE], self._content[-SIZE:]
        index = index[-int.from_bytes(length, "big") :] if length else b""
        if self._content.startswith(MAGIC) and check == digest(index):
            self.index = pickle.loads(index)

    def find(self, name: tuple[str, bytes]) -> bytes | None:
        if name not in self.index:
            return None
        start, length, check = self.index[name]
        content = self._content[start : start + length]
        return content if digest(content) == check else None


def _written(parts: dict[tuple[str, bytes], bytes]) -> bytes:
    index, at = {}, len(MAGIC)
    for name, content in parts.items():
        index[name] = (at, len(content), digest(content))
        at += len(content)
    told = pickle.dumps(index, protocol=5)
    return b"".join([MAGIC, *parts.values(), told, len(told).to_bytes(8, "big"), digest(told)])


def _older(file: Path) -> Path:
    return file.with_name(f"{file.name}.before")


def clear_killed(folder: Path) -> None:
    """What builds that were killed have begun to write; for who holds the bag alone."""
    for left in folder.glob(f"{NEW}*"):
        left.unlink(missing_ok=True)
