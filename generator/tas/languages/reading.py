"""Published formulas of how plain a text reads.

LIX, for every language without one of its own (C. H. Björnsson, Läsbarhet, 1968; J. Anderson, Lix and Rix, Journal of Reading 26, 1983):
words a sentence + words of more than six letters in a hundred. Lower is easier. It needs no syllables, which is why it is
used across languages; its scale was made for Swedish, so the budget of an edition is its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


class Counts(Protocol):
    """What was counted on one page."""

    words: int
    syllables: int

    @property
    def sentence_length(self) -> float:
        """Words a sentence."""

    @property
    def long_share(self) -> float:
        """Words of more than six letters in a hundred."""


@dataclass(frozen=True)
class Formula:
    """`syllables` finds one match a syllable, for a formula that counts them."""

    name: str
    score: Callable[[Counts], float]
    higher_is_easier: bool
    syllables: re.Pattern[str] | None = None


LIX = Formula("LIX", lambda page: page.sentence_length + page.long_share, higher_is_easier=False)
