"""The manual and the README: every command in them is one, every rule and file exists, and the tour of ten minutes is walked."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from kit import ROOT
from tas.__main__ import _parser
from tas.check.rules import RULES

CHAPTERS = sorted((ROOT / "manual").glob("*.md"))
TEXTS = [*CHAPTERS, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "UPGRADING.md"))]
OF_THE_FRONT_DOOR = ("test", "audit")
NAMED_ALONE = {
    "new": ["bag", "ours"],
    "new bag": ["ours"],
    "words": ["nl"],
    "paper": ["duties"],
    "accept": ["docs/nl/index.md"],
}
"""What a command that is only named needs besides."""


def commands(text: str) -> list[list[str]]:
    """Arguments of each `tas …` in the text, in a line or in a block of a console."""
    told = re.findall(r"`(?:\./)?tas ([a-z][^`\n]*)`", text) + re.findall(
        r"^\$ (?:\./)?tas ([^#\n]*)", text, re.MULTILINE
    )
    parts = [shlex.split(part) for command in told for part in re.split(r"&& (?:\./)?tas ", command)]
    return [arguments for arguments in parts if arguments[0] not in OF_THE_FRONT_DOOR]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_every_command_is_one(file: Path) -> None:
    for arguments in commands(file.read_text(encoding="utf-8")):
        _parser().parse_args([*arguments, *NAMED_ALONE.get(" ".join(arguments), ())])


def test_a_command_that_is_none_is_seen() -> None:
    for wrong in ("Say `tas chek` now.", "$ tas check --readible\n"):
        with pytest.raises(SystemExit):
            _parser().parse_args(*commands(wrong))


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_every_link_leads_to_a_file(file: Path) -> None:
    text = re.sub(r"`[^`\n]*`|```.*?```", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_every_chapter_is_in_the_contents_and_every_rule_it_turns_off_is_one() -> None:
    contents = (ROOT / "manual/README.md").read_text(encoding="utf-8")
    assert [file.name for file in CHAPTERS if file.name != "README.md" and f"({file.name})" not in contents] == []
    off = [name for file in CHAPTERS for name in re.findall(r"levels: \{([\w-]+):", file.read_text(encoding="utf-8"))]
    assert off and set(off) <= {rule.ID for rule in RULES}


@pytest.mark.slow
def test_the_tour_of_ten_minutes_can_be_walked(tmp_path: Path) -> None:
    """Command by command in a folder of its own, where nothing but the command `tas` is known."""
    (block,) = re.findall(r"```console\n(.*?)```", (ROOT / "manual/own-bag.md").read_text(encoding="utf-8"), re.DOTALL)
    known = tmp_path / "bin/tas"
    known.parent.mkdir()
    known.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tas "$@"\n')
    known.chmod(0o755)
    lines = [line.removeprefix("$ ") for line in block.splitlines()]
    assert len(lines) > 5 and all(line.startswith(("tas ", "cd ")) for line in lines)
    env = {**os.environ, "PATH": f"{known.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "generator")}
    walk = "set -e\n" + "\n".join(f"echo '== {line}'\n{line}" for line in lines)
    done = subprocess.run(["sh", "-c", walk], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "0 errors, 0 warnings" in done.stdout
    assert (tmp_path / "ours/site/index.html").is_file()
