"""A quiz as the formats see it: sections of interactions, numbered, each with the hash that its progress hangs on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256

from generator.interactions import Interaction
from generator.library import Library
from generator.model.quiz import Quiz


@dataclass(frozen=True)
class QuizItem:
    """`hash` changes when what is asked or what is right changes, not when it is merely told in another language."""

    number: int
    interaction: Interaction
    hash: str

    @property
    def scoring(self) -> str:
        """What the scoring script needs, as JSON."""
        return json.dumps(
            {"cardinality": self.interaction.cardinality, "key": list(self.interaction.key)}, separators=(",", ":")
        )


@dataclass(frozen=True)
class QuizSection:
    id: str
    title: str
    items: tuple[QuizItem, ...]


def quiz_view(library: Library, quiz: Quiz, gettext: Callable[[str], str]) -> list[QuizSection]:
    """The quiz with its items lowered, in the order in which they stand."""
    sections: list[QuizSection] = []
    number = 0
    for section in quiz.sections:
        items = []
        for item in library.items(section):
            number += 1
            interaction = item.lower(gettext)
            items.append(QuizItem(number, interaction, _hash(interaction)))
        sections.append(QuizSection(section.id, section.title, tuple(items)))
    return sections


def _hash(interaction: Interaction) -> str:
    """Over ids, structure and key: the editions share progress, and a corrected spelling keeps it."""
    data = asdict(interaction)
    skeleton = [
        type(interaction).__name__,
        data["id"],
        data["cardinality"],
        [option["id"] for option in data["options"]],
        data["key"],
    ]
    return sha256(json.dumps(skeleton).encode()).hexdigest()[:8]
