"""A file of the bag, and what it may be called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60
"""Letters of a name."""
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""No file on Windows can have these names, and readers unpack the bag there."""


@dataclass(frozen=True)
class BagFile:
    """One file that counts."""

    path: Path
    shown: str
    """From the root of the bag, as messages name it: `docs/id/duties/home-visits.md`"""
    name: str
    """From the folder of its edition, without ending: `duties/home-visits`"""


@dataclass(frozen=True, order=True)
class Stray:
    """A file or folder that does not count, and what to do about it."""

    shown: str
    sentence: str
    meant: str = ""
    """The file that counts as which its author may mean it: `docs/nl/duties/visit.md` for `docs/nl/duties/visit.MD`"""


def split(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.rpartition(".")
    return (stem, dot + suffix) if stem else (name, "")


def right(stem: str) -> str:
    """The name in the letters that it may have; empty where none of its own is one."""
    plain = normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
