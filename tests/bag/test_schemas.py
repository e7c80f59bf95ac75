"""The JSON Schemas for editors say what the models say, and the project's own content passes them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from kit import ROOT
from tas.read.schemas import schemas as made_schemas
from tas.read.source import read_yaml

schemas = cache(made_schemas)

FOLDERS = {"quiz": "quizzes", "guide": "guides"}
FILES = [
    (name, file)
    for name in schemas()
    for file in sorted(
        (ROOT / FOLDERS[name]).rglob("*.yml") if name in FOLDERS else (ROOT / "reference").rglob(f"{name}.yml")
    )
]


@pytest.mark.parametrize("name", schemas())
def test_the_committed_schema_is_the_models_own(name: str) -> None:
    committed = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    assert committed == schemas()[name], "run ./tas schemas"


@pytest.mark.parametrize(
    ("name", "file"), FILES, ids=lambda value: value if isinstance(value, str) else "/".join(value.parts[-3:])
)
def test_content_passes_its_schema_and_names_it(name: str, file: Path) -> None:
    jsonschema.Draft202012Validator(schemas()[name]).validate(read_yaml(file, file.name).data)
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    up = "../" * len(file.parent.relative_to(ROOT).parts)
    assert first == f"# yaml-language-server: $schema={up}schemas/{name}.json"


def test_a_schema_sees_a_misspelt_field() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"terms": [{"id": "a", "term": "b", "meening": "c"}]}, schemas()["glossary"])


def test_editors_are_told_which_schema_is_whose() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(settings) == {f"schemas/{name}.json" for name in schemas()}
