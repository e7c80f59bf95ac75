"""Item types: one file each with its fields, its key and how it lowers to an interaction."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.items.single_choice import SingleChoice
from generator.items.true_false import TrueFalse

ITEM_TYPES = (SingleChoice, TrueFalse)

Item = Annotated[SingleChoice | TrueFalse, Field(discriminator="type")]
