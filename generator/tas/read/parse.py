"""A document's plain data -> a model, or a sentence for each thing that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from tas.problems import QUOTED, Problem, listed, quoted, visible
from tas.read.document import Document
from tas.read.yaml_data import Path_

M = TypeVar("M", bound=BaseModel)


def parse(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The model, or None and all that is wrong."""
    if document.data == {} and any(field.is_required() for field in model.model_fields.values()):
        return None, [document.problem((), "the file is empty; write its fields", "missing-field")]
    if not isinstance(document.data, dict):
        return None, [
            document.problem((), "the file must hold fields (key: value), not a single text or list", "wrong-type")
        ]
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        details = [
            detail
            for detail in map(dict[str, Any], error.errors(include_url=False))
            if not _counts_only_what_is_right(document, detail)
        ]
        missing = _missing(document, [detail for detail in details if detail["type"] == "missing"])
        return None, [
            *missing,
            *(_problem(document, model, detail) for detail in details if detail["type"] != "missing"),
        ]


def _counts_only_what_is_right(document: Document, detail: dict[str, Any]) -> bool:
    """A list is "too short" when entries of it are wrong, which has been said of each."""
    _, entries = _locate(document.data, detail["loc"])
    return detail["type"] == "too_short" and isinstance(entries, list) and len(entries) >= detail["ctx"]["min_length"]


def _missing(document: Document, details: list[dict[str, Any]]) -> list[Problem]:
    """One sentence for all the fields that one place lacks."""
    lacking: dict[Path_, list[str]] = {}
    for detail in details:
        path, _ = _locate(document.data, detail["loc"])
        lacking.setdefault(path, []).append(f'"{detail["loc"][-1]}"')
    return [
        document.problem(
            path,
            f"the field {names[0]} is missing; add it"
            if len(names) == 1
            else f"the fields {listed(names)} are missing; add them",
            "missing-field",
        )
        for path, names in lacking.items()
    ]


def _problem(document: Document, model: type[BaseModel], detail: dict[str, Any]) -> Problem:
    path, _ = _locate(document.data, detail["loc"])
    name = _name(detail["loc"])
    # An unknown field is part of its path; its neighbours are the fields of what holds it.
    known = _fields(model, path[:-1] if detail["type"] == "extra_forbidden" else path)
    sentence, rule = _sentence(detail, name, list(known))
    return document.problem(path, sentence, rule)


def _name(loc: tuple[str | int, ...]) -> str:
    """What a sentence calls it: its field, or an entry of the list in that field."""
    last = loc[-1] if loc else ""
    if last == "[key]":  # pydantic's word for the name itself
        last = loc[-3]
    if isinstance(last, int):
        field = next((part for part in reversed(loc) if isinstance(part, str)), "list")
        return visible(f"{field}, entry {last + 1}", QUOTED)
    return visible(last, QUOTED)


