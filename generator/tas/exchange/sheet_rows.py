"""A quiz as rows: each item, and below it each option, row or mistake, with the paths of what can be edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tas.read.yaml_data import Path_

FIXED = ("where", "row", "type", "learn")
"""Columns that say what a row is; they are protected."""
NOT_SHOWN = {"id", "was", "sources", "type", "learn", "pin"}
PARTS = {"options": "option", "rows": "row", "mistakes": "mistake"}
KEYS = ("id", "answer")


@dataclass
class Row:
    """What one row shows: its fixed cells, and for each other column the path of a value and the value."""

    where: str
    kind: str
    data: dict[str, Any]
    cells: dict[str, tuple[Path_, Any]] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    """What its key may be."""

    @property
    def fixed(self) -> tuple[str, ...]:
        return self.where, self.kind, str(self.data.get("type") or ""), str(self.data.get("learn") or "")


def rows(data: dict[str, Any]) -> Iterator[Row]:
    """The items of a quiz with what they ask about, in its order."""
    for s, section in enumerate(data.get("sections") or ()):
        for i, item in enumerate(section.get("items") or ()):
            path: Path_ = ("sections", s, "items", i)
            ids = tuple(str(option["id"]) for option in item.get("options") or () if "id" in option)
            yield _row(str(item["id"]), "item", item, path, ids if item.get("type") == "single-choice" else ())
            for part, kind in PARTS.items():
                for number, inside in enumerate(item.get(part) or ()):
                    name = str(next((inside[key] for key in KEYS if key in inside), number + 1))
                    where = f"{item['id']}/{part}/{name}"
                    yield _row(where, kind, inside, (*path, part, number), ids if kind == "row" else ())


def _row(where: str, kind: str, data: dict[str, Any], path: Path_, choices: tuple[str, ...]) -> Row:
    cells = {
        name: ((*path, name), value)
        for name, value in data.items()
        if name not in NOT_SHOWN and (isinstance(value, str | int | float) or _is_key(name, value))
    }
    return Row(where, kind, data, cells, choices)


def _is_key(name: str, value: Any) -> bool:
    return name == "key" and isinstance(value, list)


def others(data: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every other text of the file: its title, its sections, its profile."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in (
                "items",
                "id",
                "reviewed",
                "draw",
                "part",
                "page",
                "profession",
                "to_check_by",
                "checked_by",
            ):
                yield from others(value, (*path, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from others(value, (*path, index))
    elif isinstance(data, str):
        yield path, data
