"""A quiz as an exercise of Perseus, which Kolibri shows and marks: one JSON an item, in a zip.

What is typed in words has no place there; rows get a list to choose from each, steps are sorted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from tas.exports.grading import enough, is_scored, is_shown, worth
from tas.exports.taken import Taken
from tas.ground.archive import archive
from tas.model.interactions import Choice, Entry, Match
from tas.model.interactions import Order as Ordering
from tas.view.quiz import QuizItem

EPOCH = date(1980, 1, 1)
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!$|~<>:=&@])")
Widget = dict[str, Any]


def can_ask(item: QuizItem) -> bool:
    it = item.interaction
    return is_scored(it) and not is_shown(item) and not (isinstance(it, Entry) and it.base != "number")


def item_id(code: str, item: str) -> str:
    """32 letters, the same for the same item."""
    return uuid5(NAMESPACE_URL, f"tas:{code}:{item}").hex


def exercise(taken: Taken, items: Sequence[QuizItem], mark: int) -> bytes:
    """The zip; `mark`: right answers in a hundred that are enough."""
    ids = [item_id(taken.code, item.interaction.id) for item in items]
    index = {
        "all_assessment_items": ids,
        "mastery_model": "m_of_n",
        "randomize": False,
        "n": len(ids),
        "m": enough(len(ids), mark),
    }
    members = {"exercise.json": _json(index)}
    for id, item in zip(ids, items, strict=True):
        members[f"{id}.json"] = _json(asked(taken, item))
    return archive(members, EPOCH)


def asked(taken: Taken, item: QuizItem) -> dict[str, Any]:
    """One item: its question with the places of its widgets, and the why as hints."""
    it = item.interaction
    lines, widgets = [marked(taken.seen(it.stem))], {}
    match it:
        case Choice():
            widgets["radio 1"] = _radio(taken, it)
            lines.append("[[☃ radio 1]]")
        case Match():
            for number, row in enumerate(it.rows, 1):
                choices = [
                    {"content": taken.seen(option.text), "correct": option.id == row.key} for option in it.options
                ]
                widgets[f"dropdown {number}"] = _widget(
                    "dropdown", {"placeholder": "…", "choices": choices, "static": False}
                )
                lines.append(f"{marked(taken.seen(row.text))}  [[☃ dropdown {number}]]")
        case Ordering():
            correct = [marked(taken.seen(option.text)) for option in it.in_order]
            widgets["sorter 1"] = _widget("sorter", {"correct": correct, "layout": "vertical", "padding": True})
            lines.append("[[☃ sorter 1]]")
        case Entry():
            answers = [
                {
                    "value": float(text),
                    "status": "correct",
                    "message": "",
                    "simplify": "optional",
                    "strict": False,
                    "maxError": it.tolerance,
                }
                for text in it.accepted
            ]
            widgets["numeric-input 1"] = _widget(
                "numeric-input",
                {"answers": answers, "size": "normal", "coefficient": False, "labelText": "", "static": False},
            )
            lines.append(f"[[☃ numeric-input 1]] {marked(it.unit)}")
    hints = [_told(marked(why)) for why in _whys(taken, item)]
    return {
        "question": {"content": "\n\n".join(lines), "images": {}, "widgets": widgets},
        "hints": hints,
        "answerArea": {"calculator": False, "periodicTable": False},
        "itemDataVersion": {"major": 0, "minor": 1},
    }


def _radio(taken: Taken, it: Choice) -> Widget:
    several = it.cardinality == "multiple"
    choices = [
        {
            "content": marked(taken.seen(option.text)),
            "clue": marked(taken.seen(option.rationale)),
            "correct": worth(it, option) > (0 if several else 99),
        }
        for option in it.options
    ]
    # of two that are equally right one is enough; Perseus would ask for both
    first = next(place for place, choice in enumerate(choices) if choice["correct"])
    if not several:
        choices = [choice | {"correct": place == first} for place, choice in enumerate(choices)]
    return _widget(
        "radio",
        {
            "choices": choices,
            "randomize": False,
            "multipleSelect": several,
            "countChoices": False,
            "hasNoneOfTheAbove": False,
            "deselectEnabled": False,
            "onePerLine": True,
        },
    )


def _whys(taken: Taken, item: QuizItem) -> list[str]:
    it = item.interaction
    match it:
        case Choice():
            found = [(option.text, option.rationale) for option in it.options]
        case Match():
            found = [(row.text, row.rationale) for row in it.rows]
        case Ordering():
            found = [(option.text, option.rationale) for option in it.in_order]
        case Entry():
            found = [(it.accepted[0], it.rationale), *((mistake.answer, mistake.rationale) for mistake in it.mistakes)]
        case _:
            found = []
    return [f"{taken.seen(text)} – {taken.seen(why)}" for text, why in found]


def _told(text: str) -> dict[str, Any]:
    return {"content": text, "images": {}, "widgets": {}}


def _widget(kind: str, options: dict[str, Any]) -> Widget:
    return {
        "type": kind,
        "graded": True,
        "alignment": "default",
        "static": False,
        "version": {"major": 1, "minor": 0},
        "options": options,
    }


def marked(text: str) -> str:
    """Words in which Perseus finds neither Markdown, nor a formula, nor a widget."""
    return SPECIAL.sub(r"\\\1", text)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
