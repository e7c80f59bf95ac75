"""Item types: one file each with its fields, its key and how it lowers to an interaction."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.model.items.likert import Likert
from tas.model.items.matching import Matching
from tas.model.items.multiple_choice import MultipleChoice
from tas.model.items.numeric import Numeric
from tas.model.items.ordering import Ordering
from tas.model.items.reflection import Reflection
from tas.model.items.short_text import ShortText
from tas.model.items.single_choice import SingleChoice
from tas.model.items.situational import Situational
from tas.model.items.true_false import TrueFalse

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
