"""What every page carries in its front matter; its kind adds fields of its own (kinds/)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.model.base import Id, Line, Model, PageRef, Reviewed


class Page(Model):
    """What every page carries. `sensitive`: about violence or self-harm; easy to leave, and never kept in progress or history.

    `picture`: the pictogram on its card.
    """

    title: Line
    description: Annotated[Line, Field(max_length=200)]
    reviewed: Reviewed
    sources: tuple[Id, ...]
    next: Annotated[tuple[PageRef, ...], Field(max_length=4)] = ()
    sensitive: bool = False
    picture: Id | None = None
    only_here: Line | None = None
