"""The ground of every model: frozen, closed to unknown fields, with the few kinds of text an author writes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Model(BaseModel):
    """Unknown fields are errors: a misspelt key must never be dropped in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
"""kebab-case, English and neutral: the same in every edition."""

LONGEST_LINE = 200


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("a text of one line has a line break; write it on one line")
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise ValueError("nothing of this text can be seen; write it")
    if len(text) > LONGEST_LINE:
        raise ValueError(f"a text of one line has {len(text)} letters; at most {LONGEST_LINE} fit")
    return text


Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
"""Plain text on one line, shown as it stands (titles, names)."""

Inline = Annotated[str, StringConstraints(min_length=1)]
"""Inline Markdown: emphasis and links, also with the schemes `term:`, `source:`, `contact:` and `page:`."""

PageRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*$")]
"""A page by its path below docs/<edition>/, without `.md`."""

SectionRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9/-]*(#[a-z0-9-]+)?$")]
"""A page and, after `#`, one of its sections."""

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
"""As it stands in YAML, without quotes: 2 or 37.5."""


def _day(value: object) -> object:
    """A number would be taken for the seconds since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and "-" in value):
        return value
    raise PydanticCustomError("date_type", "not a day")


Day = Annotated[date, BeforeValidator(_day)]

Reviewed = Annotated[Day, Field(description="The day on which the text was last checked against its sources.")]
