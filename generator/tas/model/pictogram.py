"""Pictograms: the drawings that the package brings, and what an edition says of each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from tas.model.base import Id, Line, Model


class Drawing(Model):
    """A file of assets/pictograms/. `alone`: may stand without its word; `mono`: has a twin for paper in one colour;
    `sign`: a danger sign, of which a page may show sixty; the others come a few at a time.

    `icon` and `sha256`: its name in Health Icons (MIT) and the checksum of the copy; without them it was drawn for Tas (CC BY 4.0).
    """

    id: Id
    alone: bool = True
    mono: bool = False
    sign: bool = True
    icon: str | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] | None = None


class DrawingsFile(Model):
    """`assets/pictograms/pictograms.yml`"""

    drawings: tuple[Drawing, ...]


class Pictogram(Model):
    """One that an edition uses. `alt`: what it shows, for who cannot see it; `drawing`: another file than that of its id."""

    id: Id
    alt: Line
    drawing: Annotated[Id | None, Field(description="The drawing, where it is another than that of the id.")] = None


class PictogramsFile(Model):
    """`pictograms.yml` of an edition"""

    pictograms: tuple[Pictogram, ...]
