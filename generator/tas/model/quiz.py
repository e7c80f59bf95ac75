"""A quiz: sections that hold their items, or draw them from knowledge that already has a home."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from tas.model.base import Id, Inline, Line, Model, Reviewed
from tas.model.checked import Checkable
from tas.model.items import Item
from tas.model.profile import Part, Profile

ShortTitle = Annotated[str, StringConstraints(min_length=1, max_length=70)]


class Section(Model):
    """Either `items` or `draw`; the fields from `stem` on say what `draw: scope` draws (see `draws.py`)."""

    id: Id
    title: ShortTitle
    intro: Inline | None = None
    part: Part | None = None
    items: Annotated[tuple[Item, ...], Field(min_length=1)] | None = None
    draw: Literal["misconceptions", "scope"] | None = None
    stem: Inline | None = None
    count: Annotated[int, Field(ge=1, le=40)] | None = None
    professions: Annotated[tuple[Id, ...], Field(min_length=2)] | None = None
    groups: tuple[Id, ...] | None = None
    seed: int = 1

    @model_validator(mode="after")
    def _one_of_both(self) -> Section:
        if (self.draw is None) == (self.items is None):
            raise ValueError("a section has either its own `items` or a `draw`, one of the two")
        if self.draw == "scope" and "{task}" not in (self.stem or ""):
            raise ValueError("`draw: scope` needs a `stem` with {task} in it, the place of the task's text")
        if self.draw != "scope" and (self.stem or self.count or self.professions or self.groups):
            raise ValueError("`stem`, `count`, `professions` and `groups` belong to `draw: scope`; remove them")
        return self


class Quiz(Checkable):
    """One file in quizzes/<edition>/. With a `profile` it is a mirror (fit), without one it asks what you know.

    `sensitive`: about violence or self-harm, and never kept in progress or history. `salt`: tells its group codes from those of another quiz.
    """

    title: ShortTitle
    description: Annotated[Line, Field(max_length=200)]
    reviewed: Reviewed
    intro: Inline
    profile: Profile | None = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1, max_length=12)]
    sensitive: bool = False
    pass_mark: Annotated[
        int,
        Field(ge=1, le=100, description="Right answers in a hundred from which a learning platform calls it passed."),
    ] = 80
    salt: Annotated[int, Field(ge=0, le=99)] = 0
    only_here: Line | None = None
