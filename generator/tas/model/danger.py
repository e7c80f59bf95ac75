"""Danger signs: what a lay person sees or feels first, how urgent it is, and whom to call. Each sign is written here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from tas.model.base import Id, Inline, Line, Model
from tas.model.checked import Checkable
from tas.model.media import PictureRef

Urgency = Literal["emergency", "now", "today"]
URGENCIES = ("emergency", "now", "today")
"""The most urgent first."""


class Sign(Model):
    """One sign. `limit` is a number as a nurse or the family measures it; `first` what to do before anything else.

    `picture`: its pictogram or a drawing of your own with its `alt`, or `no_picture`: why a drawing of it would mislead; `poster`: puts it on the poster of its group, in two to five words beside the picture.
    """

    id: Id
    text: Annotated[str, StringConstraints(min_length=1, max_length=90)]
    urgency: Urgency
    age: Line | None = None
    limit: Inline | None = None
    picture: PictureRef | None = None
    alt: Line | None = None
    no_picture: Line | None = None
    poster: Annotated[str, StringConstraints(min_length=1, max_length=36)] | None = None
    first: Inline | None = None
    call: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    unsourced: bool = False

    @model_validator(mode="after")
    def _drawn_or_not(self) -> Sign:
        if self.picture and self.no_picture:
            raise ValueError("a sign has either a `picture` or a reason for `no_picture`; remove one of the two")
        return self


Block = tuple[str | None, tuple[Sign, ...]]
"""(age, signs): what stands together, under the age where there is one."""


class Level(Model):
    """What to do at one urgency, and whom to call, in the order to try."""

    urgency: Urgency
    act: Inline
    call: tuple[Id, ...] = ()

    @property
    def call_besides(self) -> tuple[str, ...]:
        """Whom to call that `act` has not named already."""
        return tuple(contact for contact in self.call if f"(contact:{contact})" not in self.act)


class DangerGroup(Checkable):
    """The signs of one kind of person or place. `for`: whom a visit must be about for the group to belong to it.

    `wall`: may hang on a wall and stand on the sheet that a family keeps. `first_steps`: every sign says what to do first. `purse`: the
    card on which its most urgent signs stand, such as `mother`; groups with the same name share one.
    """

    id: Id
    title: Line
    for_: Annotated[tuple[Id, ...], Field(alias="for")]
    wall: bool = True
    purse: Id | None = None
    first_steps: bool = False
    note: Inline | None = None
    levels: Annotated[tuple[Level, ...], Field(min_length=1, max_length=3)]
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]

    def by_urgency(self) -> Iterator[tuple[Level, tuple[Block, ...]]]:
        """Each level with its signs, the most urgent first. Every urgency that occurs has its level: a rule sees to that."""
        for level in sorted(self.levels, key=lambda level: URGENCIES.index(level.urgency)):
            signs = [sign for sign in self.signs if sign.urgency == level.urgency]
            ages = sorted(dict.fromkeys(sign.age for sign in signs), key=bool)  # what holds at any age comes first
            yield level, tuple((age, tuple(sign for sign in signs if sign.age == age)) for age in ages)

    def on_poster(self) -> Iterator[tuple[Level, tuple[Sign, ...]]]:
        """The same for the selection that a poster draws, without the ages; nothing for a group that may not hang on a wall."""
        for level, blocks in self.by_urgency() if self.wall else ():
            chosen = tuple(sign for _, signs in blocks for sign in signs if sign.poster)
            if chosen:
                yield level, chosen

    @property
    def sources(self) -> tuple[str, ...]:
        """Those behind the signs, each once."""
        return tuple(dict.fromkeys(name for sign in self.signs for name in sign.sources))

    @property
    def call(self) -> tuple[str, ...]:
        """All whom one may have to call, those of the most urgent level first."""
        named = (*(level.call for level in self.levels), *(sign.call for sign in self.signs))
        return tuple(dict.fromkeys(name for names in named for name in names))


class DangerSignsFile(Model):
    """`danger-signs.yml`"""

    groups: tuple[DangerGroup, ...]
