"""The reference of everything an author can write, printed from the models, the options and the rules: `manual/reference.md`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tas.check.manual import options
from tas.check.rules import RULES
from tas.kinds import FOLDERS, PAGES
from tas.model.base import Model
from tas.model.page import Page
from tas.read.schemas import MODELS

HOME = {
    "quiz": "quizzes/<edition>/*.yml",
    "guide": "guides/<edition>/*.yml",
    "session": "training/<edition>/*.yml",
    "codes": "reference/codes.yml",
    "media": "docs/<edition>/media/*.yml",
}
ID, PAGE = r"^[a-z0-9]+(-[a-z0-9]+)*$", "^[a-z0-9][a-z0-9/-]*"
Schema = dict[str, Any]


def reference() -> str:
    """Markdown, as it is kept in the manual; a test holds it fresh."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Printed from the models, the options and the rules (`tests/engine/test_reference.py` keeps it so). What a field may hold is checked as it stands here, and told at its line."
    yield from (
        "",
        "## Options in mkdocs.yml",
        "",
        "Below `- tas:` in `plugins`; what stands in brackets holds where nothing is said.",
        "",
    )
    for name, default, said in options():
        yield f"- `{name}`{f' ({default})' if default else ''}: {said}"
    yield from ("", "## Pages", "", "Every page, in its front matter:", "")
    yield from _table(Page.model_json_schema(), {})
    for kind in [*FOLDERS.values(), *PAGES.values()]:
        if kind.model is not Page:
            where = f"docs/<edition>/{kind.id}{'/*' if kind.id in FOLDERS else ''}.md"
            yield from ("", f"### `{where}`", "", "Besides:", "")
            yield from _file(kind.model, Page.model_fields)
    yield from ("", "## Files")
    for name, model in MODELS.items():
        yield from ("", f"### `{HOME.get(name, f'reference/<edition>/{name}.yml')}`", "")
        yield from _file(model, {})
    yield from ("", "## Rules", "", "| Rule | Level | What it holds |", "|---|---|---|")
    for rule in RULES:
        yield f"| `{rule.ID}` | {rule.LEVEL} | {_cell((rule.__doc__ or '').strip().splitlines()[0])} |"


def _file(model: type[Model], known: Any) -> Iterator[str]:
    """Its own fields, then those of each part that it is made of."""
    schema = model.model_json_schema()
    yield from _table(schema, known)
    for name, part in schema.get("$defs", {}).items():
        if "properties" in part:
            yield from ("", f"**{name}**. {_cell(part.get('description', ''))}".rstrip(), "")
            yield from _table(part, {})


def _table(schema: Schema, known: Any) -> Iterator[str]:
    yield from ("| Field | Holds | Needed |", "|---|---|---|")
    for name, field in schema["properties"].items():
        if name not in known:
            said = f" {_cell(field['description'])}" if "description" in field else ""
            yield f"| `{name}` | {_form(field)}{'.' if said else ''}{said} | {'yes' if name in schema.get('required', ()) else ''} |"


def _form(field: Schema) -> str:
    """What a field may hold, in words."""
    if "$ref" in field:
        return field["$ref"].rpartition("/")[2]
    if choices := [choice for choice in field.get("anyOf") or field.get("oneOf") or () if choice.get("type") != "null"]:
        return " or ".join(dict.fromkeys(_form(choice) for choice in choices))
    if "const" in field or "enum" in field:
        values = field["enum"] if "enum" in field else [field["const"]]
        return ", ".join(f"`{str(value).lower() if isinstance(value, bool) else value}`" for value in values)
    match field.get("type"):
        case "array":
            of = (
                _form(field["items"])
                if "items" in field
                else ", ".join(_form(item) for item in field.get("prefixItems", ()))
            )
            return f"list of {of}{_between(field.get('minItems'), field.get('maxItems'))}"
        case "object":
            named = next(iter(field.get("patternProperties", {}).values()), field.get("additionalProperties"))
            return f"{_form(named)} by name" if isinstance(named, dict) else "fields"
        case "string":
            return _text(field)
        case "boolean":
            return "`true` or `false`"
        case "integer" | "number":
            return f"number{_between(field.get('minimum'), field.get('maximum'))}"
    return "anything"


def _text(field: Schema) -> str:
    if field.get("format") == "date":
        return "day, as 2026-11-29"
    pattern = field.get("pattern", "")
    if pattern == ID:
        return "id (small letters, digits, dashes)"
    if pattern.startswith(PAGE):
        return "page or section, as duties/home-visits#steps" if "#" in pattern else "page, as duties/home-visits"
    if pattern:
        return f"text of the form `{_cell(pattern)}`"
    return f"text of at most {field['maxLength']} letters" if "maxLength" in field else "text"


def _between(least: float | None, most: float | None) -> str:
    if least and most:
        return f" ({least})" if least == most else f" ({least} to {most})"
    return f" (at least {least})" if least else f" (at most {most})" if most else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
