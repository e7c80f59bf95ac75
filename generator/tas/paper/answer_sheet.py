"""The answer sheet of a quiz paper: a line for each answer, in columns; two sheets on an A4 where they fit in half of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tas.model.interactions import Choice, Entry, Match, Order
from tas.paper.shuffle import PaperSection

NARROW = 6
"""Circles or blanks that stand side by side in a third of the sheet's width."""
WRITTEN = 12
"""Letters that a hand writes on a line in a third of the sheet's width; longer answers have one in half of it."""
ROWS_OF_HALF = 12
"""In half an A4, below name and hint."""


@dataclass(frozen=True)
class AnswerLine:
    """Circles to fill, blanks for letters in order, or with neither a line to write on."""

    label: str
    circles: int = 0
    blanks: int = 0
    unit: str = ""
    letters: int = 0
    """Of the answer that is written on it."""

    @property
    def is_wide(self) -> bool:
        return self.circles + self.blanks > NARROW or self.letters > WRITTEN


@dataclass(frozen=True)
class AnswerSheet:
    columns: tuple[tuple[AnswerLine, ...], ...]
    copies: int
    """On one A4: two that are cut apart, or one."""


def answer_sheet(sections: Sequence[PaperSection]) -> AnswerSheet:
    lines = list(answer_lines(sections))
    number = 2 if any(line.is_wide for line in lines) else 3
    rows = -(-len(lines) // number)
    columns = tuple(tuple(lines[start : start + rows]) for start in range(0, len(lines), rows or 1))
    return AnswerSheet(columns, copies=2 if rows <= ROWS_OF_HALF else 1)


def answer_lines(sections: Sequence[PaperSection]) -> Iterator[AnswerLine]:
    for entry in (entry for section in sections for entry in section.items):
        match entry.interaction:
            case Choice(options=options):
                yield AnswerLine(f"{entry.number}", circles=len(options))
            case Match(options=options, rows=rows):
                yield from (
                    AnswerLine(f"{entry.number}.{place}", circles=len(options)) for place in range(1, len(rows) + 1)
                )
            case Order(options=options):
                yield AnswerLine(f"{entry.number}", blanks=len(options))
            case Entry(unit=unit, accepted=(answer, *_)):
                yield AnswerLine(f"{entry.number}", unit=unit, letters=len(answer))
