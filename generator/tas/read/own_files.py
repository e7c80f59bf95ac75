"""What a bag may have of its own beside its texts: catalogues, pictures, codes. Whatever is kept of a build depends on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tas.ground.engine import files_below
from tas.read.files import CODES


def own_files(root: Path) -> Iterator[Path]:
    if (root / CODES).is_file():
        yield root / CODES
    for folder in ("locales", "assets"):
        yield from (Path(file.path) for file in files_below(root / folder))
