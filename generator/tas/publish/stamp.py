"""Knows whether `site/` is still what the present inputs would give: a hash over both, kept beside the caches."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from tas.ground.places import PACKAGE
from tas.read.files import CODES, bag_files
from tas.read.project import CONFIG, Project

NAME = ".cache/site.stamp"


def of_inputs(project: Project, *, papers: bool | str) -> str:
    """Over every file that goes into a build, the settings as they were evaluated, the engines, the day, and what was asked for."""
    files = bag_files(project.root, project.editions)
    whole = sha256(repr((project, files.strays, papers, sys.version, engines())).encode())
    for file in [project.root / CONFIG, *(counted.path for counted in files), *_own_files(project), *_ledgers(project)]:
        name = (
            os.path.relpath(file, project.root) if file.is_relative_to(project.root) else os.path.relpath(file, PACKAGE)
        )
        whole.update(sha256(name.encode()).digest() + sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def engines() -> list[str]:
    """Every installed package with its version: `mkdocs-1.6.1.dist-info`, …"""
    found: set[str] = set()
    for folder in map(Path, sys.path):
        with suppress(OSError):
            found.update(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return sorted(found)


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


def _own_files(project: Project) -> Iterator[Path]:
    """Of the engine, and the catalogues, pictures and codes that a bag may have of its own."""
    if (project.root / CODES).is_file():
        yield project.root / CODES
    for folder in (PACKAGE, project.root / "locales", project.root / "assets"):
        yield from (Path(file.path) for file in _files(folder))


def _ledgers(project: Project) -> Iterator[Path]:
    """What is behind is told on pages and papers."""
    yield from (edition.ledger for edition in project.editions if edition.ledger.is_file())


def _of_site(site: Path) -> str:
    """Over names, sizes and times: enough to notice a change, and quick."""
    whole = sha256()
    for file in _files(site):
        status = file.stat()
        whole.update(f"{file.path[len(str(site)) :]} {status.st_size} {status.st_mtime_ns}\n".encode())
    return whole.hexdigest()


def _files(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
    """All below it in an order that never changes, without what Python has compiled; none where the folder is missing."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=attrgetter("name")):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry)
            elif entry.is_file():
                yield entry
