"""What a language has of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`quotes`: what stands for ``"…"`` and ``'…'``. `elisions`: finds an apostrophe that begins a word, which is never an opening quote."""

    quotes: str = "“”‘’"
    elisions: re.Pattern[str] | None = None
