"""A quiz: sections that hold their items, or draw them from knowledge that already has a home."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.items import Item
from generator.model.base import Id, Inline, Line, Model, Reviewed


class Section(Model):
    """Either `items` or `draw`."""

    id: Id
    title: Line
    draw: Literal["misconceptions"] | None = None
    items: Annotated[tuple[Item, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Section:
        if (self.draw is None) == (self.items is None):
            raise ValueError("a section has either its own `items` or a `draw`, one of the two")
        return self


class Quiz(Model):
    """One file in quizzes/<edition>/."""

    title: Line
    description: Line
    reviewed: Reviewed
    intro: Inline
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    only_here: Line | None = None
