"""What a format is: it says what it carries, and orders files; `make.py` makes them, each once, and `told.py` offers them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tas.exports.taken import Taken, TakenQuiz
from tas.view.quiz import QuizItem

PAGES, GUIDES = "pages", "guides"
"""The finished site, and its guides on paper."""


@dataclass(frozen=True)
class Order:
    """A file before it is made. `name` is its place in the folder of exports; `ingredients` are all that its bytes depend on
    besides the frame of the edition (`Taken.frame`). `title`: what it is about, where a format has a file for each quiz or guide."""

    name: str
    make: Callable[[], bytes]
    ingredients: tuple[bytes, ...] = ()
    title: str = ""


class Format(Protocol):
    """A module that writes what another program reads. It sees interactions (model/interactions.py), never a type of item."""

    @property
    def ID(self) -> str:
        """Its name on the command line, `kebab-case`."""

    @property
    def TITLE(self) -> str:
        """The interface word that offers it."""

    @property
    def USE(self) -> str:
        """What it is for, an interface word."""

    @property
    def STEPS(self) -> tuple[str, str, str]:
        """How it is imported, three interface words."""

    @property
    def MADE(self) -> str:
        """By which command: `build` (every build), `release` (with `--release`), `asked` (`tas export --only`)."""

    @property
    def NEEDS(self) -> frozenset[str]:
        """What must be there first: `PAGES`, `GUIDES`, the ID of a bundle, a package of `missing.PACKAGES`."""

    def carries(self, quiz: TakenQuiz, item: QuizItem) -> bool:
        """Whether it can ask this; what it cannot is left out by name."""

    def orders(self, taken: Taken) -> Iterator[Order]:
        """Its files for one edition, with the quizzes and guides that `taken` has."""
