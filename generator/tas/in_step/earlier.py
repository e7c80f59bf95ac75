"""What a text said when it was compared: from the history of the bag, where git keeps one; and what changed since, word for word."""

from __future__ import annotations

import subprocess
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tas.in_step.blocks import blocks
from tas.in_step.compare import Pair
from tas.read.source import read_page, read_yaml

MOST = 60
"""Versions of a file that are looked through."""
AROUND = 5
"""Words shown before and after each change."""


def earlier(pair: Pair) -> str | None:
    """The leading text that was compared; None where no history tells it."""
    if pair.entry is None or not pair.entry.hash:
        return None
    root, file = pair.beside.leader.edition.root, pair.beside.lead_document.path
    for version in _versions(root, file):
        if found := _texts(root, file, version, pair.beside.folder, pair.beside.name).get(pair.entry.hash):
            return found
    return None


@cache
def _versions(root: Path, file: str) -> tuple[str, ...]:
    """Commits that changed the file, the newest first; none without git."""
    said = _git(root, "log", f"-{MOST}", "--format=%H", "--", file)
    return tuple(said.decode().split()) if said else ()


@cache
def _texts(root: Path, file: str, version: str, folder: str, name: str) -> dict[str, str]:
    """Hash -> text of every block in one version of a file."""
    said = _git(root, "show", f"{version}:./{file}")
    if not said:
        return {}
    with TemporaryDirectory() as place:
        copy = Path(place) / "version"
        copy.write_bytes(said)
        document = (read_page if folder == "docs" else read_yaml)(copy, file)
    return {block.hash: block.text for block in blocks(folder, name, document).values()}


def _git(root: Path, *words: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""


def word_diff(before: str, after: str) -> str:
    """`a {-word-} {+sentence+} b`, with some words around each change."""
    old, new = before.split(), after.split()
    said: list[str] = []
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (what, a, b, c, d) in enumerate(changes):
        if what == "equal":
            kept = old[a:b]
            first, last = number == 0, number == len(changes) - 1
            if len(kept) > 2 * AROUND or ((first or last) and len(kept) > AROUND):
                kept = [*(kept[:AROUND] if not first else []), "…", *(kept[-AROUND:] if not last else [])]
            said += kept
        else:
            said += [f"{{-{' '.join(old[a:b])}-}}"] if b > a else []
            said += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(said)
