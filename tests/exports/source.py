"""What an export must hold, worked out from the quizzes themselves, and answers to give: right ones, wrong ones, none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kit import whole_bag
from lxml import html
from tas.bundles.offline import outlines_of
from tas.exports.away import AwayLinks
from tas.exports.taken import Taken, TakenQuiz, taken
from tas.model.interactions import Choice, Entry, Match, OpenText, Order
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project
from tas.text.inline import plain, render_inline
from tas.view.quiz import QuizItem

EDITIONS = ("id", "nl")


@dataclass
class Question:
    """Neutral: what a reader of a format finds, and what the source says. Shares are in hundredths."""

    id: str
    stem: str
    options: dict[str, tuple[float, str]] = field(default_factory=dict)
    """text -> (share, why)"""
    pairs: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    typed: dict[str, tuple[float, str]] = field(default_factory=dict)
    whys: list[str] = field(default_factory=list)
    """Of pairs and steps."""
    several: bool = False

    def mark(self, answer: list[str] | dict[str, str] | str) -> float:
        """As Moodle gives it: 0 to 100."""
        if self.pairs:
            return 100 * sum(answer.get(row) == key for row, key in self.pairs.items()) / len(self.pairs)  # type: ignore[union-attr]
        if self.order:
            return 100.0 * (answer == self.order)
        if self.typed:
            return self.typed.get(str(answer), (0, ""))[0]
        return max(0.0, sum(self.options[text][0] for text in answer))

    @property
    def right(self) -> list[str] | dict[str, str] | str:
        if self.pairs:
            return self.pairs
        if self.order:
            return self.order
        if self.typed:
            return next(text for text, (share, _) in self.typed.items() if share == 100)
        if self.several:
            return [text for text, (share, _) in self.options.items() if share > 0]
        return [next(text for text, (share, _) in self.options.items() if share == 100)]

    @property
    def wrong(self) -> Iterator[list[str] | dict[str, str] | str]:
        if self.pairs:
            keys = [*self.pairs.values()]
            yield {row: next(key for key in keys if key != own) for row, own in self.pairs.items()}
        elif self.order:
            yield self.order[::-1]
        elif self.typed:
            yield from (text for text, (share, _) in self.typed.items() if share == 0)
        elif self.several:
            yield [*self.options]
            yield [text for text, (share, _) in self.options.items() if share < 0]
        else:
            yield from ([text] for text, (share, _) in self.options.items() if share == 0)

    @property
    def blank(self) -> list[str] | dict[str, str] | str:
        return {} if self.pairs else "" if self.typed else []


@cache
def edition(code: str, root: Path | None = None) -> Taken:
    bag = whole_bag() if root is None else bag_at(root)
    outlines = outlines_of(bag, site_name=bag.project.site_name, site_url="https://tas.example.org/")
    return next(taken(bag.libraries[one.code], one) for one in outlines if one.code == code)


@cache
def bag_at(root: Path) -> Bag:
    return read_bag(read_project(root))


def shown(text: str) -> str:
    """What a person sees of HTML."""
    return " ".join(html.fromstring(f"<div>{text}</div>").text_content().split()) if text.strip() else ""


def questions(what: Taken, *, gift: bool = False) -> dict[str, Question]:
    """Every question that can be marked, by its id. `gift`: without those to put in order, and without arrows to type."""
    return {
        made.id: made
        for quiz in what.quizzes
        if not quiz.mirror
        for item in quiz.items
        if (made := question(what, quiz, item)) and not (gift and (made.order or "->" in "".join(made.typed)))
    }


def question(what: Taken, quiz: TakenQuiz, item: QuizItem) -> Question | None:
    links = AwayLinks(what.library, what.outline.site_url)

    def say(text: str) -> str:
        return shown(render_inline(text, links, what.code))

    it = item.interaction
    made = Question(it.id, say(it.stem))
    match it:
        case Choice():
            made.several = it.cardinality == "multiple"
            for option in it.options:
                made.options[say(option.text)] = (_share(it, option.id), say(option.rationale))
        case Match():
            names = {option.id: plain(option.text, what.code) for option in it.options}
            made.pairs = {say(row.text): names[row.key] for row in it.rows}
            made.whys = [say(row.rationale) for row in it.rows]
        case Order():
            steps = {option.id: option for option in it.options}
            made.order = [say(steps[id].text) for id in it.key]
            made.whys = [say(steps[id].rationale) for id in it.key]
        case Entry():
            made.stem += f" ({it.unit})" if it.unit else ""
            made.typed = {text: (100, say(it.rationale)) for text in it.accepted}
            made.typed |= {mistake.answer: (0, say(mistake.rationale)) for mistake in it.mistakes}
        case OpenText():
            return None
    return made


def _share(it: Choice, id: str) -> float:
    if it.mapping:
        return 50.0 * it.mapping[id]["points"]
    if it.cardinality == "single":
        return 100.0 * (id in it.key)
    return round(100 / len(it.key) if id in it.key else -100 / (len(it.options) - len(it.key)), 5)
