"""Broken input, one file a case in tests/engine/cases/: each tells its author what is wrong, where, and what would be right."""

from __future__ import annotations

import re
from pathlib import Path

import overlay
import pytest

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_broken_input_gets_its_sentence(file: Path, tiny: Path, update_goldens: bool) -> None:
    case = overlay.read(file)
    overlay.apply(tiny, case)
    # A catalogue's lines move with every new word; what is told of them does not.
    said = [re.sub(r"\.po:\d+:", ".po:1:", line) for line in overlay.problems(tiny)]
    if update_goldens:
        overlay.write(file, {**case, "expect": said})
    assert said == case.get("expect"), (
        "if the new messages are right: ./tas test tests/engine/test_cases.py --update-goldens"
    )


def test_the_tiny_site_is_clean(tiny: Path) -> None:
    assert overlay.problems(tiny) == []


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 25


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_each_message_has_place_level_and_rule(file: Path) -> None:
    for line in overlay.read(file)["expect"]:
        assert re.fullmatch(r"[^:\x00-\x1f]+:\d+:\d+: (error|warning): .{20,} \([a-z-]+\)", line), line
