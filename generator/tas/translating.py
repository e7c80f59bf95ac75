"""What the commands for those who keep editions in step do: status, accept, po, sheet."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tas.problems import Refused

if TYPE_CHECKING:
    from tas.read.bag import Bag


def status_command(root: Path, options: argparse.Namespace) -> int:
    from tas.check.status import FEW, status, told, told_due

    bag = _bag(root)
    if options.file:
        if options.format == "json":
            raise Refused(
                "`tas status FILE` shows texts side by side, to be read; leave out --format json, or the file"
            )
        from tas.check.side_by_side import side_by_side

        print(*(list(side_by_side(bag, options.file, whole=options.all)) or ["everything is in step"]), sep="\n")
        return 0
    as_json = options.format == "json"
    found = status(bag, options.edition, diffs=None if as_json or options.all else 0 if options.due else FEW)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    elif options.due:
        print(*(list(told_due(found, whole=options.all)) or ["nothing is overdue"]), sep="\n")
    else:
        print(*told(found, whole=options.all), sep="\n")
    return 0


def accept_command(root: Path, options: argparse.Namespace) -> int:
    from tas.in_step.accept import accept

    noted, waiting = accept(_bag(root), options.path, options.state)
    print(
        f"done     {noted} text{'s' * (noted != 1)} noted"
        + (f"; {waiting} have no counterpart here yet" if waiting else "")
    )
    return 0


def po_command(root: Path, options: argparse.Namespace) -> int:
    from tas.exchange import po

    bag = _bag(root)
    if options.way == "export":
        content, count, behind = po.export(bag, options.what, options.file)
        name = options.to or f"{bag.project.options.slug}-content-{options.what}.po"
        (root / name).write_bytes(content)
        print(f"done     {name}: {count} texts, {behind} of them behind (fuzzy)")
        return 0
    changed, elsewhere, files = po.import_(bag, root / options.what)
    print(*(f"changed  {name}" for name in changed), sep="\n", end="\n" if changed else "")
    print(
        *(f"look     {name}: its leading text has changed since the export" for name in elsewhere),
        sep="\n",
        end="\n" if elsewhere else "",
    )
    print(
        f"done     {len(changed)} texts changed in {files} files"
        + ("; say `tas accept` for those that are right now" if changed else "")
    )
    return 0


def sheet_command(root: Path, options: argparse.Namespace) -> int:
    from tas.exchange import sheet

    bag = _bag(root)
    if options.way == "export":
        _, edition, name = Path(options.file).with_suffix("").parts if options.file.count("/") == 2 else ("", "", "")
        content = sheet.export(bag, options.file)
        to = options.to or f"{name}-{edition}.xlsx"
        (root / to).write_bytes(content)
        print(f"done     {to}: change what is not shaded, then say `tas sheet import {to}`")
        return 0
    file, count = sheet.import_(bag, root / options.file)
    print(f"done     {count} value{'s' * (count != 1)} changed in {file}")
    return 0


def _bag(root: Path) -> Bag:
    from tas.read.bag import read_bag
    from tas.read.project import read_project

    return read_bag(read_project(root))
