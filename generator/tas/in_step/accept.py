"""`tas accept`: somebody has looked, and it is right again. The only way by which a block becomes `same` or `adapted`."""

from __future__ import annotations

from collections.abc import Iterator

from tas.in_step.align import group_of
from tas.in_step.blocks import fingerprint
from tas.in_step.compare import BEHIND, KEPT, Beside, Pair, in_step, leader_of
from tas.model.states import ADAPTED, ONLY_HERE, SAME, UNREAD
from tas.problems import ContentError, Refused, listed
from tas.read.bag import Bag
from tas.read.ledger import Entry, write_ledger
from tas.read.library import Library


def accept(bag: Bag, names: list[str], state: str | None) -> tuple[int, int]:
    """`names`: `docs/nl/x.md`, or with `#why/2` one block, with `#why/` all of a section. Returns how many blocks were noted, and how many wait for a counterpart.

    Raises Refused, or ContentError where a ledger or a file cannot be read whole; then nothing was noted.
    """
    if bag.own_problems:  # what was not understood would be lost as the ledger is written anew
        raise ContentError(bag.own_problems)
    noted = waiting = 0
    changed: set[str] = set()
    for name in names:
        file, _, key = name.partition("#")
        beside = beside_of(bag, file)
        pairs = _named(beside.pairs, key)
        if not pairs:
            raise Refused(f"{file} has no block {key!r}; `tas status {file} --all` names them")
        entries = {one.key: _kept(one) for one in beside.pairs}
        if state == ONLY_HERE and (both := next((pair for pair in pairs if pair.lead and pair.own), None)):
            raise Refused(
                f"{both.name} is in edition {beside.leader.edition.code} too; say --as adapted where it differs on purpose"
            )
        chosen = [pair for pair in pairs if key or state or pair.state in (BEHIND, UNREAD)]
        for pair in chosen:
            left_out = state or (pair.entry and pair.entry.state)  # said once
            if pair.lead and not pair.own and (left_out != ADAPTED and state != UNREAD):
                waiting += 1
                continue
            noted += 1
            entries[pair.key] = entry = _entry(pair, state)
            for other in beside.aligned.also.get(pair.key, ()):
                entries[other] = entry and entry._replace(hash=beside.lead[other].hash)
            entries |= _left_together(beside, pair.key, entries)
        _note(beside, {key: entry for key, entry in entries.items() if entry})
        changed.add(beside.library.edition.code)
    if not noted and waiting:
        raise Refused(
            f"{listed(names)} has no such block of its own yet; write it, or say that it is left out on purpose (--as adapted)"
        )
    for code in changed:
        write_ledger(bag.libraries[code].edition.ledger, bag.ledgers[code])
    return noted, waiting


def _named(pairs: list[Pair], key: str) -> list[Pair]:
    """The block of that name; all below it where there is none, or where a slash is behind it; all where nothing is named."""
    exact = [pair for pair in pairs if pair.key == key]
    below = key.rstrip("/")
    return exact or [pair for pair in pairs if not key or pair.key == below or pair.key.startswith(f"{below}/")]


def beside_of(bag: Bag, file: str) -> Beside:
    """The file of an edition that follows. Raises Refused for one that leads, or that is not there; ContentError where it or its counterpart cannot be read."""
    path = file.removeprefix("./")
    in_step(bag)
    for library in bag:
        for place, document in library.documents.items():
            if document.path == path:
                return _beside(bag, library, *place)
    raise Refused(f"there is no file {file} in this bag; name one such as docs/nl/index.md")


def _beside(bag: Bag, library: Library, folder: str, name: str) -> Beside:
    leader, document = leader_of(bag, folder, name), library.documents[folder, name]
    if problems := [*document.problems, *leader.documents[folder, name].problems]:
        raise ContentError(dict.fromkeys(problems))
    if leader is library:
        raise Refused(
            f"edition {library.edition.code} leads in {document.path}; name the file of the edition that follows it"
        )
    if (folder, name) not in library.kept[KEPT]:
        raise Refused(
            f"{document.path} or its counterpart has no fields that could be compared; `tas check` names the place"
        )
    return library.kept[KEPT][folder, name]


def _kept(pair: Pair) -> Entry | None:
    """What the ledger says already; what a file has that was never compared before is unread."""
    if pair.entry or pair.beside.is_known:
        return pair.entry
    return Entry(UNREAD, pair.lead.hash if pair.lead else "")


def _entry(pair: Pair, state: str | None) -> Entry | None:
    """None for what neither edition has any more."""
    if pair.lead is None and pair.own is None:
        return None
    if pair.lead is None:
        return Entry(state if state == UNREAD else ONLY_HERE)
    before = pair.entry.state if pair.entry and pair.entry.state in (SAME, ADAPTED) else SAME
    return Entry(state or before, pair.lead.hash, pair.beside.reviewed if state != UNREAD else "")


def _left_together(beside: Beside, key: str, entries: dict[str, Entry | None]) -> Iterator[tuple[str, Entry]]:
    """A text that was split there may be one here still: for as many parts there is none here, on purpose."""
    spare = [
        (other, entry)
        for other in beside.lead
        if other not in beside.own and group_of(other) == group_of(key) and (entry := entries.get(other))
    ]
    for other, entry in spare[: len(beside.aligned.also.get(key, ()))]:
        yield other, entry._replace(state=ADAPTED if entry.state == SAME else entry.state)


def _note(beside: Beside, entries: dict[str, Entry]) -> None:
    """In the order of the file, with its fingerprint where nothing is behind any more."""
    compared = beside.compared
    order = [*beside.lead, *beside.own, *entries]
    compared.entries = {key: entries[key] for key in dict.fromkeys(order) if key in entries}
    compared.whole = ""
    beside.ledger[beside.file] = compared
    for cached in ("aligned", "pairs", "behind"):
        vars(beside).pop(cached, None)
    if not any(pair.state == BEHIND for pair in beside.pairs):
        compared.whole = fingerprint(beside.lead_document)
