"""Knows whether `site/` is still what the present inputs would give: a hash over both, kept beside the caches."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tas.ground.engine import engine_now, files_below
from tas.read.files import bag_files
from tas.read.own_files import own_files
from tas.read.project import CONFIG, Project

NAME = ".cache/site.stamp"


def of_inputs(project: Project, *, papers: bool | str, release: bool = False, signed_by: bytes = b"") -> str:
    """Over every file that goes into a build, the settings as they were evaluated, the engines, the day, and what was asked for.

    `signed_by`: the public key of who signs a release.
    """
    files = bag_files(project.root, project.editions)
    whole = sha256(repr((project, files.strays, papers, release, signed_by, engine_now())).encode())
    for file in [
        project.root / CONFIG,
        *(counted.path for counted in files),
        *own_files(project.root),
        *_ledgers(project),
    ]:
        name = file.relative_to(project.root).as_posix()
        whole.update(sha256(name.encode()).digest() + sha256(file.read_bytes()).digest())
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


def _ledgers(project: Project) -> Iterator[Path]:
    """What is behind is told on pages and papers."""
    yield from (edition.ledger for edition in project.editions if edition.ledger.is_file())


def _of_site(site: Path) -> str:
    """Over names, sizes and times: enough to notice a change, and quick."""
    whole = sha256()
    for file in files_below(site):
        status = file.stat()
        whole.update(f"{file.path[len(str(site)) :]} {status.st_size} {status.st_mtime_ns}\n".encode())
    return whole.hexdigest()
