"""What was compared, laid against what the leading edition says now: by text first, so that a moved block is no changed one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from tas.in_step.blocks import Block
from tas.read.ledger import Entry

CHANGED, NEW, GONE = "changed", "new", "gone"


@dataclass
class Aligned:
    """`entries`: key in the leading file as it is now -> what was compared. `changes`: key -> how it differs from that."""

    entries: dict[str, Entry] = field(default_factory=dict)
    changes: dict[str, str] = field(default_factory=dict)
    also: dict[str, list[str]] = field(default_factory=dict)
    """Key of a changed block -> those that it was split into besides: they are asked about once."""


def align(entries: dict[str, Entry], lead: dict[str, Block]) -> Aligned:
    """`entries`: all of one file. A file with entries is known: what it has no entry for came later."""
    known = {key: entry for key, entry in entries.items() if entry.hash}
    done = Aligned()
    groups: dict[str, tuple[list[str], list[str]]] = {}
    """Parent -> (keys that were, keys that are) of what is counted there; what has a name is its own group."""
    for key in known:
        groups.setdefault(_group(key), ([], []))[0].append(key)
    for key in lead:
        groups.setdefault(_group(key), ([], []))[1].append(key)
    for was, now in groups.values():
        _group_of(done, known, lead, was, now)
    for key, entry in entries.items():
        if not entry.hash and key not in done.entries:
            done.entries[key] = entry
            if key in lead:
                done.changes[key] = NEW
    return done


def _group_of(done: Aligned, known: dict[str, Entry], lead: dict[str, Block], was: list[str], now: list[str]) -> None:
    free: dict[str, list[str]] = {}
    for key in was:
        free.setdefault(known[key].hash, []).append(key)
    matched: dict[str, str] = {}
    for key in sorted(now, key=lambda key: key not in known or known[key].hash != lead[key].hash):
        if same := free.get(lead[key].hash):
            matched[key] = same.pop(same.index(key) if key in same else 0)
    left = [key for key in was if key not in matched.values()]
    came = [key for key in now if key not in matched]
    for new, old in matched.items():
        done.entries[new] = known[old]
    last = ""
    for old_key, new_key in _paired(left, came):
        if old_key and new_key:
            done.entries[new_key], done.changes[new_key] = known[old_key], CHANGED
            last = new_key
        elif new_key and last:
            done.also.setdefault(last, []).append(new_key)
        elif new_key:
            done.changes[new_key] = NEW
        elif old_key and not came:  # one that was drawn into another is asked about there
            done.entries[old_key], done.changes[old_key] = known[old_key], GONE


def _paired(left: list[str], came: list[str]) -> Iterable[tuple[str | None, str | None]]:
    """What was with what is: of the same name first, then in their order."""
    same = [key for key in left if key in came]
    yield from ((key, key) for key in same)
    yield from zip_longest([key for key in left if key not in same], [key for key in came if key not in same])


def _group(key: str) -> str:
    parent, _, last = key.rpartition("/")
    return f"{parent}/" if last.isdigit() else key
