"""One text as a rule sees it: what a reader reads, its links, and for each letter its line and column in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from markdown_it.token import Token

from tas.problems import Place
from tas.read.document import Document
from tas.read.yaml_data import Path_
from tas.text.markdown import parse_inline, words
from tas.text.write import scheme_of

BARE = re.compile(r"[^&<*_\[\]`\\\n]*")
TARGET = re.compile(r"\]\([^)]*\)")
SENTENCE_END = re.compile(r"[.!?…][.!?…]*[\"”’»)\]]*(?=\s|$)")
"""A point and what closes behind it; not the point in 8.30."""


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


@dataclass(frozen=True)
class Sentence:
    """What it says, in one line and without where its links lead, and these links."""

    said: str
    links: tuple[Link, ...]


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
        if self._is_bare:
            return self.source
        return "".join(piece for _, _, piece in self.pieces)

    @cached_property
    def prose(self) -> str:
        """The same, as long, without code and signs that are escaped: these mean nothing but themselves."""
        if self._is_bare:
            return self.source
        return "".join(
            "\0" * len(piece) if token.type in ("code_inline", "text_special") else piece
            for token, _, piece in self.pieces
        )

    @cached_property
    def _is_bare(self) -> bool:
        """Whether Markdown has nothing to say about it, as of most values of YAML; it is not even parsed then."""
        return self.block is None and BARE.fullmatch(self.source) is not None

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
    def sentences(self) -> tuple[Sentence, ...]:
        """In order; a citation behind a sentence's last word, before its point, is this sentence's."""
        ends = [match.end() for match in SENTENCE_END.finditer(self.source)]
        bounds = pairwise(sorted({0, *ends, len(self.source)}))
        return tuple(
            Sentence(
                " ".join(TARGET.sub("]", self.source[start:end]).split()),
                tuple(link for link in self.links if start <= link.begins < end),
            )
            for start, end in bounds
        )

    @cached_property
    def pieces(self) -> list[tuple[Token, int, str]]:
        """The tokens: (token, where it begins in `string`, what it adds to it)."""
        pieces, at = [], 0
        for token in self.tokens:
            piece = "\n" if token.type in ("softbreak", "hardbreak") else token.meta.get("typed", token.content)
            pieces.append((token, at, piece))
            at += len(piece)
        return pieces

    def place(self, at: int | Link = 0) -> Place:
        """Of a character of `string`, or of a link; of a value of YAML that of its key."""
        if self.path is not None or self.block is None:
            return self.document.place(self.path or ())
        begins = at.begins if isinstance(at, Link) else self._typed_at(at)
        row = max(0, bisect_right(self._rows, (begins, 1 << 30)) - 1)
        start, column = self._rows[row]
        line = self.document.body_line + (self.block.map[0] if self.block.map else 0) + row
        return self.document.place_at(line, column + max(0, begins - start))

    def _typed_at(self, at: int) -> int:
        """Where in `source` character `at` of `string` stands."""
        if not self.pieces:
            return 0
        token, start, _ = self.pieces[max(0, bisect_right(self._starts, at) - 1)]
        return int(token.meta.get("at", 0)) + at - start

    @cached_property
    def _starts(self) -> list[int]:
        return [start for _, start, _ in self.pieces]

    @cached_property
    def _rows(self) -> list[tuple[int, int]]:
        """For each line of `source`: where in `source` it begins, and its column in the file."""
        lines = self.document.body_lines
        first = self.block.map[0] if self.block and self.block.map else 0
        rows, begins = [], 0
        for number, typed in enumerate(self.source.split("\n"), first):
            line = lines[number] if number < len(lines) else ""
            rows.append((begins, max(0, line.find(typed, _cell_start(line, self.cell or 0))) + 1))
            begins += len(typed) + 1
        return rows


def _end(tokens: Sequence[Token], opening: int) -> int:
    return next(index for index in range(opening, len(tokens)) if tokens[index].type == "link_close")


def _cell_start(line: str, cell: int) -> int:
    """Where in a row of a table a cell begins."""
    if not cell:
        return 0
    bars = [match.start() for match in re.finditer(r"(?<!\\)\|", line)]
    inside = bars[1:] if line.lstrip().startswith("|") else bars
    return inside[cell - 1] if cell <= len(inside) else 0
