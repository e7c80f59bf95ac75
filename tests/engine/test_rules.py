"""Each content rule against tests/engine/rules/<id>.yml: what it lets pass, what it reports; and that every rule is what its ID says."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import overlay
import pytest
import tas.check.rules as rules
from tas.problems import LEVELS

FOLDER = Path(__file__).parent / "rules"
IDS = [rule.ID for rule in rules.RULES]


@pytest.mark.parametrize("rule", rules.RULES, ids=IDS)
def test_what_is_right_passes(rule, tiny: Path) -> None:
    overlay.apply(tiny, overlay.read(FOLDER / f"{rule.ID}.yml")["pass"])
    assert overlay.problems(tiny) == []


@pytest.mark.parametrize("rule", rules.RULES, ids=IDS)
def test_what_is_wrong_is_reported(rule, tiny: Path, update_goldens: bool, monkeypatch) -> None:
    monkeypatch.setattr("tas.check.RULES", (rule,))
    file = FOLDER / f"{rule.ID}.yml"
    case = overlay.read(file)
    overlay.apply(tiny, case["fail"])
    # A catalogue's lines move with every new word; what is told of them does not.
    said = [re.sub(r"\.po:\d+:", ".po:1:", line) for line in overlay.problems(tiny) if line.endswith(f"({rule.ID})")]
    if update_goldens:
        case["fail"]["expect"] = said
        overlay.write(file, case)
    assert said, f"{rule.ID} reports nothing"
    assert said == case["fail"].get("expect"), "if right: ./tas test tests/engine/test_rules.py --update-goldens"


@pytest.mark.parametrize("rule", rules.RULES, ids=IDS)
def test_a_rule_is_named_documented_and_has_a_level(rule) -> None:
    assert rule.__name__.rpartition(".")[2] == rule.ID.replace("-", "_")
    assert "\nPasses: " in rule.__doc__ and "\nFails: " in rule.__doc__
    assert rule.LEVEL in LEVELS


def test_every_rule_file_is_registered() -> None:
    files = {module.name for module in pkgutil.iter_modules(rules.__path__)}
    assert files == {rule.ID.replace("-", "_") for rule in rules.RULES}


def test_a_level_can_be_set_in_the_configuration(tiny: Path, edit) -> None:
    edit(
        "reference/id/sources.yml",
        "sources:\n",
        "sources:\n  - id: other\n    title: Other\n    by: Us\n    grade: C\n    url: https://example.org/other\n",
    )
    assert [line for line in overlay.problems(tiny) if "warning" in line and "unused-source" in line]
    edit("mkdocs.yml", "  - tas\n", "  - tas:\n      levels:\n        unused-source: error\n")
    assert [line for line in overlay.problems(tiny) if "error" in line and "unused-source" in line]
    edit("mkdocs.yml", "unused-source: error", "unused-source: 'off'")
    assert overlay.problems(tiny) == []
