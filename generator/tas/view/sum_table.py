"""The sum table of a fit quiz: which answers count how many points for which subscale, and which sum lies in which band.

The paper form prints this table and a reader adds up by hand; the script of the page applies the same data. A property test
holds the two equal (tests/bag/test_sum_table.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tas.model.interactions import Choice, Interaction
from tas.model.profile import Band, Profile


@dataclass(frozen=True)
class SumRow:
    """One line of the table: the item, and the points of each of its options for this subscale."""

    number: int
    item: str
    points: Mapping[str, int]


@dataclass(frozen=True)
class SubscaleSum:
    """The lines of one subscale, and its bands."""

    id: str
    title: str
    rows: tuple[SumRow, ...]
    bands: tuple[Band, ...]

    @property
    def least(self) -> int:
        return sum(min(row.points.values()) for row in self.rows)

    @property
    def most(self) -> int:
        return sum(max(row.points.values()) for row in self.rows)

    def total(self, answers: Mapping[str, str]) -> int | None:
        """The sum of the points of the answers (item -> option); None while one is missing: then there is no band."""
        if not self.rows or any(answers.get(row.item) not in row.points for row in self.rows):
            return None
        return sum(row.points[answers[row.item]] for row in self.rows)

    def band(self, answers: Mapping[str, str]) -> str | None:
        """The id of the band that the sum lies in."""
        total = self.total(answers)
        return next((band.id for band in self.bands if total is not None and band.from_ <= total <= band.to), None)


def sum_table(profile: Profile, items: Iterable[tuple[int, Interaction]]) -> tuple[SubscaleSum, ...]:
    """One sum per subscale, in the order of the profile; `items` are numbered as they stand on the page and on paper."""
    choices = [(number, item) for number, item in items if isinstance(item, Choice) and item.mapping]
    return tuple(
        SubscaleSum(subscale.id, subscale.title, tuple(_rows(subscale.id, choices)), subscale.bands)
        for subscale in profile.subscales
    )


def _rows(subscale: str, choices: list[tuple[int, Choice]]) -> Iterable[SumRow]:
    for number, choice in choices:
        points = {option: counts[subscale] for option, counts in choice.mapping.items() if subscale in counts}
        if points:
            yield SumRow(number, choice.id, points)
