"""What every item carries, whatever it asks, and what an item may ask of its quiz when it lowers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, StringConstraints

from tas.model.base import Id, Line, Model, Number, SectionRef
from tas.model.media import PictureRef

Stem = Annotated[str, StringConstraints(min_length=1, max_length=400)]
"""The question or statement; inline Markdown."""

OptionText = Annotated[str, StringConstraints(min_length=1, max_length=160)]

Rationale = Annotated[str, StringConstraints(min_length=2, max_length=500)]
"""Why an option is right, or what it mixes up. The rule `thin-rationale` asks for a sentence."""


@dataclass(frozen=True)
class Lowering:
    """What an item needs from outside: words of the edition, and the scales and trait pages of its quiz's profile."""

    gettext: Callable[[str], str]
    scales: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    """Subscale -> its trait page."""


class BaseItem(Model):
    """`learn` names the section that teaches what the item asks. `was`: the id that it had before; what readers answered then stays theirs.

    `picture`: below the question, a pictogram or `media:knock.jpg` with its `alt`.
    """

    id: Id
    was: Id | None = None
    stem: Stem
    learn: SectionRef
    sources: tuple[Id, ...] = ()
    picture: PictureRef | None = None
    alt: Line | None = None


class ChoiceOption(Model):
    """One option with its rationale. `picture`: a pictogram or `media:knock.jpg` with its `alt`."""

    id: Id
    text: OptionText
    rationale: Rationale
    pin: bool = False
    picture: PictureRef | None = None
    alt: Line | None = None


class CommonMistake(Model):
    """A wrong entry that people often make."""

    answer: str | int | Number
    rationale: Rationale


Mistakes = Annotated[tuple[CommonMistake, ...], Field(max_length=4)]
Plain = Annotated[str, StringConstraints(min_length=1, max_length=40)]
"""A word or two, shown as it stands."""
