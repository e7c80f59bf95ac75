"""Words of distress, which the search answers before all else; and corrections, which a reader of an older copy must know."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.model.base import Day, Id, Inline, Line, Model, SectionRef
from tas.model.checked import Checkable


class Topic(Checkable):
    """What somebody in distress types; whom to call, in the order to try; and the page that tells more.

    `words` count wherever they stand in a question; `alone` only as the whole of it, stop words aside: they are words of ordinary questions too.
    """

    id: Id
    title: Line
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    alone: tuple[Line, ...] = ()
    call: Annotated[tuple[Id, ...], Field(min_length=1)]
    page: SectionRef
    foot: Inline | None = None
    sensitive: bool = False
    sources: tuple[Id, ...] = ()


class DistressFile(Model):
    """`distress.yml`"""

    topics: tuple[Topic, ...]


class Correction(Model):
    """What was wrong in safety content until that day, and what holds now."""

    id: Id
    date: Day
    page: SectionRef
    text: Inline


class CorrectionsFile(Model):
    """`corrections.yml`"""

    corrections: tuple[Correction, ...]
