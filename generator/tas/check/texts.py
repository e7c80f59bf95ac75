"""Every text an author wrote, with its place: what the content rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tas.problems import Problem
from tas.read.library import Library
from tas.read.source import Document, Path_

NOT_PROSE = {
    "id",
    "code",
    "url",
    "to",
    "learn",
    "type",
    "key",
    "icon",
    "kind",
    "picture",
    "draw",
    "grade",
    "group",
    "page",
    "quiz",
    "guide",
    "profession",
    "reviewed",
    "date",
    "urgency",
    "number",
    "source",
    "only_here",
    "part",
    "scale",
    "subscale",
}
"""Fields that name or count; nobody reads them as sentences."""

NAME_LISTS = {
    "sources",
    "next",
    "not_yours",
    "danger_signs",
    "call",
    "does",
    "supports",
    "refers",
    "claim_words",
    "claim_units",
    "verdict_words",
    "telling_words",
    "all_or_none",
    "negatives",
    "absolutes",
    "also",
    "points",
    "professions",
    "for",
    "visits",
    "words",
    "to_check_by",
    "checked_by",
}
"""Fields whose entries are names or words, not sentences."""


@dataclass(frozen=True)
class Text:
    """A paragraph of a page (with line and column) or a value in YAML (with its path)."""

    document: Document
    string: str
    path: Path_ | None = None
    line: int = 0

    def problem(self, message: str, *, at: int = 0) -> Problem:
        """A problem at character `at` of this text; a YAML value is told by the place of its key."""
        if self.path is not None:
            return self.document.problem(self.path, message, "")
        before = self.string[:at]
        column = at - (before.rfind("\n") + 1) + 1
        return self.document.problem_at(self.line + before.count("\n"), column, message, "")


WORD_LISTS = {("reference", "wording"), ("reference", "search")}
"""Words that are looked for, not shown."""


@lru_cache(maxsize=8)
def texts(library: Library) -> tuple[Text, ...]:
    """All texts of an edition, in the order of its files; many rules ask for them."""
    return tuple(
        text
        for (folder, name), document in library.documents.items()
        if document.data is not None and (folder, name) not in WORD_LISTS
        for text in texts_in(document)
    )


def texts_in(document: Document) -> Iterator[Text]:
    """The texts of one file: the values of its YAML, then the paragraphs of its body."""
    yield from _values(document, document.data, ())
    yield from paragraphs(document)


def paragraphs(document: Document) -> Iterator[Text]:
    """The body of a page in pieces without blank lines; a list item is a piece of its own, a heading none."""
    piece: list[str] = []
    start = document.body_line
    for number, line in enumerate([*document.body.split("\n"), ""], document.body_line):
        begins_anew = not line.strip() or line.startswith("#") or line.lstrip().startswith(("- ", "* ", "1. "))
        if begins_anew and piece:
            yield Text(document, "\n".join(piece), line=start)
            piece = []
        if line.strip() and not line.startswith("#"):
            start = start if piece else number
            piece.append(line)


def _values(document: Document, data: Any, path: Path_) -> Iterator[Text]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_PROSE and key not in NAME_LISTS:
                yield from _values(document, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(document, value, (*path, index))
    elif isinstance(data, str):
        yield Text(document, data, path=path)


def words_pattern(words: tuple[str, ...], *, whole: bool = True) -> re.Pattern[str]:
    """Finds any of the words in any case, whole or as a beginning; nothing where there are none."""
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    end = r"(?!\w)" if whole else ""
    return re.compile(rf"(?<!\w)(?:{longest_first or '(?!)'}){end}", re.IGNORECASE)
