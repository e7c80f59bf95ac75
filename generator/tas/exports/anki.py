"""Anki: a deck a quiz, a card a question; a newer file changes the cards that somebody learns with and keeps how well they know them.

Source: the layout of a collection of version 11, as `anki` imports it (`rslib/src/storage/schema11.sql`).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from hashlib import sha1, sha256
from html import escape
from typing import Any

from tas.exports.format import Order
from tas.exports.grading import is_told, worth
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.archive import archive
from tas.ground.places import TEMPLATES
from tas.ground.words import N_
from tas.model.interactions import Choice, Entry, Match
from tas.model.interactions import Order as Ordering
from tas.view.quiz import QuizItem

ID = "anki"
TITLE = N_("Flashcards for learning by yourself (Anki)")
USE = N_(
    "Every question as a card, on a phone or a computer. Anki asks again what you did not know, and works without the internet."
)
STEPS = (
    N_("Install Anki (computer), AnkiDroid (Android) or AnkiMobile (iPhone)."),
    N_("Open the file with it, or choose “Import”."),
    N_("Each quiz is a deck. Import a newer file in the same way: what you have learnt stays."),
)
MADE, NEEDS = "build", frozenset[str]()
FIELDS = ("Id", "Question", "Answer", "Further")
FRONT, BACK = "{{Question}}", "{{FrontSide}}<hr id=answer>{{Answer}}{{Further}}"
STYLE = ".card{font:18px/1.5 sans-serif;text-align:left;max-width:40em;margin:auto;padding:1em}.right{font-weight:bold}.why,.further{color:#555}.nightMode .why,.nightMode .further{color:#bbb}"
MODEL = 1_732_000_000_001
"""Of the kind of note; the same for ever, so that a newer file finds the older cards."""
SPECIAL = re.compile(r"\[|\\(?=[(\[])")
"""What would play a sound or draw a formula."""


@dataclass(frozen=True)
class Note:
    """`fields` in the order of FIELDS, HTML."""

    guid: str
    deck: int
    fields: tuple[str, ...]


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return is_told(quiz, item)


def orders(taken: Taken) -> Iterator[Order]:
    if taken.carried(carries):
        yield Order(f"{taken.outline.slug}-{taken.code}.apkg", lambda: apkg(taken), (taken.content,))


def apkg(taken: Taken) -> bytes:
    """The package. Each note is of the day on which the edition last changed: with a later one Anki takes over what is new."""
    decks, notes = {}, []
    for quiz, items in taken.carried(carries):
        deck = number(f"{taken.code}:{quiz.id}")
        decks[deck] = f"{taken.outline.site_name} {taken.code}::{quiz.title}"
        notes += [note(taken, quiz, item, deck) for item in items]
    when = int(datetime.combine(taken.outline.day, time(12), UTC).timestamp())
    return archive({"collection.anki2": collection(decks, notes, when), "media": b"{}"}, taken.outline.day)


def note(taken: Taken, quiz: TakenQuiz, item: QuizItem, deck: int) -> Note:
    guid = sha256(f"{taken.code}:{quiz.id}:{item.interaction.id}".encode()).hexdigest()[:20]
    question = f"<p>{taken.html(item.interaction.stem)}</p>{_asked(taken, item)}"
    further = f'<div class="further">{taken.further(item)}</div>'
    name = f"{taken.code}:{quiz.id}:{item.interaction.id}"
    fields = (name, question, f"<ul>{''.join(_answers(taken, item))}</ul>", further)
    return Note(guid, deck, tuple(SPECIAL.sub(_named, field) for field in fields))


def _named(found: re.Match[str]) -> str:
    return "&#91;" if found[0] == "[" else "&#92;&#8288;"


def _asked(taken: Taken, item: QuizItem) -> str:
    """What there is to choose from, as it is shown."""
    match item.interaction:
        case Choice() as it:
            return f"<ol type=A>{''.join(f'<li>{taken.html(option.text)}</li>' for option in it.options)}</ol>"
        case Match() as it:
            names = " · ".join(escape(taken.seen(option.text), quote=False) for option in it.options)
            return f"<p>{names}</p><ol>{''.join(f'<li>{taken.html(row.text)}</li>' for row in it.rows)}</ol>"
        case Ordering() as it:
            return f"<ul>{''.join(f'<li>{taken.html(option.text)}</li>' for option in it.options)}</ul>"
        case Entry(unit=unit) if unit:
            return f"<p>… {escape(unit, quote=False)}</p>"
    return ""


def _answers(taken: Taken, item: QuizItem) -> Iterator[str]:
    match item.interaction:
        case Choice() as it:
            for option in it.options:
                share = worth(it, option)
                yield _answer(taken.html(option.text), taken.html(option.rationale), "✓" if share == 100 or (it.cardinality == "multiple" and share > 0) else "½" if share > 0 else "✗")  # fmt: skip
        case Match() as it:
            names = {option.id: escape(taken.seen(option.text), quote=False) for option in it.options}
            for row in it.rows:
                yield _answer(f"{taken.html(row.text)} → {names[row.key]}", taken.html(row.rationale), "✓")
        case Ordering() as it:
            for place, option in enumerate(it.in_order, 1):
                yield _answer(f"{place}. {taken.html(option.text)}", taken.html(option.rationale), "✓")
        case Entry() as it:
            for text in it.accepted:
                margin = f" ± {it.tolerance:g}" if it.tolerance else ""
                yield _answer(escape(text + margin, quote=False), taken.html(it.rationale), "✓")
            for mistake in it.mistakes:
                yield _answer(escape(mistake.answer, quote=False), taken.html(mistake.rationale), "✗")


def _answer(text: str, why: str, sign: str) -> str:
    right = " class=right" if sign == "✓" else ""
    return f"<li><span{right}>{sign} <span class=text>{text}</span></span> <div class=why>{why}</div></li>"


def number(name: str) -> int:
    """An id as Anki has them, the same for the same name."""
    return 10**12 + int(sha256(name.encode()).hexdigest()[:12], 16) % 10**12


def collection(decks: dict[int, str], notes: list[Note], when: int) -> bytes:
    """The database; `when` in seconds since 1970."""
    base = sqlite3.connect(":memory:")
    base.executescript((TEMPLATES / "exports/anki.sql").read_text(encoding="utf-8"))
    configuration = {"activeDecks": [1], "curDeck": 1, "nextPos": len(notes) + 1, "sortType": "noteFld", "schedVer": 2}
    base.execute(
        "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        (
            when,
            when * 1000,
            when * 1000,
            *map(json.dumps, (configuration, _models(when), _decks(decks, when), _options())),
        ),
    )
    for place, one in enumerate(notes):
        own = number(one.guid)
        check = int(sha1(one.fields[0].encode()).hexdigest()[:8], 16)
        base.execute(
            "INSERT INTO notes VALUES (?, ?, ?, ?, -1, '', ?, ?, ?, 0, '')",
            (own, one.guid, MODEL, when, "\x1f".join(one.fields), one.fields[0], check),
        )
        base.execute(
            "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            (own, own, one.deck, when, place + 1),
        )
    base.commit()
    return base.serialize()


def _models(when: int) -> dict[str, Any]:
    fields = [
        {"name": name, "ord": place, "font": "Arial", "size": 20, "rtl": False, "sticky": False, "media": []}
        for place, name in enumerate(FIELDS)
    ]
    card = {"name": "Card", "ord": 0, "qfmt": FRONT, "afmt": BACK, "bqfmt": "", "bafmt": "", "did": None}
    model = {
        "id": MODEL, "name": "Tas", "type": 0, "mod": when, "usn": -1, "sortf": 0, "did": 1, "tmpls": [card], "flds": fields,
        "css": STYLE, "latexPre": "", "latexPost": "", "tags": [], "vers": [], "req": [[0, "any", [1]]],
    }  # fmt: skip
    return {str(MODEL): model}


def _decks(decks: dict[int, str], when: int) -> dict[str, Any]:
    return {
        str(own): {
            "id": own, "name": name, "desc": "", "mod": when, "usn": -1, "conf": 1, "dyn": 0, "collapsed": False, "extendNew": 10,
            "extendRev": 50, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
        }
        for own, name in {1: "Default", **decks}.items()
    }  # fmt: skip


def _options() -> dict[str, Any]:
    """How a deck asks: as Anki's own beginning has it."""
    new = {
        "delays": [1, 10],
        "ints": [1, 4, 7],
        "initialFactor": 2500,
        "order": 1,
        "perDay": 20,
        "bury": True,
        "separate": True,
    }
    again = {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0}
    review = {"perDay": 100, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1}
    own = {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "maxTaken": 60,
        "timer": 0,
        "autoplay": False,
        "replayq": True,
    }
    return {"1": own | {"new": new, "lapse": again, "rev": review}}
