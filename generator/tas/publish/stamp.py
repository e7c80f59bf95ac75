"""Knows whether `site/` is still what the present inputs would give: a hash over both, kept beside the caches."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tas.ground.places import PACKAGE
from tas.read.edition import FOLDERS
from tas.read.project import CONFIG, Project

NAME = ".cache/site.stamp"


def of_inputs(project: Project, *, papers: bool | str) -> str:
    """Over the content of every file that goes into a build, the day, and what was asked for."""
    whole = sha256(f"{project.today} {papers} {os.environ.get('TAS_SITE_URL', '')}\n".encode())
    for file in _inputs(project):
        whole.update(f"{file.name} ".encode() + sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def is_current(site: Path, inputs: str) -> bool:
    """Whether the site was made from these inputs and nobody has touched it since."""
    try:
        kept = (site.parent / NAME).read_text(encoding="utf-8")
    except OSError:
        return False
    return site.is_dir() and kept == f"{inputs} {_of_site(site)}"


def write(site: Path, inputs: str) -> None:
    """Remember what the site was made from."""
    file = site.parent / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{inputs} {_of_site(site)}", encoding="utf-8")


def _inputs(project: Project) -> Iterator[Path]:
    yield project.root / CONFIG
    folders = [project.root / folder for folder in FOLDERS] + [
        PACKAGE,
        *(edition.words_folder for edition in project.editions[:1]),
    ]
    for folder in folders:
        yield from sorted(file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    yield from sorted(project.root.glob("requirements*.lock"))


def _of_site(site: Path) -> str:
    """Over names, sizes and times: enough to notice a change, and quick."""
    whole = sha256()
    for file in sorted(site.rglob("*")):
        if file.is_file():
            status = file.stat()
            whole.update(f"{file.relative_to(site).as_posix()} {status.st_size} {status.st_mtime_ns}\n".encode())
    return whole.hexdigest()
