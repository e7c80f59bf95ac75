"""A training session: what a trainer does with a group, minute by minute, and a role-play whose cards keep their secrets."""

from __future__ import annotations

from itertools import accumulate
from typing import Annotated, Self

from pydantic import Field, model_validator

from tas.model.base import Id, Inline, Line, Model, Reviewed, SectionRef
from tas.model.checked import Checkable

Lines = Annotated[tuple[Inline, ...], Field(min_length=1, max_length=6)]
MADE = ("guide", "observation", "family_sheet", "quiz", "flashcards")
"""What can be printed, by the field that names it."""


class Step(Model):
    """What happens, and in which way; `needs`: what lies ready for it."""

    minutes: Annotated[int, Field(ge=1, le=120)]
    what: Inline
    how: Inline
    needs: Inline | None = None


class Printed(Model):
    """One paper of this bag, named by its key: a `guide`, the `observation` sheet or the `family_sheet` of a guide, a `quiz`, the `flashcards`
    of a group of danger signs. `many`: how many of it, in words."""

    guide: Id | None = None
    observation: Id | None = None
    family_sheet: Id | None = None
    quiz: Id | None = None
    flashcards: Id | None = None
    many: Line

    @model_validator(mode="after")
    def _names_one_paper(self) -> Self:
        if sum(getattr(self, made) is not None for made in MADE) != 1:
            raise ValueError(
                f"an entry under print names one paper; write one of {', '.join(MADE)}, and an entry for each other"
            )
        return self

    @property
    def made(self) -> str:
        """Which of `MADE` it is."""
        return next(made for made in MADE if getattr(self, made) is not None)

    @property
    def key(self) -> str:
        return str(getattr(self, self.made))


class Secret(Model):
    """What this one alone knows, and when it may be said."""

    when: Line
    says: Lines


class Role(Model):
    """One card, read only by who plays it. `name` and `who` are for everybody, all else is on this card alone."""

    id: Id
    name: Line
    who: Line
    picture: Id | None = None
    knows: Lines
    plays: Lines
    secret: Secret | None = None
    first_words: Inline | None = None


class Observer(Model):
    """Who plays nobody: what to tick, and whom to ask first afterwards."""

    ticks: Annotated[tuple[Inline, ...], Field(min_length=3, max_length=8)]
    afterwards: Inline


class RolePlay(Model):
    """`scene`: what everybody may know. `stop`: how anybody ends the play at once, at the foot of every card."""

    scene: Lines
    stop: Annotated[Line, Field(max_length=60)]
    roles: Annotated[tuple[Role, ...], Field(min_length=2, max_length=4)]
    observer: Observer


class Talk(Model):
    """A question for the talk after the role-play, and what a trainer hopes to hear."""

    ask: Inline
    hear: Inline


class Session(Checkable):
    """`minutes`: of all steps together. `group`: for how many. `read`: pages to know beforehand; `stations`: of the learner's path to which it belongs."""

    code: Line
    title: Line
    reviewed: Reviewed
    minutes: Annotated[int, Field(ge=15, le=480)]
    group: Line
    aim: Inline
    outcomes: Annotated[tuple[Inline, ...], Field(min_length=2, max_length=4)]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=9)]
    print: Annotated[tuple[Printed, ...], Field(max_length=8)] = ()
    bring: Annotated[tuple[Inline, ...], Field(max_length=6)] = ()
    care: Annotated[tuple[Inline, ...], Field(min_length=2, max_length=6)]
    role_play: RolePlay
    talk: Annotated[tuple[Talk, ...], Field(min_length=2, max_length=6)]
    read: Annotated[tuple[SectionRef, ...], Field(max_length=4)] = ()
    stations: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    sources: tuple[Id, ...] = ()
    only_here: Line | None = None

    @property
    def timed(self) -> tuple[tuple[int, int, Step], ...]:
        """(from, to, step), in minutes from the beginning."""
        ends = accumulate(step.minutes for step in self.steps)
        return tuple((end - step.minutes, end, step) for end, step in zip(ends, self.steps, strict=True))
