"""Every text an author wrote, with its place: what the content rules read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from tas.problems import Problem
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_
from tas.text.inline import UNMARKED
from tas.text.markdown import parse_inline, words
from tas.text.write import scheme_of

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
class Link:
    """A link in a text: where it leads, the words between its brackets, and where in `Text.source` it begins."""

    address: str
    words: str
    begins: int

    @property
    def scheme(self) -> str:
        """One of ours, or empty."""
        return scheme_of(self.address)[0]

    @property
    def name(self) -> str:
        """What a scheme of ours names."""
        return scheme_of(self.address)[1]


@dataclass(frozen=True, eq=False)
class Text:
    """A value of YAML (with its `path`), or a paragraph, a heading or a cell in the body of a page (with its `block`)."""

    document: Document
    source: str
    """As it stands in the file, without what holds the block (`> `, `- `, indentation)."""
    path: Path_ | None = None
    block: Token | None = None
    is_heading: bool = False
    cell: int | None = None
    """In a table: which one of its row, from 0."""

    @cached_property
    def tokens(self) -> Sequence[Token]:
        if self.block is not None:
            return self.block.children or ()
        return parse_inline(self.source, self.document.language)

    @cached_property
    def string(self) -> str:
        """What a reader reads, with the signs that the author typed."""
        if self.block is None and UNMARKED.fullmatch(self.source):
            return self.source
        return "".join(piece for _, _, piece in self._pieces)

    @cached_property
    def prose(self) -> str:
        """The same, as long, without code and signs that are escaped: these mean nothing but themselves."""
        return "".join(
            "\0" * len(piece) if token.type in ("code_inline", "text_special") else piece
            for token, _, piece in self._pieces
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        if "[" not in self.source and "<" not in self.source:
            return ()
        return tuple(
            Link(
                str(token.attrs["href"]),
                words(self.tokens[index + 1 : _end(self.tokens, index)]),
                max(0, token.meta.get("at", 0) - (token.markup != "autolink")),
            )
            for index, token in enumerate(self.tokens)
            if token.type == "link_open"
        )

    @cached_property
    def _pieces(self) -> list[tuple[Token, int, str]]:
        """(token, where it begins in `string`, what it adds to it)."""
        pieces, at = [], 0
        for token in self.tokens:
            piece = "\n" if token.type in ("softbreak", "hardbreak") else token.meta.get("typed", token.content)
            pieces.append((token, at, piece))
            at += len(piece)
        return pieces

    def problem(self, message: str, *, at: int | Link = 0) -> Problem:
        """A problem at a character of `string` or at a link; a YAML value is told by the place of its key."""
        if self.path is not None or self.block is None:
            return self.document.problem(self.path or (), message, "")
        begins = at.begins if isinstance(at, Link) else self._typed_at(at)
        return self.document.problem_at(*self._place(self.block, begins), message, "")

    def _typed_at(self, at: int) -> int:
        """Where in `source` character `at` of `string` stands."""
        if not self._pieces:
            return 0
        token, start, _ = self._pieces[max(0, bisect_right([start for _, start, _ in self._pieces], at) - 1)]
        return token.meta.get("at", 0) + at - start

    def _place(self, block: Token, at: int) -> tuple[int, int]:
        """Line and column in the file of character `at` of `source`."""
        first = block.map[0] if block.map else 0
        row = self.source.count("\n", 0, at)
        begins = self.source.rfind("\n", 0, at) + 1
        typed = self.source[begins:].partition("\n")[0]
        lines = self.document.body_lines
        line = lines[first + row] if first + row < len(lines) else ""
        column = line.find(typed, _cell_start(line, self.cell or 0))
        return self.document.body_line + first + row, max(0, column) + max(0, at - begins) + 1


def _end(tokens: Sequence[Token], opening: int) -> int:
    return next(index for index in range(opening, len(tokens)) if tokens[index].type == "link_close")


def _cell_start(line: str, cell: int) -> int:
    """Where in a row of a table a cell begins."""
    if not cell:
        return 0
    bars = [match.start() for match in re.finditer(r"(?<!\\)\|", line)]
    inside = bars[1:] if line.lstrip().startswith("|") else bars
    return inside[cell - 1] if cell <= len(inside) else 0


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
