"""One file as read: its data, the line and column of every value, and for a page its Markdown body."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tas.problems import ERROR, Place, Problem
from tas.read.yaml_data import Mark, Path_
from tas.text.markdown import Heading, Markdown, headings, parse


@dataclass
class Document:
    """One file: its data, where each value stands, and for a page its Markdown body."""

    path: str
    data: Any = None
    marks: dict[Path_, Mark] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    language: str = ""
    """Code of the edition that the file is part of."""
    problems: list[Problem] = field(default_factory=list)
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """What others have made of it once and for all."""
    own: bytes = b""
    """Digest of the whole file, and in `head` of what stands before its body (known.py)."""
    head: bytes = b""
    unmarked: Callable[[], dict[Path_, Mark]] | None = field(default=None, repr=False, compare=False)
    """Where its marks are not read yet: reads them."""

    @cached_property
    def markdown(self) -> Markdown:
        """The body as tokens; their lines count from 0, at `body_line`."""
        return parse(self.body, self.language)

    @cached_property
    def outline(self) -> tuple[Heading, ...]:
        """The headings of the body; their lines count as those of its tokens."""
        return tuple(headings(self.markdown.tokens))

    @cached_property
    def body_lines(self) -> list[str]:
        return self.body.split("\n")

    def mark(self, path: Path_) -> Mark:
        """Line and column of the value at `path`, or of the nearest thing around it."""
        marks = self._read_marks()
        while path and path not in marks:
            path = path[:-1]
        return marks.get(path, (1, 1))

    def _read_marks(self) -> dict[Path_, Mark]:
        if self.unmarked:
            self.marks, self.unmarked = self.unmarked(), None
        return self.marks

    def part(self, path: Path_, data: Any) -> Document:
        """What lies at `path` as a document of its own, its places counted from there."""
        marks = {mark[len(path) :]: place for mark, place in self._read_marks().items() if mark[: len(path)] == path}
        return Document(self.path, data, marks or {(): self.mark(path)})

    def place(self, path: Path_) -> Place:
        """Of the value at `path`."""
        return Place(self.path, *self.mark(path))

    def place_at(self, line: int, column: int) -> Place:
        return Place(self.path, line, column)

    def problem(self, path: Path_, message: str, rule: str, *, level: str = ERROR) -> Problem:
        return Problem(self.path, *self.mark(path), level, message, rule)

    def problem_at(self, line: int, column: int, message: str, rule: str, *, level: str = ERROR) -> Problem:
        return Problem(self.path, line, column, level, message, rule)
