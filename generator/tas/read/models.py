"""A document's data as a model, with the words of the danger signs in it: made once for the same data and signs, by this run or an earlier one."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tas.model.base import Model
from tas.problems import Problem
from tas.read.document import Document
from tas.read.known import Known
from tas.read.parse import parse
from tas.read.signs import with_signs

M = TypeVar("M", bound=Model)
MODEL = "model"


def model_of(document: Document, model: type[M], signs: dict[str, str], known: Known) -> tuple[M | None, list[Problem]]:
    """The model, or None and all that is wrong. `signs`: `group/id` of a sign -> its words."""
    before = document.kept.get(MODEL)
    if before is None or before[0] != signs:
        before = document.kept[MODEL] = signs, *known.model(document, model, signs, _parsed)
    return before[1:]


def _parsed(document: Document, model: type[M], signs: dict[str, str]) -> tuple[M | None, list[Problem]]:
    return parse(replace(document, data=with_signs(document.data, signs)) if signs else document, model)
