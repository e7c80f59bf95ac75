"""Which items practise which section, and the few that a page ends with ("Check yourself")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tas.kinds import kind_of
from tas.model.interactions import Choice, OpenText
from tas.read.library import Library
from tas.view.draws import items_of
from tas.view.quiz import QuizItem, lowering_of, quiz_view

MOST = 3


@dataclass(frozen=True)
class Practice:
    """An item of a quiz, and what it points at: `duties/visit#steps`."""

    quiz: str
    item: QuizItem

    @property
    def learn(self) -> str:
        return self.item.interaction.learn

    @property
    def slug(self) -> str:
        return self.learn.partition("#")[0]

    @property
    def shown(self) -> str:
        """`myth-or-fact/visits-homes`, as reports name it."""
        return f"{self.quiz}/{self.item.interaction.id}"


def practices(library: Library) -> Iterator[Practice]:
    """Every item of every quiz, drawn ones included, in the order of the files."""
    for name, quiz in library.quizzes.items():
        for section in quiz_view(library, quiz):
            for item in section.items:
                yield Practice(name, item)


def practised_pages(library: Library) -> set[str]:
    """Slugs that an item points at. Reads no words, so that a missing one is not in the way of a check."""
    found = set()
    for quiz in library.quizzes.values():
        lowering = lowering_of(quiz, str)
        for section in quiz.sections:
            if section.draw is None:
                found |= {item.lower(lowering).learn.partition("#")[0] for item in section.items or ()}
            elif section.draw == "misconceptions":
                found |= set(library.pages_of("misconceptions"))
            else:
                found |= {(item.learn or "").partition("#")[0] for item in items_of(library, section)}
    return found


def check_yourself(found: list[Practice]) -> list[Practice]:
    """Up to three of the items that point at a page: first one per section, and of each kind of interaction one before a second."""
    asking = [practice for practice in found if _asks(practice)]
    chosen: list[Practice] = []
    for fresh in (_fresh_section, _fresh_kind, lambda practice, chosen: True):
        for practice in asking:
            if len(chosen) < MOST and practice not in chosen and fresh(practice, chosen):
                chosen.append(practice)
    return [
        replace(practice, item=replace(practice.item, number=number))
        for number, practice in enumerate(sorted(chosen, key=asking.index), 1)
    ]


def asked_on(library: Library) -> dict[str, list[Practice]]:
    """Slug -> the questions that the page ends with ("Check yourself"), for every page that has some; made once."""
    if "asked_on" not in library.of_models:
        found: dict[str, list[Practice]] = {}
        for practice in practices(library):
            found.setdefault(practice.slug, []).append(practice)
        library.of_models["asked_on"] = {
            slug: chosen for slug, all_ in found.items() if teaches(slug) and (chosen := check_yourself(all_))
        }
    asked: dict[str, list[Practice]] = library.of_models["asked_on"]
    return asked


def teaches(slug: str) -> bool:
    """Whether each page of its kind is practised by an item."""
    return kind_of(slug).teaches


def _asks(practice: Practice) -> bool:
    """What only a profile can use, or nobody can answer for you, does not stand alone at the end of a page."""
    interaction = practice.item.interaction
    if isinstance(interaction, OpenText):
        return False
    return not (isinstance(interaction, Choice) and interaction.mapping and not interaction.key)


def _fresh_section(practice: Practice, chosen: list[Practice]) -> bool:
    return practice.learn not in {other.learn for other in chosen}


def _fresh_kind(practice: Practice, chosen: list[Practice]) -> bool:
    return practice.item.interaction.kind not in {other.item.interaction.kind for other in chosen}
