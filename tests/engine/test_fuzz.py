"""Nothing an author writes gives a traceback: any value may stand anywhere, and the check still answers in sentences."""

from __future__ import annotations

import random
from pathlib import Path

import overlay
import pytest
import yaml

ODD = [
    None,
    "",
    "x",
    "[a](term:)",
    "[](source:nowhere)",
    0,
    -1,
    1.5,
    True,
    [],
    ["x"],
    [[]],
    {},
    {"x": "y"},
    "2026-13-45",
    "ä" * 300,
    "<b>",
]


def _places(data: object, path: tuple = ()) -> list[tuple]:
    inside = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    return [place for key, value in inside for place in [(*path, key), *_places(value, (*path, key))]]


def _put(data: object, path: tuple, value: object) -> None:
    for part in path[:-1]:
        data = data[part]  # type: ignore[index]
    data[path[-1]] = value  # type: ignore[index]


@pytest.mark.parametrize("seed", range(60))
def test_any_value_anywhere_is_answered_in_sentences(seed: int, tiny: Path) -> None:
    chance = random.Random(seed)
    files = sorted([*tiny.rglob("*.yml"), *tiny.rglob("*.md")])
    for file in chance.sample(files, 6):
        head, text, body = _split(file)
        data = yaml.safe_load(text)
        _put(data, chance.choice(_places(data)), chance.choice(ODD))
        file.write_text(head + yaml.dump(data, allow_unicode=True, sort_keys=False) + body, encoding="utf-8")
    for line in overlay.problems(tiny):
        assert ": error: " in line or ": warning: " in line


@pytest.mark.parametrize("seed", range(40))
def test_a_file_cut_or_garbled_is_answered_in_sentences(seed: int, tiny: Path) -> None:
    chance = random.Random(seed)
    for file in chance.sample(sorted([*tiny.rglob("*.yml"), *tiny.rglob("*.md")]), 3):
        content = bytearray(file.read_bytes())
        del content[chance.randrange(len(content)) :]
        for _ in range(3):
            content.insert(chance.randrange(len(content) + 1), chance.choice(b"\x00\t'\"{[:-#&*!|>%@`\xff\n"))
        file.write_bytes(bytes(content))
    overlay.problems(tiny)


def _split(file: Path) -> tuple[str, str, str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".yml":
        return "", text, ""
    _, head, body = text.split("---\n", 2)
    return "---\n", head, "---\n" + body
