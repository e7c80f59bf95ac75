"""`reference/codes.yml`: read with the bag, written by `tas codes`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tas.model.codes import CodesFile, Released
from tas.problems import Problem
from tas.read.files import CODES
from tas.read.parse import parse
from tas.read.source import read_yaml

HEAD = """\
# yaml-language-server: $schema=../schemas/codes.json
# What the group codes of released quizzes begin with, one line a version. Written by `tas codes` before a release; nothing is ever taken out,
# for somebody may still hold such a code.
codes:
"""


def read_codes(root: Path) -> tuple[tuple[Released, ...], list[Problem]]:
    """All that were released, in the order of the file; none where there is no file."""
    if not (root / CODES).is_file():
        return (), []
    document = read_yaml(root / CODES, CODES)
    if document.problems:
        return (), document.problems
    parsed, problems = parse(document, CodesFile)
    return (parsed.codes if parsed else ()), problems


def write_codes(root: Path, codes: Iterable[Released]) -> None:
    lines = (f"  - {{quiz: {code.quiz}, fingerprint: {code.fingerprint!r}}}\n" for code in codes)
    (root / CODES).write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")
