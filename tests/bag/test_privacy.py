"""The page on privacy names everything that a script keeps on a reader's device."""

from __future__ import annotations

import re

import pytest
from kit import ROOT

SCRIPTS = ROOT / "generator/tas/assets/js"
NAME = re.compile(r"""\b(?:[A-Z]+|\w+Key) = ["'`](tas[:-][a-z-]*[a-z])""")
"""A key as a script defines it: `KEY = "tas:paper"`, ``this.visitKey = `tas:visit:${…}` ``."""
NOT_KEPT = {"tas-progress"}
"""The name of the format in a file that a reader saves."""


def kept() -> set[str]:
    return {
        name for file in SCRIPTS.rglob("*.js") for name in NAME.findall(file.read_text(encoding="utf-8"))
    } - NOT_KEPT


def test_the_scripts_keep_what_we_think_they_keep() -> None:
    assert {
        "tas:progress",
        "tas:contacts",
        "tas:paper",
        "tas:visit",
        "tas-scheme",
        "tas:keep-nothing",
        "tas:marks",
    } <= kept()


@pytest.mark.parametrize("edition", ["id", "nl"])
def test_every_one_of_them_is_named(edition: str) -> None:
    page = (ROOT / "docs" / edition / "privacy.md").read_text(encoding="utf-8")
    assert sorted(name for name in kept() if f"`{name}`" not in page) == []
