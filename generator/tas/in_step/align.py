"""What was compared, laid against what the leading edition says now: by text first, so that a moved block is no changed one."""

from __future__ import annotations

from dataclasses import dataclass, field

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
        groups.setdefault(group_of(key), ([], []))[0].append(key)
    for key in lead:
        groups.setdefault(group_of(key), ([], []))[1].append(key)
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
    for new_key, old_key in matched.items():
        done.entries[new_key] = known[old_key]
    lost, added = _between(was, {key: key for key in matched.values()}), _between(now, matched)
    for place in lost.keys() & added.keys():
        _differ(done, known, lost.pop(place), added.pop(place))
    _differ(
        done, known, [key for keys in lost.values() for key in keys], [key for keys in added.values() for key in keys]
    )


def _between(keys: list[str], anchors: dict[str, str]) -> dict[str, list[str]]:
    """Anchor (the old key of what stayed) -> the keys that follow it and did not stay; what comes first follows ""."""
    found: dict[str, list[str]] = {}
    anchor = ""
    for key in keys:
        if key in anchors:
            anchor = anchors[key]
        else:
            found.setdefault(anchor, []).append(key)
    return found


def _differ(done: Aligned, known: dict[str, Entry], lost: list[str], added: list[str]) -> None:
    """What lies between the same two texts, or moved and changed: as many as there were are changed; more are what the last was split into, or came new."""
    for old_key, new_key in zip(lost, added, strict=False):
        done.entries[new_key], done.changes[new_key] = known[old_key], CHANGED
    if lost and added:  # what was drawn into another is asked about there
        last = added[min(len(lost), len(added)) - 1]
        if len(added) > len(lost):
            done.also[last] = added[len(lost) :]
        return
    for key in added:
        done.changes[key] = NEW
    for key in lost:
        done.entries[key], done.changes[key] = known[key], GONE


def group_of(key: str) -> str:
    """Below which heading or list it is counted; what has a name is its own."""
    parent, _, last = key.rpartition("/")
    return f"{parent}/" if last.isdigit() else key
