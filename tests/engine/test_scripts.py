"""The scripts of the site speak one dialect: classic scripts, `const` and arrows, one name in the global scope."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kit import ROOT

SCRIPTS = sorted((ROOT / "generator/tas/assets/js").rglob("*.js"))
OLD = re.compile(r"\bvar\b|\bfunction \(|^import\b|\bexport (?:const|function|default)|\brequire\(", re.MULTILINE)
GLOBAL = re.compile(r"\b(?:self|globalThis|window|root)\.([A-Za-z]\w*) = ")


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_a_script_speaks_the_dialect(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.strip().startswith("//")]
    text = "\n".join(lines)
    assert OLD.findall(text) == []
    assert '"use strict";' in text
    assert set(GLOBAL.findall(text)) <= {"tas", "onmessage"}


def test_a_foreign_dialect_is_seen() -> None:
    assert OLD.findall("var a = 1; x.map(function (y) {})") == ["var", "function ("]
    assert GLOBAL.findall("root.tasQuiz = {};") == ["tasQuiz"]
