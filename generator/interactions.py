"""The closed set of interactions (named after QTI 3) that items lower to; formats know these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One thing to choose; texts are inline Markdown."""

    id: str
    text: str
    rationale: str


@dataclass(frozen=True)
class Choice:
    """QTI choiceInteraction: choose one option (`single`) or every right one (`multiple`)."""

    id: str
    stem: str
    options: tuple[Option, ...]
    key: tuple[str, ...]
    learn: str
    sources: tuple[str, ...] = ()
    cardinality: str = "single"
    shuffle: bool = True


Interaction = Choice
"""The union of all interactions."""