def _locate(data: Any, loc: tuple[str | int, ...]) -> tuple[Path_, Any]:
    """pydantic's location without what it adds (the tag of a union); with the last value that exists on the way."""
    path: Path_ = ()
    for part in loc:
        inside = (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if inside:
            data = data[part]
            path = (*path, part)
    return path, data


def _sentence(detail: dict[str, Any], name: str, known: list[str]) -> tuple[str, str]:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail.get("input")
    shown = _shown(value)
    match kind:
        case "extra_forbidden":
            near = get_close_matches(name, known, 1)
            hint = f'did you mean "{near[0]}"?' if near else f"the fields here are {listed(known)}"
            return f"{quoted(name)} is not a field here; {hint}", "unknown-field"
        case "string_type":
            if value is None:
                return f'"{name}" is empty; write its text', "wrong-type"
            repair = "write one text" if isinstance(value, list | dict) else "put it in quotes"
            return f'"{name}" must be a text, but is {shown}; {repair}', "wrong-type"
        case "string_too_short":
            return f'"{name}" is empty; write its text', "wrong-type"
        case "string_too_long" | "too_long" if isinstance(value, str):
            return f'"{name}" has {len(str(value))} characters; at most {context["max_length"]} fit', "too-long"
        case "string_pattern_mismatch":
            return f'"{name}" is {shown}, which is not in the right form; {_form(context["pattern"])}', "wrong-form"
        case "tuple_type" | "list_type":
            return f'"{name}" must be a list (one entry a line, each after a dash), but is {shown}', "wrong-type"
        case "too_short":
            return (
                f'"{name}" has {context["actual_length"]} of at least {context["min_length"]} entries; write more',
                "list-length",
            )
        case "too_long":
            return (
                f'"{name}" has {context["actual_length"]} entries; at most {context["max_length"]} are read',
                "list-length",
            )
        case "dict_type" | "model_type" | "model_attributes_type":
            return f'"{name}" must hold fields (key: value), but is {shown}', "wrong-type"
        case "literal_error" | "union_tag_invalid":
            expected = context.get("expected") or context.get("expected_tags")
            field = "type" if kind == "union_tag_invalid" else name
            given = _shown(context["tag"]) if kind == "union_tag_invalid" else shown
            said = str(expected).replace("True", "true").replace("False", "false")
            several = "one of " if " or " in said or "," in said else ""
            return f'"{field}" is {given}, but must be {several}{said}', "wrong-value"
        case "union_tag_not_found":
            return 'the field "type" is missing; it says what kind of item this is', "missing-field"
        case "bool_type" | "bool_parsing":
            return f'"{name}" must be true or false, but is {shown}', "wrong-type"
        case "float_type" | "float_parsing" | "finite_number":
            return f'"{name}" must be a number such as 2 or 37.5, but is {shown}', "wrong-type"
        case "int_type" | "int_parsing" | "int_from_float":
            return f'"{name}" must be a whole number, but is {shown}', "wrong-type"
        case "greater_than_equal":
            return f'"{name}" is {shown}; the least is {context["ge"]}', "wrong-value"
        case "less_than_equal":
            return f'"{name}" is {shown}; the most is {context["le"]}', "wrong-value"
        case "value_error":
            return str(context["error"]), "wrong-value"
    if kind.startswith("date"):
        return f'"{name}" is {shown}, which is not a day; write it as 2026-11-21', "wrong-form"
    return f'"{name}" is {shown}, which does not fit here ({visible(detail["msg"].lower(), 100)})', "wrong-value"


def _shown(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case list():
            return "a list"
        case dict():
            return "a group of fields"
    return f"the number {visible(str(value), QUOTED)}"


def _form(pattern: str) -> str:
    if pattern.startswith("^mailto:"):
        return "write mailto: and an address"
    if pattern.startswith("^[a-z]{2,3}(-"):
        return 'write the code of a language, such as "en" or "pt-BR"'
    if pattern.endswith(":[0-9]{1,5}$"):
        return "write a host and a port, such as 127.0.0.1:8000"
    if pattern.startswith("^#"):
        return 'write a colour as # and six digits or letters a to f, such as "#004d40"'
    if "https?" in pattern:
        return "write the whole address with https://"
    if "mailto" in pattern:
        return "write mailto: and an address, such as mailto:mistakes@example.org"
    if pattern.startswith("^[0-9]"):
        return "write digits, spaces and dashes only"
    if "/" in pattern:
        return "write a path such as duties/home-visits, without .md"
    return "write small letters, digits and dashes, such as home-visit"


def _fields(model: type[BaseModel], path: Path_) -> Iterator[str]:
    """The fields that are known at `path`: walk the models as the data walks."""
    models = [model]
    for part in path:
        if isinstance(part, str):
            models = [
                inner
                for outer in models
                if part in outer.model_fields
                for inner in _models_in(outer.model_fields[part].annotation)
            ]
    seen = dict.fromkeys(field.alias or name for inner in models for name, field in inner.model_fields.items())
    yield from seen


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
