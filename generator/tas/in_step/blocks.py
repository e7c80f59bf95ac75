"""Blocks: the smallest things with a name. In Markdown a heading's id and an ordinal, in YAML the path by ids; the same in every edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from tas.problems import Place
from tas.read.document import Document
from tas.read.yaml_data import Path_
from tas.text.markdown import parse_blocks

TOP = ".top"
"""Stands for the heading that what comes before the first heading does not have."""

NOT_COMPARED = {
    *("id", "was", "code", "url", "to", "learn", "type", "key", "icon", "kind", "picture", "draw", "grade", "group", "page"),
    *("quiz", "guide", "profession", "reviewed", "date", "source", "only_here", "part", "scale", "subscale", "drawing"),
    *("sources", "next", "not_yours", "danger_signs", "does", "supports", "refers", "professions", "neighbours", "for"),
    *("session", "observation", "family_sheet", "flashcards", "read", "stations"),
    *("visits", "words", "alone", "also", "asked", "to_check_by", "checked_by", "purse", "no_picture", "no_pictures", "pages"),
}  # fmt: skip
"""Fields that name or count, that each language has of its own, or that other rules hold the same in every edition."""

AS_ONE = {"call"}
"""Lists of names that say something together: whom to call, in the order to try."""

NAMES_ENTRY = ("id", "urgency", "profession")
"""The field by which an entry of a list is known, where it has one; else it counts from 1."""

BEGINS_ANEW = {"items"}
"""Lists whose ids are those of the whole file: an item keeps its name when it moves to another section."""

OWN_FILES = {"sources", "wording", "search", "corrections"}
"""Reference files that each edition has of its own; nothing in them is anybody's counterpart."""

LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)")
SHOWN = ("contact:", "sign:")
"""Where the brackets of such a link are empty, its target is what a reader reads."""
MARKS = re.compile(r"""["'“”„«»‘’‚`*\\]|(?<!\w)_|_(?!\w)|\{\s*#[^{}]*\}|^\s*#{1,6}\s|\s#+\s*$|^\s*[-+>](?=\s)""", re.MULTILINE)  # fmt: skip
NUMBERED = re.compile(r"^\s*\d+[.)](?=\s)", re.MULTILINE)
RULE = re.compile(r"^[\s|:-]+$", re.MULTILINE)
WORD = re.compile(r"\w")
BLANK = re.compile(r"\s*\|\s*|\s+")
DASHES = re.compile(r"-{2,3}|—|–")

WHOLE, BLOCKS = "fingerprint", "blocks"
"""Where a document keeps them."""


@dataclass(eq=False)
class Block:
    """`text` as it stands in its file; `path` of its value in YAML or front matter, `lines` (first, last; from 1) in a body."""

    key: str
    text: str
    document: Document
    path: Path_ = ()
    lines: tuple[int, int] | None = None
    kind: str = "text"
    """`heading`, `paragraph`, `bullet_list`, `table`, …; `text` of a field, `fact` for what is no text: a number, an urgency, whom to call."""

    @property
    def place(self) -> Place:
        return self.document.place_at(self.lines[0], 1) if self.lines else self.document.place(self.path)

    @cached_property
    def hash(self) -> str:
        return sha256(normal(self.text, self.kind).encode()).hexdigest()[:8]


def normal(text: str, kind: str = "text") -> str:
    """What counts of a text: no white space, line breaks, link targets, quotation marks, bullets, emphasis or ids."""
    if kind == "ordered_list":
        text = NUMBERED.sub("", text)
    if "](" in text:
        text = LINK.sub(lambda link: link[1] or (link[2] if link[2].startswith(SHOWN) else ""), text)
    if "|" in text:
        text = RULE.sub("", text)
    text = DASHES.sub("-", MARKS.sub("", text)).replace("...", "…")
    return BLANK.sub(lambda found: "|" if "|" in found[0] else " ", text).strip(" |")


def says_something(text: str) -> bool:
    """A place for a drawing, or a line of signs, says nothing itself."""
    return bool(normal(text)) if "](" in text else WORD.search(text) is not None


def fingerprint(document: Document) -> str:
    """Of the whole file as read: while it stays, no block of it has changed."""
    if WHOLE not in document.kept:
        document.kept[WHOLE] = sha256(repr((document.data, document.body)).encode()).hexdigest()[:8]
    whole: str = document.kept[WHOLE]
    return whole


def blocks(folder: str, name: str, document: Document) -> dict[str, Block]:
    """The blocks of a file by their keys, in its order; none of a file that could not be read. Nobody may change them."""
    if not isinstance(document.data, dict) or (folder == "reference" and name in OWN_FILES):
        return {}
    if BLOCKS not in document.kept:
        document.kept[BLOCKS] = _blocks(folder, document)
    found: dict[str, Block] = document.kept[BLOCKS]
    return found


def _blocks(folder: str, document: Document) -> dict[str, Block]:
    found: dict[str, Block] = {}
    values: list[Block] = []
    _values(document, document.data, (), "." if folder == "docs" else "", values)
    for block in (*values, *_body(document)):
        key, number = block.key, 2
        while block.key in found:  # an id that is given twice, which its own rule tells
            block.key, number = f"{key}~{number}", number + 1
        found[block.key] = block
    return found


def _values(document: Document, data: Any, path: Path_, key: str, found: list[Block]) -> None:
    """Fills a list, for a bag has tens of thousands of values."""
    if isinstance(data, dict):
        for field, value in data.items():
            if field in AS_ONE and isinstance(value, list):
                text = ", ".join(map(str, value))
                found.append(Block(_below(key, field), text, document, (*path, field), kind="fact"))
            elif field not in NOT_COMPARED and isinstance(value, str | list | dict):
                below = field if field in BEGINS_ANEW else _below(key, field)
                _values(document, value, (*path, field), below, found)
    elif isinstance(data, list):
        for index, entry in enumerate(data):
            names = (entry.get(field) for field in NAMES_ENTRY) if isinstance(entry, dict) else ()
            name = next((name for name in names if isinstance(name, str)), str(index + 1))
            _values(document, entry, (*path, index), _below(key, name), found)
    elif isinstance(data, str) and says_something(data):
        found.append(Block(key, data, document, path, kind="fact" if path[-1] in ("number", "urgency") else "text"))


def _below(key: str, name: str) -> str:
    return f"{key}/{name}" if key.strip(".") else f"{key}{name}"


def _body(document: Document) -> Iterator[Block]:
    if not document.body:
        return
    known = "markdown" in vars(document)
    tokens = document.markdown.tokens if known else parse_blocks(document.body)
    lines = document.body_lines
    section, ordinal = TOP, 0
    for token in tokens:
        if token.level or token.nesting < 0 or not token.map or token.type == "hr":
            continue
        start, end = token.map
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        block = Block(
            section,
            "\n".join(lines[start:end]),
            document,
            lines=(start + document.body_line, end + document.body_line - 1),
            kind=token.type.removesuffix("_open"),
        )
        if block.kind == "heading" and token.attrs.get("id"):
            block.key = section = str(token.attrs["id"])
            ordinal = 0
            yield block
        elif says_something(block.text):
            ordinal += 1
            block.key = f"{section}/{ordinal}"
            yield block
