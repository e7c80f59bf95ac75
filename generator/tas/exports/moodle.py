"""Moodle XML: every question with an id, its key, the why of each answer, where to read on and the sources.

Source: https://docs.moodle.org/en/Moodle_XML_format, and `question/format/xml/format.php` of Moodle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from tas.exports.format import Order
from tas.exports.gift import category
from tas.exports.grading import hundredths, is_told, worth
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.words import N_
from tas.model.interactions import Choice, Entry, Interaction, Match
from tas.model.interactions import Order as Ordering
from tas.view.quiz import QuizItem

ID = "moodle"
TITLE = N_("Moodle, question bank (XML)")
USE = N_("All questions for the question bank of a course in Moodle, with the explanation of each answer.")
STEPS = (
    N_("In your course in Moodle open “Question bank”, then “Import”."),
    N_("Choose “Moodle XML format”, drop the file, and press “Import”. Questions to put in order need Moodle 4.4."),
    N_(
        "Add the questions to a quiz of your own. A newer file comes into a category of its own, by its date; delete the older one."
    ),
)
MADE, NEEDS = "build", frozenset[str]()


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return is_told(quiz, item)


def orders(taken: Taken) -> Iterator[Order]:
    if taken.carried(carries):
        yield Order(f"{taken.outline.slug}-{taken.code}.moodle.xml", lambda: xml(taken), (taken.content,))


def xml(taken: Taken) -> bytes:
    questions = [part for quiz, items in taken.carried(carries) for part in _quiz(taken, quiz, items)]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *questions, "</quiz>", ""]).encode()


def _quiz(taken: Taken, quiz: TakenQuiz, items: Iterable[QuizItem]) -> Iterator[str]:
    about = f"<p>{escape(quiz.title, quote=False)}</p><p>{taken.html(quiz.intro)}</p>"
    yield f'<question type="category"><category><text>{escape(category(taken, quiz.id))}</text></category>{html("info", about)}</question>'
    for item in items:
        yield question(taken, item)


def question(taken: Taken, item: QuizItem) -> str:
    it = item.interaction
    unit = f" ({escape(it.unit, quote=False)})" if isinstance(it, Entry) and it.unit else ""
    return "\n".join(
        (
            f'<question type="{_type(it)}">',
            f"<name><text>{escape(taken.seen(it.stem)[:200])}</text></name>",
            html("questiontext", f"<p>{taken.html(it.stem)}{unit}</p>"),
            html("generalfeedback", _general(taken, item)),
            "<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>",
            f"<idnumber>{taken.code}-{it.id}</idnumber>",
            *_answers(taken, item),
            "</question>",
        )
    )


def _type(it: Interaction) -> str:
    match it:
        case Choice():
            return "multichoice"
        case Match():
            return "matching"
        case Ordering():
            return "ordering"
        case Entry(base="number"):
            return "numerical"
    return "shortanswer"


def _answers(taken: Taken, item: QuizItem) -> Iterator[str]:
    match item.interaction:
        case Choice() as it:
            shuffled = it.shuffle and not any(option.pin for option in it.options)  # nothing can be pinned there
            single = "true" if it.cardinality == "single" else "false"
            yield f"<single>{single}</single><shuffleanswers>{str(shuffled).lower()}</shuffleanswers><answernumbering>abc</answernumbering>"
            for option in it.options:
                yield answer(worth(it, option), taken.html(option.text), taken.html(option.rationale), "html")
        case Match() as it:
            names = {option.id: option.text for option in it.options}
            yield "<shuffleanswers>true</shuffleanswers>"
            for row in it.rows:
                yield _pair(taken.html(row.text), taken.seen(names[row.key]))
            for option in it.options:
                if option.id not in {row.key for row in it.rows}:
                    yield _pair("", taken.seen(option.text))
        case Ordering() as it:
            yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>"
            yield "<gradingtype>ALL_OR_NOTHING</gradingtype><showgrading>SHOW</showgrading><numberingstyle>none</numberingstyle>"
            for option in it.in_order:
                yield f'<answer fraction="1.0000000" format="html"><text>{cdata(taken.html(option.text))}</text></answer>'
        case Entry() as it:
            is_number = it.base == "number"
            yield (
                "<unitgradingtype>0</unitgradingtype><showunits>3</showunits>" if is_number else "<usecase>0</usecase>"
            )
            for accepted in it.accepted:
                yield _typed(100, accepted, taken.html(it.rationale), is_number, it.tolerance)
            for mistake in it.mistakes:
                yield _typed(0, mistake.answer, taken.html(mistake.rationale), is_number, 0)


def _typed(share: float, words: str, why: str, is_number: bool, tolerance: float) -> str:
    if is_number:
        return answer(share, words, why, "moodle_auto_format", f"<tolerance>{tolerance:g}</tolerance>")
    return answer(share, words.replace("*", r"\*"), why, "moodle_auto_format")  # a star would stand for anything


def _pair(text: str, key: str) -> str:
    return (
        f'<subquestion format="html"><text>{cdata(text)}</text><answer><text>{cdata(key)}</text></answer></subquestion>'
    )


def _general(taken: Taken, item: QuizItem) -> str:
    """The why of rows and steps, which have no place of their own for it, and where to read on."""
    it = item.interaction
    whys = [(row.text, row.rationale) for row in getattr(it, "rows", ())]
    if isinstance(it, Ordering):
        whys = [(option.text, option.rationale) for option in it.in_order]
    listed = "".join(f"<li>{taken.html(text)} – {taken.html(why)}</li>" for text, why in whys)
    return (f"<ol>{listed}</ol>" if whys else "") + taken.further(item)


def answer(share: float, text: str, why: str, kind: str, more: str = "") -> str:
    return f'<answer fraction="{hundredths(share)}" format="{kind}"><text>{cdata(text)}</text>{more}{html("feedback", why)}</answer>'


def html(name: str, text: str) -> str:
    return f'<{name} format="html"><text>{cdata(text)}</text></{name}>'


def cdata(text: str) -> str:
    """Text that ends the section begins a new one."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
