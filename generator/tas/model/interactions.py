"""The closed set of interactions (named after QTI 3) that items lower to; formats know these and nothing else.

Each tells two things besides its texts: `shape` (what must be alike for two editions to share progress) and `scoring` (data for
assets/js/quiz/scoring.js). Texts are inline Markdown unless said otherwise.
A response is a list of strings everywhere: option ids (choice), an option id per row (match), option ids in order (order), one text (entry, text).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Points = Mapping[str, Mapping[str, int]]
"""Option id -> subscale -> points; outside a profile the one subscale is called `points`."""


@dataclass(frozen=True)
class Option:
    """One thing to choose. A `pin`ned option keeps its place when the others are shuffled. `picture`: as `PictureRef` (model/media.py)."""

    id: str
    text: str
    rationale: str = ""
    pin: bool = False
    picture: str | None = None
    alt: str | None = None


@dataclass(frozen=True)
class Row:
    """One line of a match: its text, the option that belongs to it, and why."""

    id: str
    text: str
    key: str
    rationale: str


@dataclass(frozen=True)
class Mistake:
    """A wrong entry that people often make, and what it mixes up."""

    answer: str
    rationale: str


@dataclass(frozen=True)
class Choice:
    """QTI choiceInteraction: choose one option (`single`) or every right one (`multiple`); with `mapping` nothing is simply right.

    `layout` is `list`, or `scale` for options that are the steps of one scale.
    """

    id: str
    stem: str
    options: tuple[Option, ...]
    key: tuple[str, ...]
    learn: str
    sources: tuple[str, ...] = ()
    cardinality: str = "single"
    shuffle: bool = True
    mapping: Points = field(default_factory=dict)
    layout: str = "list"
    kind = "choice"

    @property
    def shape(self) -> list[Any]:
        return [self.cardinality, sorted(option.id for option in self.options), sorted(self.key), self.mapping]

    @property
    def scoring(self) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": self.kind, "shuffle": self.shuffle}
        if self.mapping:
            return data | {"mapping": self.mapping, "scale": self.layout == "scale"}
        return data | {"key": list(self.key)}


@dataclass(frozen=True)
class Match:
    """QTI matchInteraction: give each row one of the options (their texts are plain)."""

    id: str
    stem: str
    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    learn: str
    sources: tuple[str, ...] = ()
    kind = "match"

    @property
    def shape(self) -> list[Any]:
        return [sorted(option.id for option in self.options), [[row.id, row.key] for row in self.rows]]

    @property
    def scoring(self) -> dict[str, Any]:
        return {"kind": self.kind, "key": [row.key for row in self.rows]}


@dataclass(frozen=True)
class Order:
    """QTI orderInteraction: `options` as they are shown (never in the right order), `key` the right order."""

    id: str
    stem: str
    options: tuple[Option, ...]
    key: tuple[str, ...]
    learn: str
    sources: tuple[str, ...] = ()
    kind = "order"

    @property
    def shape(self) -> list[Any]:
        return [list(self.key)]

    @property
    def scoring(self) -> dict[str, Any]:
        return {"kind": self.kind, "key": list(self.key)}

    @property
    def in_order(self) -> tuple[Option, ...]:
        """The options as they should stand."""
        return tuple(sorted(self.options, key=lambda option: self.key.index(option.id)))


@dataclass(frozen=True)
class Entry:
    """QTI textEntryInteraction: type a number (`number`) or a word or two (`text`). The first of `accepted` is shown as the answer."""

    id: str
    stem: str
    accepted: tuple[str, ...]
    rationale: str
    learn: str
    sources: tuple[str, ...] = ()
    base: str = "text"
    tolerance: float = 0
    unit: str = ""
    mistakes: tuple[Mistake, ...] = ()
    kind = "entry"

    @property
    def shape(self) -> list[Any]:
        """Accepted spellings are words of one language and no part of it."""
        return [self.base, *([list(self.accepted), self.tolerance] if self.base == "number" else [])]

    @property
    def scoring(self) -> dict[str, Any]:
        return {
            "kind": self.base,
            "key": list(self.accepted),
            "tolerance": self.tolerance,
            "mistakes": [mistake.answer for mistake in self.mistakes],
        }


@dataclass(frozen=True)
class OpenText:
    """QTI extendedTextInteraction: write freely; never scored. `hints` are shown on demand, `lines` are drawn on paper."""

    id: str
    stem: str
    learn: str
    hints: tuple[str, ...] = ()
    lines: int = 4
    sources: tuple[str, ...] = ()
    kind = "open"

    @property
    def shape(self) -> list[Any]:
        return []

    @property
    def scoring(self) -> dict[str, Any]:
        return {"kind": self.kind}


Interaction = Choice | Match | Order | Entry | OpenText
"""The union of all interactions."""
