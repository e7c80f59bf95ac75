"""What a bag may have of its own beside its texts: catalogues, pictures, codes. Whatever is kept of a build depends on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tas.ground.engine import engine, files_below
from tas.ground.parts import digest
from tas.ground.places import CONFIG
from tas.read.bag import Bag
from tas.read.files import CODES


def bag_key(bag: Bag) -> bytes:
    """Of what all editions share: the engine, the settings with the day, and these files."""
    root = bag.project.root
    files = (root / CONFIG, *own_files(root))
    told = ((file.relative_to(root).as_posix(), file.read_bytes()) for file in files)
    return digest(engine(), repr(bag.project), *(part for file in told for part in file))


def own_files(root: Path) -> Iterator[Path]:
    if (root / CODES).is_file():
        yield root / CODES
    for folder in ("locales", "assets"):
        yield from (Path(file.path) for file in files_below(root / folder))
