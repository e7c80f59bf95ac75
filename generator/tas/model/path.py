"""The path of a learner: stations in order, each some pages and a quiz."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.model.base import Id, Line, Model, PageRef


class Station(Model):
    """One stop of the path. A page is done by the questions at its end, the station by its pages and its quiz."""

    id: Id
    title: Line
    pages: Annotated[tuple[PageRef, ...], Field(min_length=1)]
    quiz: Id


class PathFile(Model):
    """`path.yml`"""

    stations: Annotated[tuple[Station, ...], Field(min_length=1)]
