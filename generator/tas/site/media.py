"""The files of authors that the pages of an edition name, in the site folder."""

from __future__ import annotations

from pathlib import Path

from tas.read.library import Library
from tas.view.media import used


def write_media(library: Library, site: Path) -> None:
    """Each is named after its content, so one that lies there is the same."""
    for media in used(library).values():
        for file in media.files:
            target = site / media.address(file)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.content)
