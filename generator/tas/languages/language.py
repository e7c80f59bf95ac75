"""What a language has of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tas.languages.reading import LIX, Formula


@dataclass(frozen=True)
class Language:
    """Any other language has English quotes, no elisions, LIX, and is searched without a stemmer."""

    quotes: str = "“”‘’"
    """What stands for ``"…"`` and ``'…'``."""
    elisions: re.Pattern[str] | None = None
    """Finds an apostrophe that begins a word, which is never an opening quote."""
    formula: Formula = LIX
    """How plain a page reads."""
    stemmer: str | None = None
    """Script that cuts words down to their stems, in assets/vendor/."""
