"""The reference in the manual is what the models, options and rules say now."""

from __future__ import annotations

from kit import ROOT
from tas.check.reference import reference
from tas.check.rules import RULES
from tas.read.options import Options


def test_it_is_fresh(update_goldens: bool) -> None:
    file = ROOT / "manual/reference.md"
    if update_goldens:
        file.write_text(reference(), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == reference(), "pytest tests/engine/test_reference.py --update-goldens"


def test_it_names_everything() -> None:
    text = reference()
    assert all(f"| `{rule.ID}` |" in text for rule in RULES)
    assert all(f"- `{name}" in text for name in Options.model_fields)
    assert "| anything" not in text and "| fields" not in text
    for words in (
        "`quizzes/<edition>/*.yml`",
        "`docs/<edition>/duties/*.md`",
        "`reference/<edition>/danger-signs.yml`",
    ):
        assert words in text
