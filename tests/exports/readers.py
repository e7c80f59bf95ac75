"""Exports as their consumers read them, as the questions of `source.py`."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from source import Question, shown

TOOLS = Path(__file__).parents[1] / "tools"


def node(script: str, given: bytes) -> Any:
    """What a script beside this file says, as JSON."""
    if not (TOOLS / "node_modules/gift-pegjs").is_dir():
        pytest.skip("the tools of tests/tools are not installed; ./tas test installs them")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name(script))], input=given, capture_output=True, check=False, cwd=TOOLS
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)


def of_gift(content: bytes, code: str) -> dict[str, Question]:
    return {made.id: made for entry in node("read_gift.js", content) if (made := _of_gift(entry, code))}


def _of_gift(entry: dict[str, Any], code: str) -> Question | None:
    if entry["type"] == "Category":
        return None
    made = Question(_own(entry["id"], code), shown(entry["stem"]["text"]))
    if entry["type"] == "Matching":
        for pair in entry["matchPairs"]:
            if pair["subquestion"]["text"]:
                made.pairs[shown(pair["subquestion"]["text"])] = _unescaped(pair["subanswer"])
        made.whys = [shown((entry["globalFeedback"] or {}).get("text", ""))]
        return made
    for choice in entry["choices"]:
        text, weight = choice["text"], choice["weight"]
        why = shown((choice["feedback"] or {}).get("text", ""))
        if entry["type"] == "MC":
            share = float(weight if weight is not None else 100 * choice["isCorrect"])
            made.options[shown(text["text"])] = (share, why)
        elif entry["type"] == "Numerical":
            made.typed[f"{text['number']:g}"] = (float(weight), why)
        else:
            made.typed[text["text"].replace(r"\*", "*")] = (float(weight), why)
    made.several = any(share < 0 for share, _ in made.options.values())
    return made


def _unescaped(text: str) -> str:
    """This parser takes back what was escaped everywhere but here; Moodle does it here too. An arrow has no other way to be text."""
    text = text.replace("→", "->")
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), text)


def of_moodle(content: bytes, code: str) -> dict[str, Question]:
    return {made.id: made for made in map(lambda one: _of_moodle(one, code), _moodle(content))}


def _moodle(content: bytes) -> Iterator[etree._Element]:
    root = etree.fromstring(content)
    assert root.tag == "quiz"
    yield from (one for one in root if one.get("type") != "category")


def _of_moodle(one: etree._Element, code: str) -> Question:
    made = Question(_own(one.findtext("idnumber"), code), shown(one.findtext("questiontext/text")))
    kind = one.get("type")
    if kind == "matching":
        for pair in one.iter("subquestion"):
            if pair.findtext("text"):
                made.pairs[shown(pair.findtext("text"))] = pair.findtext("answer/text")
    elif kind == "ordering":
        made.order = [shown(answer.findtext("text")) for answer in one.iter("answer")]
    if kind in ("matching", "ordering"):
        made.whys = [shown(one.findtext("generalfeedback/text"))]
        return made
    for answer in one.iter("answer"):
        text, share = answer.findtext("text"), float(answer.get("fraction"))
        why = shown(answer.findtext("feedback/text"))
        if kind == "multichoice":
            made.options[shown(text)] = (share, why)
        else:
            made.typed[text.replace(r"\*", "*")] = (share, why)
    made.several = one.findtext("single") == "false"
    return made


def of_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _own(name: str, code: str) -> str:
    """`nl-first-visit` -> `first-visit`"""
    assert name.startswith(f"{code}-"), name
    return name.removeprefix(f"{code}-")


def of_perseus(content: bytes) -> dict[str, Question]:
    """Item of Kolibri -> question; the whys are its hints."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        index = json.loads(packed.read("exercise.json"))
        for name in index["all_assessment_items"]:
            found[name] = _of_perseus(name, json.loads(packed.read(f"{name}.json")))
    return found


def _of_perseus(name: str, item: dict[str, Any]) -> Question:
    lines = item["question"]["content"].split("\n\n")
    widgets = item["question"]["widgets"]
    assert all(f"[[☃ {widget}]]" in item["question"]["content"] for widget in widgets)
    made = Question(name, _unmarked(lines[0]), whys=[_unmarked(hint["content"]) for hint in item["hints"]])
    for number, (widget, told) in enumerate(widgets.items(), 1):
        options = told["options"]
        if widget == "radio 1":
            made.options = {
                _unmarked(one["content"]): (100.0 * one["correct"], _unmarked(one["clue"]))
                for one in options["choices"]
            }
        elif widget == "sorter 1":
            made.order = [_unmarked(step) for step in options["correct"]]
        elif widget.startswith("dropdown"):
            (key,) = [one["content"] for one in options["choices"] if one["correct"]]
            made.pairs[_unmarked(lines[number].partition("  [[☃")[0])] = key
    return made


def _unmarked(text: str) -> str:
    """As Markdown shows it: every sign was escaped."""
    assert not re.search(r"(?<!\\)[*_$<\[`]", re.sub(r"\\.", "", text)), text
    return re.sub(r"\\(.)", r"\1", text)
