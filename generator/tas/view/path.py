"""The path as pages and scripts see it: every step with its minutes, and the questions that make a page done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tas.model.path import Station
from tas.read.library import Library
from tas.view.practice import asked_on
from tas.view.quiz import minutes, quiz_view

PACE = 190
"""Words a minute, read slowly: most readers learn while they read."""
SHORTEST, LONGEST = 3, 9
"""Minutes of a page, with the questions at its end."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

WORDS = "words"


@dataclass(frozen=True)
class Step:
    """`key`: under which name what is kept tells that it is done; `items`: its questions by id and hash, without those that are kept nowhere."""

    key: str
    slug: str
    title: str
    minutes: int
    items: tuple[str, ...] = ()
    questions: int = 0


@dataclass(frozen=True)
class Stop:
    """A station with its steps in order; the quiz is the last one."""

    id: str
    title: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def path_view(library: Library) -> tuple[Stop, ...]:
    """The path of the edition, made once; empty where it has none."""
    if "path_view" not in library.kept:
        asked = page_items(library)
        library.kept["path_view"] = tuple(
            Stop(station.id, station.title, tuple(_steps(library, station, asked)))
            for station in library.stations.values()
        )
    stops: tuple[Stop, ...] = library.kept["path_view"]
    return stops


def page_items(library: Library) -> dict[str, tuple[str, ...]]:
    """Slug -> the questions at its end by id and hash, as far as an answer to them may be kept."""
    return {
        slug: tuple(f"{one.item.interaction.id}:{one.item.hash}" for one in asked if not one.item.sensitive)
        for slug, asked in asked_on(library).items()
    }


def _steps(library: Library, station: Station, asked: dict[str, tuple[str, ...]]) -> Iterator[Step]:
    for slug in station.pages:
        yield Step(f"check:{slug}", slug, library.pages[slug].title, _reading(library, slug), asked.get(slug, ()))
    quiz = library.quizzes[station.quiz]
    questions = sum(len(section.items) for section in quiz_view(library, quiz))
    slug = library.shown_on("quiz")[station.quiz]
    yield Step(station.quiz, slug, library.pages[slug].title, minutes(quiz, questions), questions=questions)


def _reading(library: Library, slug: str) -> int:
    document = library.documents["docs", slug]
    if WORDS not in document.kept:
        document.kept[WORDS] = sum(len(WORD.findall(text)) for text in (document.body, *_texts(document.data)))
    return min(LONGEST, max(SHORTEST, round(document.kept[WORDS] / PACE)))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _texts(part)
