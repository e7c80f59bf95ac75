"""JSON Schemas for editors, printed from the models: what an editor underlines is what the check would say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tas.model.base import Model
from tas.model.codes import CodesFile
from tas.model.guide import Guide
from tas.model.media import MediaNote
from tas.model.quiz import Quiz
from tas.model.reference import REFERENCE_FILES
from tas.model.session import Session

MODELS: dict[str, type[Model]] = {
    "quiz": Quiz,
    "guide": Guide,
    "session": Session,
    **REFERENCE_FILES,
    "codes": CodesFile,
    "media": MediaNote,
}


def schemas() -> dict[str, dict[str, Any]]:
    """Name -> schema (JSON Schema 2020-12)."""
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        for name, model in MODELS.items()
    }


def write_schemas(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(
            json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
        )
