"""Every text an author wrote, with its place: what the content rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from tas.check.text import Text
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_

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
    "session",
    "observation",
    "family_sheet",
    "flashcards",
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
    "hedges",
    "schedule_words",
    "schedule_units",
    "number_words",
    "all_or_none",
    "negatives",
    "absolutes",
    "also",
    "professions",
    "groups",
    "for",
    "visits",
    "words",
    "to_check_by",
    "checked_by",
    "read",
    "stations",
}
"""Fields whose entries are names or words, not sentences; where an entry holds fields of its own, these are read."""


WORD_LISTS = {("reference", "wording"), ("reference", "search"), ("reference", "sources")}
"""Words that are looked for, not shown; and what others call their own documents."""


TEXTS = "texts"


def is_looked_at(library: Library, document: Document) -> bool:
    return library.looked_at is None or document.path in library.looked_at


def bodies(bag: Bag) -> Iterator[Document]:
    """Every page that could be read, as what the rules on headings, lists and tables look at."""
    for library in bag:
        for slug in library.pages:
            if is_looked_at(library, document := library.documents["docs", slug]):
                yield document


@lru_cache(maxsize=16)
def texts(library: Library) -> tuple[Text, ...]:
    """All texts of an edition, in the order of its files; many rules ask for them."""
    return tuple(
        text
        for name, document in library.documents.items()
        if name not in WORD_LISTS and document.data is not None and is_looked_at(library, document)
        for text in texts_of(document)
    )


def forget_texts(bag: Bag) -> None:
    """When nobody checks any more: each text of a bag, with its tokens, is several times as large as its file."""
    texts.cache_clear()
    for library in bag:
        for document in library.documents.values():
            document.kept.pop(TEXTS, None)


def texts_of(document: Document) -> tuple[Text, ...]:
    if TEXTS not in document.kept:
        document.kept[TEXTS] = tuple(texts_in(document))
    texts: tuple[Text, ...] = document.kept[TEXTS]
    return texts


def texts_in(document: Document) -> Iterator[Text]:
    """The texts of one file: the values of its YAML, then the blocks of its body, but not its code."""
    yield from _values(document, document.data, ())
    cell = 0
    tokens = document.markdown.tokens if document.body else []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            cell = -1
        elif token.type == "inline":
            in_cell = before.tag in ("td", "th")
            cell += in_cell
            yield Text(
                document,
                token.content,
                block=token,
                is_heading=before.type == "heading_open",
                cell=cell if in_cell else None,
            )


def _values(document: Document, data: Any, path: Path_) -> Iterator[Text]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in NAME_LISTS and isinstance(value, list):
                for index, entry in enumerate(value):
                    if isinstance(entry, dict):
                        yield from _values(document, entry, (*path, key, index))
            elif key not in NOT_PROSE and key not in NAME_LISTS:
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
