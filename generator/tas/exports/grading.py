"""What an interaction is worth, as every format asks it: in hundredths, option by option."""

from __future__ import annotations

from tas.exports.taken import TakenQuiz
from tas.model.interactions import Choice, Interaction, OpenText, Option, Order
from tas.view.quiz import QuizItem


def is_scored(it: Interaction) -> bool:
    """Whether something in it is right: not a mirror's question, and nothing that is written freely."""
    return not isinstance(it, OpenText) and not (isinstance(it, Choice) and it.mapping and not it.key)


def is_asked(quiz: TakenQuiz, item: QuizItem) -> bool:
    """Whether a platform that gives marks may ask it. A mirror is not taken apart: what a reader thinks of the work is no answer to mark."""
    return not quiz.mirror and is_scored(item.interaction)


def is_shown(item: QuizItem) -> bool:
    """Whether a picture asks along: without it nobody could answer, so a format that has words alone leaves the item out."""
    return bool(item.picture) or any(
        getattr(option, "picture", None) for option in getattr(item.interaction, "options", ())
    )


def is_told(quiz: TakenQuiz, item: QuizItem) -> bool:
    """Whether a platform that gives marks may ask it in words alone."""
    return is_asked(quiz, item) and not is_shown(item)


def is_order(it: Interaction) -> bool:
    return isinstance(it, Order)


def worth(it: Choice, option: Option) -> float:
    """Of one option, -100 to 100. Where several are right they share 100 and the wrong ones take it away, so that all ticked is nothing."""
    if it.cardinality == "multiple":
        right = len(it.key)
        return 100 / right if option.id in it.key else -100 / (len(it.options) - right)
    if not it.mapping:
        return 100 if option.id in it.key else 0
    points = {name: sum(counts.values()) for name, counts in it.mapping.items()}
    return 100 * points[option.id] / max(points.values())


def enough(count: int, mark: int) -> int:
    """So many of `count` right answers reach the mark, which is in hundredths: never fewer than it asks for."""
    return max(1, -(-count * mark // 100))


def hundredths(number: float) -> str:
    """As Moodle's list of grades has them: 100, 50, 33.33333."""
    return f"{number:.5f}".rstrip("0").rstrip(".")
