"""Item types: one file each with its fields, its key and how it lowers to an interaction."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.items.likert import Likert
from generator.items.matching import Matching
from generator.items.multiple_choice import MultipleChoice
from generator.items.numeric import Numeric
from generator.items.ordering import Ordering
from generator.items.reflection import Reflection
from generator.items.short_text import ShortText
from generator.items.single_choice import SingleChoice
from generator.items.situational import Situational
from generator.items.true_false import TrueFalse

ITEM_TYPES = (
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    Matching,
    Ordering,
    Numeric,
    ShortText,
    Situational,
    Likert,
    Reflection,
)

Item = Annotated[
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | Matching
    | Ordering
    | Numeric
    | ShortText
    | Situational
    | Likert
    | Reflection,
    Field(discriminator="type"),
]
