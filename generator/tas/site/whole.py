"""An edition of which nothing changed since an earlier build: its pages, and what the site engine wrote beside them, are put there again."""

from __future__ import annotations

from pathlib import Path

from tas.ground.folder import put
from tas.ground.parts import digest
from tas.read.library import Library
from tas.render.asset_files import write_assets
from tas.site.given import Given
from tas.site.kept import Kept
from tas.site.keys import page_key
from tas.site.media import write_media

KIND = "edition"
ASSETS = "assets"
"""Folder of what is written from our own files and the authors', without the engine."""


def put_again(given: Given, library: Library, folder: Path) -> bool:
    """Whether all of it was kept; then pages lie where pages are put, and the rest in `folder`."""
    if not given.kept or not given.pages:
        return False
    parts = given.kept.parts
    found = parts.find(KIND, _key(given.kept, library))
    if found is None:
        return False
    frames, beside = found
    pages = {file: parts.find("frame", key) for file, key in frames.items()}
    if None in pages.values():
        return False
    for file, html in pages.items():
        put(given.pages / file, html.encode())
    for name, content in beside.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if library.edition.default:
        write_assets(folder)
    write_media(library, folder)
    return True


def keep(given: Given, library: Library, folder: Path) -> None:
    """After the engine has built the edition into `folder`."""
    if given.kept and given.pages:
        beside = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file() and file.relative_to(folder).parts[0] != ASSETS
        }
        given.kept.parts.keep(KIND, _key(given.kept, library), (given.kept.framed, beside))


def _key(kept: Kept, library: Library) -> bytes:
    """Of all that any page of it shows, and the index of its search: every body of its own, and all but bodies of the others."""
    own = kept.keys[library.edition.code]
    return digest(kept.ground, *kept.keys.values(), *(page_key(own, library, slug) for slug in library.pages))
