"""Knows whether `site/` is still what the present inputs would give: a hash over both, kept beside the caches.

It asks the disk alone, not what the files mean: a file that does not count is one build too many, and nothing need be loaded to know.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from tas.ground.engine import engine, files_below
from tas.ground.places import CONFIG, FOLDERS, LEFT_BEHIND

NAME = ".cache/site.stamp"
WORD = re.compile(r"[A-Za-z_]\w*")
LARGEST = 10_000_000
"""Bytes of a file that is read to the end."""
DAY = "SOURCE_DATE_EPOCH"


def of_inputs(root: Path, *asked: object) -> str:
    """Over all that lies in the folders of the bag, its settings with the variables that they may name, the engines, the day, and what was
    `asked` for."""
    config = _content(root / CONFIG)
    named = {*WORD.findall(config.decode(errors="replace"))}
    variables = sorted((name, value) for name, value in os.environ.items() if name in named)
    whole = sha256(repr((config, variables, os.environ.get(DAY, datetime.now(UTC).date()), engine(), asked)).encode())
    for folder in FOLDERS:
        for name, content in _files(root / folder, folder, (os.path.realpath(root / folder),)):
            whole.update(sha256(name.encode()).digest() + sha256(content).digest())
    return whole.hexdigest()


def is_current(site: Path, inputs: str) -> bool:
    """Whether the site was made from these inputs and nobody has touched it since."""
    try:
        kept = (site.parent / NAME).read_bytes()
    except OSError:
        return False
    return site.is_dir() and kept == f"{inputs} {_of_site(site)}".encode()


def write(site: Path, inputs: str) -> None:
    """Remember what the site was made from."""
    file = site.parent / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{inputs} {_of_site(site)}", encoding="utf-8")


def _files(folder: Path, name: str, above: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """(name, content) of all below it, through links too; `above`: the folders that it lies in, into which no link leads again."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        entries = []
        yield name, str(error.errno).encode()
    for entry in entries:
        shown = f"{name}/{entry.name}"
        if LEFT_BEHIND.fullmatch(entry.name):
            continue
        if not os.path.isdir(entry.path):
            yield shown, _content(Path(entry.path))
        elif (there := os.path.realpath(entry.path)) not in above:
            yield from _files(Path(entry.path), shown, (*above, there))


def _content(file: Path) -> bytes:
    """Of what is no file that anybody writes, its size and time; of what cannot be read, why: the reader tells it."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return f"{status.st_size} {status.st_mtime_ns}".encode()
        return file.read_bytes()
    except OSError as error:
        return str(error.errno).encode()


def _of_site(site: Path) -> str:
    """Over names, sizes and times: enough to notice a change, and quick."""
    whole = sha256()
    for file in files_below(site):
        status = file.stat()
        whole.update(f"{file.path[len(str(site)) :]} {status.st_size} {status.st_mtime_ns}\n".encode())
    return whole.hexdigest()
