"""Variants of a quiz paper: the same items, in an order that the quiz, its revision, the variant and a trainer's seed decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from math import ceil
from typing import TypeVar

from tas.model.interactions import Choice, Interaction, Match, Option, Order
from tas.view.quiz import QuizItem, QuizSection

LETTERS = "ABCDEFGHIJ"
MOST_OF_ONE = 0.4
LONGEST_RUN = 3
DRAWS = 400
"""Tries for a key without a pattern; then the last one is taken, for a quiz of two items has no better."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class PaperItem:
    """An item with the number and the order of options that it has on this paper."""

    number: int
    interaction: Interaction
    picture: str | None = None
    alt: str | None = None


@dataclass(frozen=True)
class PaperSection:
    title: str
    intro: str | None
    items: tuple[PaperItem, ...]


def drawn(sections: Sequence[QuizSection], seed: str) -> list[PaperSection]:
    """The paper for this seed; keys with one letter too often, or too often in a row, are drawn again."""
    paper: list[PaperSection] = []
    for draw in range(DRAWS):
        paper = _draw(sections, f"{seed}|{draw}")
        if is_fair(key_letters(paper)):
            break
    return paper


def as_written(sections: Sequence[QuizSection]) -> list[PaperSection]:
    """In the author's order: a profile's sum table counts on its numbers."""
    return [PaperSection(section.title, section.intro, tuple(map(_as_written, section.items))) for section in sections]


def _as_written(item: QuizItem) -> PaperItem:
    return PaperItem(item.number, item.interaction, item.picture, item.alt)


def key_letters(paper: list[PaperSection]) -> list[str]:
    """The letter of each item that has one right option among shuffled ones."""
    choices = [item.interaction for section in paper for item in section.items]
    return [
        letter(choice, choice.key[0])
        for choice in choices
        if isinstance(choice, Choice) and is_drawn(choice) and len(choice.key) == 1
    ]


def is_fair(letters: list[str]) -> bool:
    most = max((letters.count(one) for one in set(letters)), default=0)
    longest = max((len(list(run)) for _, run in groupby(letters)), default=0)
    return most <= max(2, ceil(MOST_OF_ONE * len(letters))) and longest <= LONGEST_RUN


def letter(interaction: Choice | Match | Order, option_id: str) -> str:
    """The letter of an option on this paper."""
    return LETTERS[[option.id for option in interaction.options].index(option_id)]


def _draw(sections: Sequence[QuizSection], seed: str) -> list[PaperSection]:
    number, paper = 0, []
    for section in sections:
        items = []
        for item in _ordered(list(section.items), seed, lambda item: item.interaction.id):
            number += 1
            items.append(PaperItem(number, _shuffled(item.interaction, seed), item.picture, item.alt))
        paper.append(PaperSection(section.title, section.intro, tuple(items)))
    return paper


def _shuffled(interaction: Interaction, seed: str) -> Interaction:
    if isinstance(interaction, Match) or (isinstance(interaction, Choice) and is_drawn(interaction)):
        return replace(interaction, options=_options(interaction.options, f"{seed}|{interaction.id}"))
    if isinstance(interaction, Order):
        options = _options(interaction.options, f"{seed}|{interaction.id}")
        in_order = tuple(option.id for option in options) == interaction.key
        return replace(interaction, options=(*options[1:], options[0]) if in_order else options)
    return interaction


def is_drawn(choice: Choice) -> bool:
    """Whether its options are shuffled: not those of a scale, nor where each option has points of its own."""
    return choice.shuffle and choice.layout != "scale" and not choice.mapping


def _options(options: tuple[Option, ...], seed: str) -> tuple[Option, ...]:
    """Shuffled around those that are pinned."""
    free: Iterator[Option] = iter(
        _ordered([option for option in options if not option.pin], seed, lambda option: option.id)
    )
    return tuple(option if option.pin else next(free) for option in options)


def _ordered(things: list[Thing], seed: str, name: Callable[[Thing], str]) -> list[Thing]:
    """By hash: no random generator, whose order another version of Python may change."""
    return sorted(things, key=lambda thing: sha256(f"{seed}|{name(thing)}".encode()).digest())
