"""The profile of a fit quiz: scales to answer on, subscales with their bands, and what to look at next. A mirror, never a verdict."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tas.model.base import Id, Line, Model, PageRef
from tas.model.items.likert import STEPS

Part = Literal["tasks", "conditions", "knowledge"]
"""Liking the tasks, accepting the conditions, knowing the job: never mixed in one result."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=28)]
BAND_IDS = ("low", "middle", "high")


class Scale(Model):
    """The five labels of a likert answer, from least to most."""

    id: Id
    labels: Annotated[tuple[Label, ...], Field(min_length=STEPS, max_length=STEPS)]


class Band(Model):
    """What a sum of points from `from` to `to` (both included) says, and what to do with it."""

    id: Literal["low", "middle", "high"]
    from_: Annotated[int, Field(alias="from", ge=0)]
    to: Annotated[int, Field(ge=0)]
    text: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    next_step: Annotated[str, StringConstraints(min_length=1, max_length=240)]
    ask: Annotated[
        tuple[Annotated[str, StringConstraints(min_length=1, max_length=200)], ...], Field(min_length=1, max_length=3)
    ]


class Subscale(Model):
    """One trait, in one part, with its page and its three bands."""

    id: Id
    title: Line
    part: Literal["tasks", "conditions"]
    page: PageRef
    about: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    bands: Annotated[tuple[Band, ...], Field(min_length=3, max_length=3)]
    neighbours: Annotated[tuple[Id, ...], Field(max_length=2)] = ()


class BandTitles(Model):
    """How near it is to the reader now; never a grade."""

    low: Line
    middle: Line
    high: Line


class Neighbour(Model):
    """Work near this one."""

    profession: Id
    text: Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Profile(Model):
    """`profile:` of a quiz."""

    about: Annotated[str, StringConstraints(min_length=1, max_length=600)]
    seconds: Annotated[int, Field(ge=1, le=10)] = 2
    scales: Annotated[tuple[Scale, ...], Field(min_length=1)]
    band_titles: BandTitles
    subscales: Annotated[tuple[Subscale, ...], Field(min_length=1)]
    neighbours: Annotated[tuple[Neighbour, ...], Field(min_length=1, max_length=6)]
