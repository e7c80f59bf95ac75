"""A quiz as the formats see it: sections of interactions, numbered, each with the hash that its progress hangs on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tas.model.interactions import Interaction
from tas.model.items.base import Lowering
from tas.model.quiz import Quiz
from tas.read.library import Library
from tas.view.draws import items_of
from tas.view.sum_table import SubscaleSum, sum_table


@dataclass(frozen=True)
class QuizItem:
    """`hash` changes when what is asked or what is right changes, not when it is merely told in another language."""

    number: int
    interaction: Interaction
    hash: str
    was: str = ""
    """Under which name its answers were kept before it got a new id."""
    sensitive: bool = False
    """Of a quiz about violence or self-harm: its answer is kept nowhere, on whatever page the item stands."""
    picture: str | None = None
    """Below the question: a pictogram, or a file of the author's own with what it shows (`alt`)."""
    alt: str | None = None

    @property
    def scoring(self) -> dict[str, Any]:
        """What the scoring script needs."""
        return self.interaction.scoring


@dataclass(frozen=True)
class QuizSection:
    id: str
    title: str
    items: tuple[QuizItem, ...]
    intro: str | None = None
    part: str | None = None


@dataclass(frozen=True)
class ProfileView:
    """The profile with what its sums rest on."""

    profile: Any
    sums: tuple[SubscaleSum, ...]

    @property
    def scoring(self) -> dict[str, Any]:
        """What the scoring script needs: the bands of each subscale, and what is too fast to have been read."""
        subscales = [
            {"id": total.id, "bands": [{"id": band.id, "from": band.from_, "to": band.to} for band in total.bands]}
            for total in self.sums
        ]
        return {"seconds": self.profile.seconds, "subscales": subscales}

    def of(self, subscale: str) -> SubscaleSum:
        return next(total for total in self.sums if total.id == subscale)


def quiz_view(library: Library, quiz: Quiz) -> tuple[QuizSection, ...]:
    """The quiz with its items lowered, in the order in which they stand; made once."""
    key = ("quiz_view", id(quiz))
    if key not in library.of_models:
        library.of_models[key] = quiz, tuple(_sections(library, quiz))  # with the quiz, so that no other gets its id
    sections: tuple[QuizSection, ...] = library.of_models[key][1]
    return sections


def _sections(library: Library, quiz: Quiz) -> Iterator[QuizSection]:
    lowering = lowering_of(quiz, library.gettext)
    number = 0
    for section in quiz.sections:
        items = []
        for item in items_of(library, section, library.gettext):
            number += 1
            interaction = item.lower(lowering)
            was = f"{item.was}:{_hash(interaction, item.was)}" if item.was else ""
            items.append(QuizItem(number, interaction, _hash(interaction), was, quiz.sensitive, item.picture, item.alt))
        yield QuizSection(section.id, section.title, tuple(items), section.intro, section.part)


def minutes(quiz: Quiz, questions: int) -> int:
    """How long a quiz takes, at half a minute a question; a mirror is answered faster."""
    return max(2, round(questions * (0.35 if quiz.profile else 0.5)))


def profile_view(quiz: Quiz, sections: Iterable[QuizSection]) -> ProfileView | None:
    """What a fit quiz shows at its end; None for a knowledge quiz."""
    if quiz.profile is None:
        return None
    numbered = [(item.number, item.interaction) for section in sections for item in section.items]
    return ProfileView(quiz.profile, sum_table(quiz.profile, numbered))


def lowering_of(quiz: Quiz, gettext: Callable[[str], str]) -> Lowering:
    if quiz.profile is None:
        return Lowering(gettext)
    return Lowering(
        gettext,
        {scale.id: scale.labels for scale in quiz.profile.scales},
        {subscale.id: subscale.page for subscale in quiz.profile.subscales},
    )


def _hash(interaction: Interaction, id: str = "") -> str:
    """Over ids, structure and key: the editions share progress, and a corrected spelling keeps it."""
    skeleton = [type(interaction).__name__, id or interaction.id, *interaction.shape]
    return sha256(json.dumps(skeleton, sort_keys=True).encode()).hexdigest()[:8]
