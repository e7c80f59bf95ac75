"""What a bundle is told about an edition besides the finished folder: its name, its date, its pages in reading order, its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tas.ground.engine import engine
from tas.ground.parts import digest
from tas.read.options import Licence

Render = Callable[..., str]
"""(template, context) -> text, in the words of the edition"""


class File(NamedTuple):
    """A file that was made, at its address from the root of the site; one of several says what it holds."""

    address: str
    content: bytes
    title: str = ""


@dataclass(frozen=True)
class Entry:
    """A page as lists name it; its address counts from the root of the site."""

    address: str
    title: str


@dataclass(frozen=True)
class Part:
    """A part of the navigation; the home page stands in one without a title."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Outline:
    """One edition of one site."""

    code: str
    name: str
    direction: str
    """Where its lines run: `ltr` or `rtl`."""
    prefix: str
    slug: str
    """How the names of its files begin."""
    site_name: str
    site_url: str
    licence: Licence
    words: bytes
    """Digest of the bag's own interface words."""
    mark: str
    """Its drawing, as HTML."""
    colours: tuple[str, str]
    """Of the window around an installed site, and of the page behind it while it opens."""
    day: date
    """When its text was last changed or checked: the newest date that its pages tell."""
    due: date
    """From when on a reader should look for a newer copy."""
    parts: tuple[Part, ...]
    render: Render

    @cached_property
    def key(self) -> bytes:
        """Of all that it tells, and of the engine with the words of its templates."""
        told = (getattr(self, field.name) for field in fields(self) if field.name != "render")
        return digest(engine(), repr(list(told)))

    @property
    def entries(self) -> list[Entry]:
        return [entry for part in self.parts for entry in part.entries]

    @property
    def home(self) -> Entry:
        return self.entries[0]

    @property
    def offline(self) -> str:
        """The address of the page that offers the forms."""
        return f"{self.prefix}offline/"

    @property
    def tells_of_copies(self) -> bool:
        """Whether there is such a page."""
        return any(entry.address == self.offline for entry in self.entries)
