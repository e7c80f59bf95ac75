"""CSV: every question with its answers, one answer a row; opens in any spreadsheet, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tas.exports.format import Order
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.words import N_
from tas.model.interactions import Choice, Entry, Interaction, Match, OpenText, Option
from tas.model.interactions import Order as Ordering
from tas.view.quiz import QuizItem

ID = "csv"
TITLE = N_("Table (CSV)")
USE = N_("All questions and answers with their explanations as a table, to look through, count or translate.")
STEPS = (
    N_("Download the file."),
    N_("Open it with Excel, LibreOffice or Google Sheets; the text is UTF-8, separated by commas."),
    N_("One row is one answer. The column “item” says which rows belong together."),
)
MADE, NEEDS = "build", frozenset[str]()
COLUMNS = (
    "edition", "quiz", "quiz_title", "section", "item", "number", "interaction", "question",
    "answer", "text", "key", "rationale", "read_more", "sources",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for something to be worked out."""
BOM = "\ufeff"


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return True


def orders(taken: Taken) -> Iterator[Order]:
    if taken.carried(carries):
        yield Order(f"{taken.outline.slug}-{taken.code}.csv", lambda: table(taken), (taken.content,))


def table(taken: Taken) -> bytes:
    stream = io.StringIO()
    write = csv.writer(stream, quoting=csv.QUOTE_ALL)
    write.writerow(COLUMNS)
    for quiz in taken.quizzes:
        for section in quiz.sections:
            for item in section.items:
                for row in rows(taken, item):
                    cells = (*_head(taken, quiz, section.title, item), *row, *_end(taken, item))
                    write.writerow([inert(cell) for cell in cells])
    return (BOM + stream.getvalue()).encode()


def inert(cell: str) -> str:
    """As spreadsheets show it: an apostrophe before what they would work out is not shown, and says that it is text."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _head(taken: Taken, quiz: TakenQuiz, section: str, item: QuizItem) -> tuple[str, ...]:
    it = item.interaction
    return (
        taken.code,
        quiz.id,
        quiz.title,
        section,
        it.id,
        str(item.number),
        it.kind,
        _with(taken, taken.seen(it.stem), item),
    )


def _with(taken: Taken, words: str, shown: QuizItem | Option) -> str:
    """The words and, in brackets, what a picture beside them shows."""
    named = taken.library.pictograms.get(shown.picture or "")
    alt = named.alt if named else shown.alt
    return f"{words} [{alt}]" if shown.picture and alt else words


def _end(taken: Taken, item: QuizItem) -> tuple[str, ...]:
    learn = item.interaction.learn
    return (taken.url(learn) if learn else "", "; ".join(taken.sources(item)))


def rows(taken: Taken, item: QuizItem) -> Iterator[tuple[str, str, str, str]]:
    """(id, text, key, rationale) of each answer."""
    options = {option.id: option for option in getattr(item.interaction, "options", ())}
    for id, text, key, rationale in _answers(item.interaction):
        seen = taken.seen(text)
        yield id, _with(taken, seen, options[id]) if id in options else seen, key, taken.seen(rationale)


def _answers(it: Interaction) -> Iterator[tuple[str, str, str, str]]:
    match it:
        case Choice(mapping=mapping) if mapping:
            for option in it.options:
                points = "; ".join(f"{name} {count}" for name, count in mapping[option.id].items())
                yield option.id, option.text, points, option.rationale
        case Choice():
            for option in it.options:
                yield option.id, option.text, "1" if option.id in it.key else "0", option.rationale
        case Match():
            names = {option.id: option.text for option in it.options}
            for row in it.rows:
                yield row.id, row.text, names[row.key], row.rationale
        case Ordering():
            for place, option in enumerate(it.in_order, 1):
                yield option.id, option.text, str(place), option.rationale
        case Entry():
            margin = f" ± {it.tolerance:g}" if it.tolerance else ""
            for accepted in it.accepted:
                yield "accepted", f"{accepted}{margin} {it.unit}".strip(), "1", it.rationale
            for mistake in it.mistakes:
                yield "mistake", mistake.answer, "0", mistake.rationale
        case OpenText():
            for hint in it.hints or ("",):
                yield "think-about", hint, "", ""
