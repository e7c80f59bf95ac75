"""Results by content hash: what went in is the name of what came out, so nothing stale can be found."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

CHECK = 32
"""Bytes of checksum behind the result in its file; a PDF reader passes over them."""

LISTED = "used.txt"
"""The keys that were asked for the last time, one a line."""


class Cache:
    """Files `<folder>/<hash><suffix>`; a broken or cut-off one counts as missing."""

    def __init__(self, folder: Path, suffix: str = ".pdf"):
        self.folder = folder
        self.suffix = suffix
        self._used: set[str] = set()

    def find(self, key: str) -> bytes | None:
        """The result of this key, if it is here and whole."""
        self._used.add(key)
        return _read(self._file(key))

    def keep(self, key: str, result: bytes) -> None:
        _write(self._file(key), result)

    def prune(self) -> None:
        """Leave what was asked for here since it was opened, and the time before: for who has made all there is to make.

        A folder that is a link is shared with other bags, whose results nobody here knows: it is left alone.
        """
        if self.folder.is_symlink():
            return
        listed, before = self.folder / LISTED, set[str]()
        with suppress(OSError):
            before = set(listed.read_text(encoding="ascii").split())
        with suppress(OSError):  # where nothing can be written or deleted, the next build tries again
            for file in self.folder.glob(f"*{self.suffix}"):
                if file.stem not in self._used | before:
                    file.unlink(missing_ok=True)
            listed.write_text("\n".join(sorted(self._used)), encoding="ascii")

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}{self.suffix}"


def key(ingredients: Iterable[bytes]) -> str:
    """Each part is hashed on its own, so that moving a byte from one to the next changes the key."""
    whole = sha256()
    for part in ingredients:
        whole.update(sha256(part).digest())
    return whole.hexdigest()


def _read(file: Path) -> bytes | None:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    result, check = content[:-CHECK], content[-CHECK:]
    return result if sha256(result).digest() == check else None


def _write(file: Path, result: bytes) -> None:
    """Beside it and swapped in: another process sees the whole file or none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(result + sha256(result).digest())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
