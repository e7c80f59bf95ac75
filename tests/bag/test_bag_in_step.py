"""In step, on this bag's own content: one sentence makes one block fall behind, and no new form of the Markdown makes any."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from kit import copy_bag, whole_bag
from tas.in_step.accept import accept
from tas.in_step.compare import in_step
from tas.in_step.risk import SAFETY
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project
from tas.text.markdown import parse_blocks


def read(root: Path) -> Bag:
    return read_bag(read_project(root))


def behind(root: Path) -> list[str]:
    return [pair.name for pair in in_step(read(root)).behind("nl")]


def reformatted(body: str) -> str:
    """The same words in other lines, with other bullets, quotes and columns."""
    lines = body.split("\n")
    for token in reversed(parse_blocks(body)):
        if token.level or not token.map:
            continue
        start, end = token.map
        here = lines[start:end]
        if token.type == "paragraph_open" and "{" not in here[-1]:
            short = textwrap.wrap(" ".join(here), 50, break_long_words=False, break_on_hyphens=False)
            if not any(re.match(r"[-+*#>|]|\d+[.)]|=", line) for line in short):
                lines[start:end] = short
        elif token.type == "bullet_list_open":
            lines[start:end] = [re.sub(r"^- ", "* ", line) for line in here]
        elif token.type == "table_open":
            lines[start:end] = [line.replace("|", " | ").strip() for line in here]
    return re.sub(r"(?<!\*)\*(?!\*)([^*\n]+)\*(?!\*)", r"_\1_", re.sub(r'"([^"\n]*)"', r"“\1”", "\n".join(lines)))


@pytest.mark.slow
def test_a_mutated_sentence_is_one_block_and_a_reformatted_bag_is_none(tmp_path: Path) -> None:
    root = copy_bag(tmp_path)
    for ledger in (root / "reference").glob("*/in-step.yml"):
        ledger.unlink()
    besides = in_step(read(root)).files["nl"]
    names = [beside.document.path for beside in besides if beside.lead]
    accept(read(root), names, "same")
    assert behind(root) == []

    changed = 0
    for file in sorted((root / "docs/id").rglob("*.md")):
        head, fields, body = file.read_text(encoding="utf-8").split("---\n", 2)
        new = reformatted(body)
        changed += new != body
        file.write_text("---\n".join((head, fields, new)), encoding="utf-8")
    assert changed > 80 and behind(root) == []

    # one sentence in a page, a front matter, a quiz, a guide and the reference data of each kind
    chosen = [beside for number, beside in enumerate(besides) if beside.lead and beside.own and number % 4 == 0]
    expected = []
    for beside in chosen:
        key = next(key for key in reversed(beside.lead) if key in beside.own and " " in beside.lead[key].text.strip())
        file = root / beside.lead_document.path
        text, block = file.read_text(encoding="utf-8"), beside.lead[key]
        word = max(re.findall(r"(?<![\w:/-])[a-z]{3,}(?![\w:/-])", re.sub(r"\]\([^)]*\)", "", block.text)), key=len)
        line = block.place.line - 1 if block.path else len(text[: text.rindex(word)].split("\n")) - 1
        lines = text.split("\n")
        at = next(
            number for number in range(line, len(lines)) if re.search(rf"(?<![\w:/-]){word}(?![\w:/-])", lines[number])
        )
        lines[at] = re.sub(rf"(?<![\w:/-]){word}(?![\w:/-])", f"{word}x", lines[at], count=1)
        file.write_text("\n".join(lines), encoding="utf-8")
        expected.append(f"{beside.document.path}#{key}")
    assert len(expected) > 25
    assert sorted(behind(root)) == sorted(expected)


def test_what_is_about_safety_is_told() -> None:
    bag = whole_bag()
    grave = {beside.file for beside in in_step(bag).files["nl"] if beside.is_safe_matter}
    assert {
        "reference/danger-signs.yml",
        "reference/contacts.yml",
        "docs/duties/violence-and-reporting.md",
        "quizzes/mood-and-crisis.yml",
        "guides/safety-at-home.yml",
    } <= grave
    assert all(
        pair.risk == SAFETY for beside in in_step(bag).files["nl"] if beside.is_safe_matter for pair in beside.pairs
    )
