"""A diagram as its author writes it: groups of entries. Its kind says how it is drawn; its words stay words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Id, Inline, Line, Model

Kind = Literal["calendar", "ladder", "map", "day"]
Picture = Literal[
    "pregnancy", "newborn", "baby", "toddler",
    "emergency", "clinic", "talk", "people", "desk", "shield", "house",
    "sunrise", "road", "sun", "moon",
]  # fmt: skip
"""A line drawing of that name in templates/diagram/pictures/."""


class Entry(Model):
    """One stop, rung or service; the label is what the eye looks for: a time, an age, a name."""

    label: Line | None = None
    text: Inline


class Group(Model):
    """Entries that belong together, under one picture: one of these, or a pictogram by its key. In a map the first group stands in the middle."""

    title: Line
    picture: Picture | Id
    entries: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=7)]


class Diagram(Model):
    """Something that people would rather look at than read; pages place it with `[](diagram:<id>)`."""

    id: Id
    kind: Kind
    title: Line
    note: Inline | None = None
    groups: Annotated[tuple[Group, ...], Field(min_length=3, max_length=8)]


class DiagramsFile(Model):
    """`diagrams.yml`"""

    diagrams: tuple[Diagram, ...]
