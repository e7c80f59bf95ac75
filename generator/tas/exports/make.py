"""Makes the exports of the bag: each file once, or taken from what is kept where nothing in it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from tas.exports import FORMATS
from tas.exports.format import Format, Order
from tas.exports.taken import Taken
from tas.ground.cache import Cache, key
from tas.ground.places import PACKAGE

ROOMS = ("exports", "model", "render", "text", "view")
"""Whose code decides what an export has in it."""


@dataclass(frozen=True)
class Made:
    """A file of an export."""

    format: Format
    order: Order
    content: bytes


def make(taken: Taken, formats: Iterable[Format], kept: Cache, say: Callable[[str], None]) -> Iterator[Made]:
    """The files of these formats for one edition."""
    for format_ in formats:
        for order in format_.orders(taken):
            name = key((f"{format_.ID} {taken.code} {order.name}".encode(), _code(), *order.ingredients))
            content = kept.find(name)
            if content is None:
                say(f"{taken.code}/{order.name}")
                content = order.make()
                kept.keep(name, content)
            yield Made(format_, order, content)


def left_out(format_: Format, taken: Taken) -> list[str]:
    """By name: `Your work: 12, 18` or, where nothing of a quiz can be carried, its title."""
    found = []
    for quiz in taken.quizzes:
        items = list(quiz.items)
        lacking = [item for item in items if not format_.carries(quiz, item)]
        if len(lacking) == len(items):
            found.append(quiz.title)
        elif lacking:
            found.append(f"{quiz.title}: {', '.join(str(item.number) for item in lacking)}")
    return found


def made_by(*commands: str) -> tuple[Format, ...]:
    """The formats that these commands make."""
    return tuple(format_ for format_ in FORMATS if format_.MADE in commands)


def kept_in(root: Path) -> Cache:
    return Cache(root / ".cache/exports", "")


@cache
def _code() -> bytes:
    whole = sha256()
    for room in ROOMS:
        for file in sorted((PACKAGE / room).rglob("*.py")):
            whole.update(file.read_bytes())
    return whole.digest()
