"""The very scripts of the site, run without a browser, and quizzes as the scripts see them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from kit import ROOT, TINY, whole_bag
from py_mini_racer import MiniRacer
from tas.read.edition import Edition
from tas.read.library import Library, read_library
from tas.view.quiz import ProfileView, QuizItem, profile_view, quiz_view

SCRIPTS = ROOT / "generator/tas/assets/js"


def engine(*names: str, before: str = "") -> MiniRacer:
    """An engine with the scripts loaded, in the order given."""
    made = MiniRacer()
    made.eval(before)
    for name in names:
        made.eval((SCRIPTS / name).read_text(encoding="utf-8"))
    return made


@cache
def scoring() -> MiniRacer:
    return engine("quiz/scoring.js")


def call(name: str, *arguments: Any) -> Any:
    """tas.scoring.<name>(…), everything as JSON on the way."""
    said = ", ".join(map(json.dumps, arguments))
    return json.loads(scoring().eval(f"JSON.stringify(tas.scoring.{name}({said}))"))


def score(data: dict[str, Any], *response: str) -> dict[str, Any]:
    return call("score", data, list(response))


@cache
def tiny_library(folder: Path = TINY) -> Library:
    """The tiny site as one edition, its folders without an edition's name."""
    return read_library(_Flat("id", "Bahasa Indonesia", True, folder))


class _Flat(Edition):
    def folder(self, kind: str) -> Path:
        return self.root / kind


@cache
def libraries() -> list[Library]:
    """Every edition of the bag, and the tiny site."""
    return [*whole_bag(), tiny_library()]


def items_of(library: Library, name: str) -> list[QuizItem]:
    return [item for section in quiz_view(library, library.quizzes[name]) for item in section.items]


@cache
def profiles() -> list[tuple[str, ProfileView, list[QuizItem]]]:
    """Every quiz with a profile: its name, the profile with its sums, its items."""
    found = []
    for library in libraries():
        for name, quiz in library.quizzes.items():
            view = profile_view(quiz, quiz_view(library, quiz))
            if view:
                found.append(
                    (f"{library.edition.root.name}-{library.edition.code}-{name}", view, items_of(library, name))
                )
    return found
