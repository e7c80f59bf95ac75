"""Makes the exports of the bag: each file once, or taken from what is kept where nothing in it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tas.exports import FORMATS
from tas.exports.format import GUIDES, Format, Order
from tas.exports.missing import PACKAGES, needs
from tas.exports.taken import Taken
from tas.ground.parts import PARTS, Parts, digest


@dataclass(frozen=True)
class Made:
    """A file of an export."""

    format: Format
    order: Order
    content: bytes


def make(
    taken: Taken, formats: Iterable[Format], root: Path, say: Callable[[str], None], *, keep: bool = True
) -> Iterator[Made]:
    """The files of these formats for one edition. Each command keeps its own, and `keep`s those alone that it has used."""
    for command, of_command in groupby(formats, key=lambda format_: format_.MADE):
        kept = Parts(root / PARTS / f"exports-{taken.code}-{command}")
        for format_ in of_command:
            for order in format_.orders(taken):
                name = digest(taken.frame, order.name, *order.ingredients)
                content = kept.find(format_.ID, name)
                if content is None:
                    say(f"{taken.code}/{order.name}")
                    content = order.make()
                    kept.keep(format_.ID, name, content)
                yield Made(format_, order, content)
        if keep:
            kept.save()


def left_out(format_: Format, taken: Taken) -> list[str]:
    """By name: `Your work: 12, 18` or, where nothing of a quiz can be carried, its title; and guides that are on no paper."""
    found = []
    for quiz in taken.quizzes:
        items = list(quiz.items)
        lacking = [item for item in items if not format_.carries(quiz, item)]
        if len(lacking) == len(items):
            found.append(quiz.title)
        elif lacking:
            found.append(f"{quiz.title}: {', '.join(str(item.number) for item in lacking)}")
    if GUIDES in format_.NEEDS:
        guides = ((name, taken.library.guides[name]) for name in taken.guides)
        found += [f"{guide.code} {guide.title}" for name, guide in guides if taken.paper(name) is None]
    return found


def made_by(*commands: str) -> tuple[Format, ...]:
    """The formats that these commands make."""
    return tuple(format_ for format_ in FORMATS if format_.MADE in commands)


def refuse_what_is_missing(formats: Iterable[Format]) -> None:
    """Raises Missing where the machine lacks a package that one of them needs: who waits for the pages is told before."""
    for format_ in formats:
        for package in sorted(format_.NEEDS & PACKAGES.keys()):
            needs(package, format_.ID)
