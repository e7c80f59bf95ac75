"""A home-visit guide: what to do at one door, in the order in which it is needed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.model.base import Id, Inline, Line, Model, Reviewed
from tas.model.checked import Checkable

# At most nine items a list, one action an item: more is not read in a doorway.
Actions = Annotated[tuple[Inline, ...], Field(min_length=3, max_length=9)]


class Question(Model):
    """Asked at the visit, as it is said there."""

    id: Id
    text: Inline


class Questions(Model):
    """In the order in which they are asked. An open one has a line to write on; the others have a box for yes, no and not known.

    A block has one direction: in `yes_is_good` every yes is good news, in `alone`, asked when nobody else can hear it, a yes calls for help.
    """

    open: Annotated[tuple[Question, ...], Field(min_length=1, max_length=3)] = ()
    yes_is_good: Annotated[tuple[Question, ...], Field(max_length=7)] = ()
    alone: Annotated[tuple[Question, ...], Field(max_length=6)] = ()

    @property
    def boxed(self) -> tuple[Question, ...]:
        return self.yes_is_good + self.alone

    @property
    def all(self) -> tuple[Question, ...]:
        return self.open + self.boxed


class FamilySide(Model):
    """One page in plain words that stays with the family.

    A point that ends with a colon is finished by hand: it has a line to write on.
    """

    title: Line
    intro: Inline
    points: Annotated[tuple[Inline, ...], Field(min_length=3, max_length=7)]
    call: Annotated[tuple[Id, ...], Field(min_length=1)]


class Referral(Model):
    """The slip that goes along; neutral words only, for a relative may read it."""

    reasons: Annotated[tuple[Line, ...], Field(min_length=3, max_length=6)]
    urgency: Annotated[tuple[Line, ...], Field(min_length=2, max_length=3)]


class Guide(Checkable):
    """One visit, one guide; a part that a bag does not use is left out. `visits`: whom it is about, in the words of the danger groups' `for`; `danger_signs`: groups, in this order."""

    code: Line
    title: Line
    subtitle: Line
    reviewed: Reviewed
    audience: Line
    family: Line
    when: Inline
    duration: Line
    goal: Inline
    before_you_go: Actions = ()
    at_the_door: Actions = ()
    visits: Annotated[tuple[Id, ...], Field(min_length=1)] = ()
    danger_signs: Annotated[tuple[Id, ...], Field(min_length=1)] = ()
    questions: Questions = Questions()
    observe: Actions = ()
    explain: Actions = ()
    not_yours: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)] = ()
    agreements: Annotated[int, Field(ge=2, le=10, description="Number of writing lines.")] | None = None
    notes: Annotated[int, Field(ge=2, le=14, description="Number of writing lines.")] | None = None
    family_side: FamilySide | None = None
    referral: Referral | None = None
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    only_here: Line | None = None
