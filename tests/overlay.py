"""A case as data: what to change in the tiny site, and which problems the check then reports."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

import yaml
from kit import with_all_words
from tas.check import check
from tas.problems import ContentError
from tas.read.bag import read_bag
from tas.read.project import read_project


def apply(site: Path, case: dict[str, Any]) -> None:
    """What a case may hold.

    `words`: true puts all our words into the catalogues of the site; `edit`: file -> {from, to}, or a list of them;
    `write`: file -> text; `bytes`: file -> base64; `delete`: files or folders; `move`: file or folder -> where to;
    `link`: name -> where the link leads; `pipe`: names; `size`: file -> its bytes, all blanks.
    """
    if case.get("words"):
        with_all_words(site)
    for name, edits in (case.get("edit") or {}).items():
        file = site / name
        text = file.read_text(encoding="utf-8")
        for change in edits if isinstance(edits, list) else [edits]:
            assert change["from"] in text, f"{name} does not contain {change['from']!r}"
            text = text.replace(change["from"], change["to"], 1)
        file.write_text(text, encoding="utf-8")
    for name, text in (case.get("write") or {}).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    for name, text in (case.get("bytes") or {}).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(base64.b64decode(text))
    for name in case.get("delete") or ():
        for file in sorted((site / name).rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        (site / name).rmdir() if (site / name).is_dir() else (site / name).unlink()
    for name, target in (case.get("move") or {}).items():
        (site / target).parent.mkdir(parents=True, exist_ok=True)
        (site / name).rename(site / target)
    for name, target in (case.get("link") or {}).items():
        (site / name).symlink_to(target)
    for name in case.get("pipe") or ():
        os.mkfifo(site / name)
    for name, size in (case.get("size") or {}).items():
        (site / name).write_bytes(b" " * size)


def problems(site: Path) -> list[str]:
    """What the check says, a line each."""
    try:
        return [str(problem) for problem in check(read_bag(read_project(site)))]
    except ContentError as error:
        return [str(problem) for problem in error.problems]


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)


def write(file: Path, data: Any) -> None:
    """In the form in which the cases are kept, so that an update changes nothing but what is new."""
    file.write_text(
        yaml.dump(data, allow_unicode=True, sort_keys=False, width=1000, default_style=None), encoding="utf-8"
    )
