"""The note beside a file of `media/`: whose it is, under which licence, who agreed to be shown, and what a sound says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tas.model.base import Line, Model

PictureRef = Annotated[str, StringConstraints(pattern=r"^(media:[a-z0-9-]+\.[a-z]+|[a-z0-9]+(-[a-z0-9]+)*)$")]
"""A pictogram by its id, or a picture of the author's own, as `media:knock.jpg`."""

OWN = "media:"


class MediaNote(Model):
    """`media/knock.yml` beside `media/knock.jpg`."""

    by: Annotated[Line, Field(description="Who made it, as it is told beneath it.")]
    licence: Annotated[Line, Field(description="Under which it may be handed on, such as CC BY 4.0.")]
    source: Annotated[Line | None, Field(description="Where it was found: an address, or words.")] = None
    consent: Annotated[
        Literal["yes", "nobody"] | None,
        Field(
            description="Of a photo or a sound: `yes` when everyone who can be recognised has agreed to be shown here, `nobody` when nobody can be recognised."
        ),
    ] = None
    transcript: Annotated[
        str | None,
        StringConstraints(min_length=20, max_length=20_000),
        Field(description="All that a sound says, in plain text; an empty line begins a paragraph."),
    ] = None
