"""How a quiz on paper is marked: the letters of the best answer, those that work partly, and how many points there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tas.model.interactions import Choice, Match, OpenText, Order
from tas.paper.shuffle import PaperItem, PaperSection, letter


def letters(interaction: Choice | Match | Order, names: Iterable[str]) -> list[str]:
    """As they stand on the paper, from A on: only an order has its letters in another one."""
    return sorted(letter(interaction, name) for name in names)


def partly(choice: Choice) -> list[str]:
    """The letters of the options that have points, but fewer than the best."""
    points = {name: sum(counts.values()) for name, counts in choice.mapping.items()}
    return letters(choice, (name for name, some in points.items() if 0 < some < max(points.values())))


def scored(sections: Sequence[PaperSection]) -> list[PaperItem]:
    """The items of which one answer is better than another: not those of a mirror, nor what is written freely."""
    items = (item for section in sections for item in section.items)
    return [item for item in items if not isinstance(item.interaction, OpenText) and not _mirrors(item)]


def _mirrors(item: PaperItem) -> bool:
    return isinstance(item.interaction, Choice) and not item.interaction.key
