"""`tas status`: everything that waits, for an editor on Monday morning: behind by risk, unread, overdue, unsigned, unsourced, missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tas.check.review import overdue, reviewed_texts
from tas.check.rules import missing_counterpart
from tas.check.waiting import checkable, unsourced
from tas.in_step.compare import BEHIND, LOST, Pair, in_step
from tas.in_step.earlier import earlier, word_diff
from tas.in_step.risk import REST, RISKS, SAFETY, is_safe_matter
from tas.model.states import ADAPTED, ONLY_HERE, SAME, UNREAD
from tas.problems import Refused
from tas.read.bag import Bag
from tas.read.library import Library

STATES = (SAME, ADAPTED, ONLY_HERE, BEHIND, UNREAD)
FEW = 12
"""So many of a kind fit on a screen; `--all` lists the others too."""

Status = dict[str, Any]


def status(bag: Bag, edition: str | None = None, *, diffs: int | None = None) -> list[Status]:
    """What `--format json` prints: a record an edition. `diffs`: git, which is slow, is asked about so many texts (all)."""
    if edition and edition not in bag.libraries:
        raise Refused(f"there is no edition {edition!r}; mkdocs.yml names {', '.join(bag.libraries)}")
    missing = sorted({*missing_counterpart.things(bag)})
    return [_of(bag, library, missing, diffs) for library in bag if edition in (None, library.edition.code)]


def _of(bag: Bag, library: Library, missing: list[Any], diffs: int | None) -> Status:
    code = library.edition.code
    besides = in_step(bag).files[code]
    pairs = [pair for beside in besides for pair in beside.pairs]
    counts = Counter(pair.state for pair in pairs)
    behind = sorted(
        (pair for pair in pairs if pair.state == BEHIND), key=lambda pair: (RISKS.index(pair.risk), pair.place)
    )
    unread = [pair for pair in pairs if pair.state == UNREAD]
    open_ = [(name, thing) for name, thing in checkable(library) if thing.waits_for]
    return {
        "edition": code,
        "beside": sorted({beside.leader.edition.code for beside in besides}),
        "texts": len(pairs),
        "states": {state: counts[state] for state in STATES if counts[state]},
        "behind": [_behind(pair, diff=diffs is None or at < diffs) for at, pair in enumerate(behind)],
        "unread": dict(Counter(pair.risk for pair in unread)),
        "unread_files": _files(unread),
        "unread_safety": _files([pair for pair in unread if pair.risk == SAFETY]),
        "overdue": sorted(_overdue(bag, library), key=lambda one: (RISKS.index(one["risk"]), one["reviewed"], one["file"])),
        "unsigned": {
            function: [name for name, thing in open_ if function in thing.waits_for]
            for function in dict.fromkeys(function for _, thing in open_ for function in thing.waits_for)
        },
        "unsourced": unsourced(library),
        "missing": [
            {"file": place.file, "line": place.line, "what": said}
            for place, said in missing
            if place.file.split("/")[1] == code
        ],
        "still_to_come": list(_to_come(bag, library)) if library.edition.partial else [],
    }  # fmt: skip


def _to_come(bag: Bag, library: Library) -> Iterator[str]:
    """What the first edition has and an edition that is not whole yet lacks; what exists there only on purpose is no gap."""
    leading = next(iter(bag))
    for (folder, name), document in leading.documents.items():
        only_here = isinstance(document.data, dict) and document.data.get("only_here")
        if (folder, name) not in library.documents and not only_here:
            yield document.path


def _files(pairs: list[Pair]) -> dict[str, int]:
    return dict(Counter(pair.beside.document.path for pair in pairs).most_common())


def _behind(pair: Pair, *, diff: bool) -> Status:
    before, now = earlier(pair) if diff and pair.change != LOST else None, pair.lead_text
    return {
        "risk": pair.risk,
        "file": pair.place.file,
        "line": pair.place.line,
        "column": pair.place.column,
        "block": pair.key,
        "change": pair.change,
        "lead": f"{pair.lead.place.file}:{pair.lead.place.line}" if pair.lead else pair.beside.lead_document.path,
        "diff": word_diff(before, now) if before is not None else None,
        "now": now,
        "accept": f"tas accept {pair.name}",
    }


def _overdue(bag: Bag, library: Library) -> Iterator[Status]:
    mine = {id(document): key for key, document in library.documents.items()}
    for document, day in reviewed_texts(bag):
        if id(document) in mine and overdue(day, bag.project):
            place = document.place(("reviewed",))
            grave = SAFETY if is_safe_matter(library, *mine[id(document)]) else REST
            yield {"risk": grave, "file": place.file, "line": place.line, "reviewed": day.isoformat()}


def told(statuses: list[Status], *, whole: bool = False) -> Iterator[str]:
    """One screen an edition, or all of it."""
    for one in statuses:
        yield _headline(one)
        yield from _told_behind(one, whole)
        if one["unread"]:
            counts = " · ".join(f"{risk} {one['unread'].get(risk, 0)}" for risk in RISKS)
            yield f"  unread     {counts}: nobody has compared them yet"
            first = one["unread_safety"] or one["unread_files"]
            yield from _some([f"{file} ({count})" for file, count in first.items()], whole, "             ")
            yield "             side by side: tas status FILE; then: tas accept FILE, or FILE#block --as adapted"
        yield from told_due([one], whole=whole)
        if one["unsigned"]:
            waits = ", ".join(f"{function} {len(names)}" for function, names in one["unsigned"].items())
            yield f"  unsigned   {waits}: `tas check --waiting` lists them; who has read one, enters it under checked_by"
        if one["unsourced"]:
            yield f"  unsourced  {len(one['unsourced'])} danger signs: read a source, name it there, delete `unsourced`"
            yield from _some(one["unsourced"], whole, "             ")
        yield from _told_to_come(one, whole)
        if one["missing"]:
            yield f"  missing    {len(one['missing'])} counterparts: `tas new` begins them"
            yield from _some(
                [f"{gap['file']}:{gap['line']}  {gap['what']}" for gap in one["missing"]], whole, "             "
            )


def _told_to_come(one: Status, whole: bool) -> Iterator[str]:
    if one["still_to_come"]:
        yield f"  to come    {len(one['still_to_come'])} files, as the edition is partial (--all names them)"
        yield from _some(one["still_to_come"], whole, "             ") if whole else ()


def told_due(statuses: list[Status], *, whole: bool = False) -> Iterator[str]:
    """What is overdue, the gravest first."""
    for one in statuses:
        if one["overdue"]:
            yield f"  overdue    {len(one['overdue'])} in {one['edition']}: check each against its sources, then set `reviewed` to that day"
            lines = [
                f"{due['file']}:{due['line']}  {due['risk']}, last checked {due['reviewed']}" for due in one["overdue"]
            ]
            yield from _some(lines, whole, "             ")


def _headline(one: Status) -> str:
    if not one["beside"]:
        return f"{one['edition']} leads"
    states = " · ".join(f"{count} {state}" for state, count in one["states"].items())
    return f"{one['edition']} beside {', '.join(one['beside'])}: {one['texts']} texts: {states}"


def _told_behind(one: Status, whole: bool) -> Iterator[str]:
    shown = one["behind"] if whole else one["behind"][:FEW]
    for behind in shown:
        yield f"  behind     {behind['risk']}  {behind['file']}:{behind['line']}  {behind['block']}  ({behind['change']} {'here, from' if behind['change'] == LOST else 'in'} {behind['lead']})"
        yield f"             {behind['diff'] or behind['now'].replace(chr(10), ' ')}"
        yield f"             {behind['accept']}"
    if len(shown) < len(one["behind"]):
        yield f"             and {len(one['behind']) - len(shown)} more: tas status --edition {one['edition']} --all"


def _some(lines: list[str], whole: bool, indent: str) -> Iterator[str]:
    few = FEW // 2
    yield from (indent + line for line in (lines if whole else lines[:few]))
    if not whole and len(lines) > few:
        yield f"{indent}and {len(lines) - few} more (--all)"
