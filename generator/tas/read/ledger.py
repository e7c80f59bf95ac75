"""`reference/<edition>/in-step.yml`: which block was compared with which text of the edition that leads. Lines of YAML, read as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tas.problems import Problem, quoted
from tas.read.document import Document
from tas.read.source import read_text

NAME = "in-step"
"""The file's own, without `.yml`; `tas` writes it."""

HEAD = """\
# Which block was compared with which text of the edition that leads: state, hash of that text, day of its review.
# same: says the same · adapted: differs on purpose · only-here: the other edition has none · unread: nobody has compared it yet.
# A file that is not named here is unread as a whole. `tas accept` writes this file, `tas status` reads it.
"""
FILE = re.compile(r"(?P<file>(?:docs|quizzes|guides|training|reference)/\S+):(?: +# whole (?P<whole>[0-9a-f]{8}))?")
LINE = re.compile(
    r"  (?P<key>\S+): (?P<state>same|adapted|only-here|unread)(?: (?P<hash>[0-9a-f]{8}))?(?: (?P<day>\d{4}-\d\d-\d\d))?"
)


class Entry(NamedTuple):
    """What is known of one block. `hash` and `day` are of the leading text, empty where there is none."""

    state: str
    hash: str = ""
    day: str = ""


@dataclass
class Compared:
    """One file: its blocks, and the fingerprint of the whole leading file when nothing was behind (else empty)."""

    entries: dict[str, Entry] = field(default_factory=dict)
    whole: str = ""
    line: int = 1
    """Where the ledger names it."""


Ledger = dict[str, Compared]
"""File without its edition (`docs/duties/nutrition.md`) -> what was compared."""


def read_ledger(file: Path, name: str) -> tuple[Ledger, list[Problem]]:
    """The ledger, empty where there is no file, and what cannot be understood in it."""
    if not file.exists():
        return {}, []
    text, problems = read_text(file, name)
    ledger: Ledger = {}
    compared = Compared()
    for number, line in enumerate((text or "").split("\n"), 1):
        if found := LINE.fullmatch(line):
            compared.entries[found["key"]] = Entry(found["state"], found["hash"] or "", found["day"] or "")
        elif found := FILE.fullmatch(line):
            compared = ledger.setdefault(found["file"], Compared(whole=found["whole"] or "", line=number))
        elif line.strip() and not line.startswith("#"):
            repair = "delete the line and compare that block anew"
            if not line.startswith(" "):  # a file's name gone wrong: what follows is not about the file above
                compared = Compared()
                repair = "write it as one such as docs/duties/visit.md:"
            said = f"{quoted(line.strip())} is no line of the ledger; take the file from before, or {repair}"
            problems.append(Document(name).problem_at(number, 1, said, "ledger"))
    return ledger, problems


def write_ledger(file: Path, ledger: Ledger) -> None:
    """Sorted by file; the blocks of a file in its own order."""
    lines = [HEAD]
    for name, compared in sorted(ledger.items()):
        if compared.entries:
            lines.append(f"{name}:{f'  # whole {compared.whole}' if compared.whole else ''}\n")
            lines += [f"  {key}: {' '.join(filter(None, entry))}\n" for key, entry in compared.entries.items()]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(lines), encoding="utf-8", newline="\n")
