"""GIFT: Moodle's format for questions that people write by hand; a key and the why of each answer, but no order and no two answers a row.

Source: https://docs.moodle.org/en/GIFT_format (the names of its parts are used here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from tas.exports.format import Order
from tas.exports.grading import hundredths, is_order, is_told, worth
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.words import N_
from tas.model.interactions import Choice, Entry, Match
from tas.view.quiz import QuizItem

ID = "gift"
TITLE = N_("Moodle, text by hand (GIFT)")
USE = N_("The questions as plain text, to change by hand before they go into Moodle or another platform.")
STEPS = (
    N_("Download the file and open it with a text editor, if you want to change something."),
    N_("In your course in Moodle open “Question bank”, then “Import”."),
    N_("Choose “GIFT format”, drop the file, and press “Import”."),
)
MADE, NEEDS = "build", frozenset[str]()
SPECIAL = re.compile(r"([\\~=#{}:])")


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    """What is to be typed cannot have an arrow in it: it would be read as a pair."""
    it = item.interaction
    typed = (*it.accepted, *(mistake.answer for mistake in it.mistakes)) if isinstance(it, Entry) else ()
    return is_told(quiz, item) and not is_order(it) and not any("->" in text for text in typed)


def orders(taken: Taken) -> Iterator[Order]:
    if taken.carried(carries):
        yield Order(f"{taken.outline.slug}-{taken.code}.gift.txt", lambda: gift(taken), (taken.content,))


def gift(taken: Taken) -> bytes:
    parts = []
    for quiz, items in taken.carried(carries):
        parts.append(f"$CATEGORY: {category(taken, quiz.id)}\n")
        parts += [question(taken, item) for item in items]
    return "\n".join(parts).encode()


def category(taken: Taken, quiz: str) -> str:
    """With the day of the edition in it: a newer import stands beside the older one, never in between."""
    name = f"{taken.outline.site_name} {taken.code} {taken.outline.day.isoformat()}".replace("/", "//")
    return f"$course$/top/{_line(name)}/{quiz}"


def question(taken: Taken, item: QuizItem) -> str:
    """Its id is a remark, which Moodle keeps from version 3.8 on."""
    it = item.interaction
    name = f"{taken.code}-{it.id}"
    unit = f" ({escape(it.unit, quote=False)})" if isinstance(it, Entry) and it.unit else ""
    stem = html(taken.html(it.stem) + unit)
    answers = "\n".join(f"\t{line}" for line in _answers(taken, item))
    return f"// [id:{name}]\n::{name}::[html]{stem}{'{' + _opening(item)}\n{answers}\n\t####{html(_general(taken, item))}\n}}\n"


def _opening(item: QuizItem) -> str:
    return "#" if isinstance(item.interaction, Entry) and item.interaction.base == "number" else ""


def _answers(taken: Taken, item: QuizItem) -> Iterator[str]:
    match item.interaction:
        case Choice() as it:
            for option in it.options:
                share = worth(it, option)
                sign = "=" if share == 100 else f"~%{hundredths(share)}%" if share else "~"
                yield f"{sign}{html(taken.html(option.text))}#{html(taken.html(option.rationale))}"
        case Match() as it:
            names = {option.id: option.text for option in it.options}
            for row in it.rows:
                yield f"={html(taken.html(row.text))} -> {words(taken.seen(names[row.key]))}"
            for option in it.options:
                if option.id not in {row.key for row in it.rows}:
                    yield f"= -> {words(taken.seen(option.text))}"
        case Entry(base="number") as it:
            for accepted in it.accepted:
                yield f"=%100%{accepted}:{it.tolerance:g}#{html(taken.html(it.rationale))}"
            for mistake in it.mistakes:
                yield f"=%0%{mistake.answer}:0#{html(taken.html(mistake.rationale))}"
        case Entry() as it:
            for accepted in it.accepted:
                yield f"=%100%{pattern(accepted)}#{html(taken.html(it.rationale))}"
            for mistake in it.mistakes:
                yield f"=%0%{pattern(mistake.answer)}#{html(taken.html(mistake.rationale))}"


def _general(taken: Taken, item: QuizItem) -> str:
    """A row of a match has no place of its own for its why."""
    whys = [
        f"<li>{taken.html(row.text)}: {taken.html(row.rationale)}</li>" for row in getattr(item.interaction, "rows", ())
    ]
    return (f"<ul>{''.join(whys)}</ul>" if whys else "") + taken.further(item)


def html(text: str) -> str:
    """HTML as GIFT has it, on one line. A percent sign and an arrow say something there; in HTML both have another name."""
    return SPECIAL.sub(r"\\\1", _line(text).replace("%", "&#37;").replace("->", "-&gt;"))


def words(text: str) -> str:
    return SPECIAL.sub(r"\\\1", _line(text).replace("->", "→"))


def pattern(answer: str) -> str:
    """What is to be typed: a star would stand for anything."""
    return words(answer.replace("*", r"\*"))


def _line(text: str) -> str:
    return " ".join(text.split())
