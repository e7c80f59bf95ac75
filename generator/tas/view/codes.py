"""Quizzes as group codes see them (assets/js/learn/code.js): the shape of every item, and the four characters that name a quiz."""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from tas.model.codes import Released
from tas.model.interactions import Choice, Entry, Interaction, Match, OpenText, Order
from tas.read.bag import Bag
from tas.read.library import Library
from tas.text.inline import plain
from tas.view.quiz import QuizItem, quiz_view
from tas.view.safety import is_sensitive

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECORD, FIELD = "¶", "¦"
"""What parts the records and fields of `group_data`; no text holds them."""


@dataclass(frozen=True)
class CodedQuiz:
    """A quiz that a group may do: neither a mirror nor about violence or self-harm."""

    id: str
    slug: str
    title: str
    salt: int
    items: tuple[QuizItem, ...]

    @property
    def fingerprint(self) -> str:
        """FNV-1a 32 over ids and hashes, folded to 20 bits; four characters."""
        said = self.id + "".join(f"|{item.interaction.id}:{item.hash}" for item in self.items)
        hash_ = 2166136261
        for letter in said + (f"|{self.salt}" if self.salt else ""):
            hash_ = (hash_ ^ ord(letter)) * 16777619 & 0xFFFFFFFF
        folded = (hash_ >> 20 ^ hash_) & 0xFFFFF
        return "".join(ALPHABET[folded >> shift & 31] for shift in (15, 10, 5, 0))


def coded_quizzes(library: Library) -> Iterator[CodedQuiz]:
    shown = library.shown_on("quiz")
    for name, quiz in library.quizzes.items():
        slug = shown.get(name, "")
        if slug and not (quiz.profile or quiz.sensitive or is_sensitive(library, slug)):
            items = tuple(item for section in quiz_view(library, quiz) for item in section.items)
            yield CodedQuiz(name, slug, quiz.title, quiz.salt, items)


def new_codes(bag: Bag) -> tuple[Released, ...]:
    """The fingerprints of now that `reference/codes.yml` does not hold, each once."""
    now = {Released(quiz=quiz.id, fingerprint=quiz.fingerprint) for library in bag for quiz in coded_quizzes(library)}
    return tuple(sorted(now - set(bag.released), key=lambda code: (code.quiz, code.fingerprint)))


def group_data(library: Library) -> str:
    """Every such quiz with its texts, one record each and one for each of its items, as the page for trainers reads them (group-data.js)."""
    records = []
    for quiz in coded_quizzes(library):
        records.append(["", quiz.id, quiz.title, str(quiz.salt or "")])
        records += [_record(library, item) for item in quiz.items]
    return RECORD.join(FIELD.join(_clean(field) for field in record) for record in records)


def packed(text: str) -> str:
    """As gzip in base64: only the page for trainers unpacks it, and only for a first code."""
    return b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _record(library: Library, item: QuizItem) -> list[str]:
    """id, hash, kind, number of rows, key, stem, and each option; with its text where it can be a wrong answer."""
    it, code = item.interaction, library.edition.code
    options = [] if isinstance(it, Entry | OpenText) else sorted(it.options, key=lambda option: option.id)
    rows = len(it.rows) if isinstance(it, Match) else 0
    kind, key = kind_of(it), key_of(it)
    said = (
        option.id
        if kind == "order" or (kind != "match" and option.id in key)
        else f"{option.id}={plain(option.text, code)}"
        for option in options
    )
    return [it.id, item.hash, kind, str(rows or ""), ",".join(key), plain(it.stem, code), *said]


def kind_of(it: Interaction) -> str:
    match it:
        case Choice():
            return "one" if it.cardinality == "single" else "many"
        case Match():
            return "match"
        case Order():
            return "order"
        case Entry():
            return "typed"
    return "open"


def key_of(it: Interaction) -> tuple[str, ...]:
    """The right response; where one of several is right, all of them."""
    match it:
        case Choice() if it.mapping:
            most = max(sum(points.values()) for points in it.mapping.values())
            return tuple(name for name, points in it.mapping.items() if sum(points.values()) == most)
        case Choice() | Order():
            return it.key
        case Match():
            return tuple(row.key for row in it.rows)
        case Entry():
            return ("right",)
    return ()


def _clean(text: str) -> str:
    return " ".join(text.replace(RECORD, " ").replace(FIELD, " ").split())
