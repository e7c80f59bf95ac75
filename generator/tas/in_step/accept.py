"""`tas accept`: somebody has looked, and it is right again. The only way by which a block becomes `same` or `adapted`."""

from __future__ import annotations

from tas.in_step.blocks import fingerprint
from tas.in_step.compare import BEHIND, Beside, Pair, in_step
from tas.problems import Refused, listed
from tas.read.bag import Bag
from tas.read.ledger import ADAPTED, ONLY_HERE, SAME, UNREAD, Entry, write_ledger


def accept(bag: Bag, names: list[str], state: str | None) -> tuple[int, int]:
    """`names`: `docs/nl/x.md`, or with `#why/2` one block, with `#why/` all of a section. Returns how many blocks were noted, and how many wait for a counterpart.

    Raises Refused, and then nothing was noted.
    """
    noted = waiting = 0
    changed: set[str] = set()
    for name in names:
        file, _, key = name.partition("#")
        beside = beside_of(bag, file)
        pairs = _named(beside.pairs, key)
        if not pairs:
            raise Refused(f"{file} has no block {key!r}; `tas status {file} --all` names them")
        entries = {one.key: _kept(one) for one in beside.pairs}
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
    """The file of an edition that follows. Raises Refused for one that leads, or that is not there."""
    step = in_step(bag)
    for besides in step.files.values():
        for beside in besides:
            if beside.document.path == file.removeprefix("./"):
                return beside
    leading = next((lib for lib in bag if any(doc.path == file for doc in lib.documents.values())), None)
    if leading is None:
        raise Refused(f"there is no file {file} in this bag; name one such as docs/nl/index.md")
    raise Refused(f"edition {leading.edition.code} leads in {file}; name the file of the edition that follows it")


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
