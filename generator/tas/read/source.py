"""YAML and Markdown files -> plain data with marks: the line and column of every value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tas.problems import ERROR, Problem
from tas.read.yaml_data import FORBIDDEN, Mark, Path_, forbidden, parse_yaml
from tas.text.markdown import Markdown, parse

LINE_END = re.compile(r"\r*\n|\r")
"""Of every system, old Macs too; and of a file that went through one conversion too many."""

BLANK_FOR = str.maketrans("\x85\u2028\u2029", "   ")
"""Line ends of word processors, which editors show as a blank and do not count."""


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

    @cached_property
    def markdown(self) -> Markdown:
        """The body as tokens; their lines count from 0, at `body_line`."""
        return parse(self.body, self.language)

    @cached_property
    def body_lines(self) -> list[str]:
        return self.body.split("\n")

    def mark(self, path: Path_) -> Mark:
        """Line and column of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def part(self, path: Path_, data: Any) -> Document:
        """What lies at `path` as a document of its own, its places counted from there."""
        marks = {mark[len(path) :]: place for mark, place in self.marks.items() if mark[: len(path)] == path}
        return Document(self.path, data, marks or {(): self.mark(path)})

    def problem(self, path: Path_, message: str, rule: str, *, level: str = ERROR) -> Problem:
        return Problem(self.path, *self.mark(path), level, message, rule)

    def problem_at(self, line: int, column: int, message: str, rule: str, *, level: str = ERROR) -> Problem:
        return Problem(self.path, line, column, level, message, rule)


def read_yaml(file: Path, name: str) -> Document:
    """Read a YAML file; what is wrong with it is in `problems`, and then `data` is None."""
    document = Document(name)
    text = _read_text(file, document)
    if text is not None:
        _parse(text, document, first_line=1)
    return document


def read_page(file: Path, name: str) -> Document:
    """Read a Markdown page: front matter into `data`, the rest into `body`."""
    document = Document(name)
    text = _read_text(file, document)
    if text is None:
        return document
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        document.problems.append(
            document.problem_at(
                1,
                1,
                'the page has no front matter; its first line must be "---", with the fields below it',
                "front-matter",
            )
        )
        return document
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        document.problems.append(
            document.problem_at(1, 1, 'the front matter never ends; close it with a line "---"', "front-matter")
        )
        return document
    _parse("\n".join(lines[1:end]), document, first_line=2)
    document.body = "\n".join(lines[end + 1 :])
    document.body_line = end + 2
    return document


def read_lenient(file: Path, name: str) -> Document:
    """Read a YAML file that is not ours to judge (mkdocs.yml): tags such as `!ENV` pass, with what they hold."""
    document = Document(name)
    text = _read_text(file, document)
    if text is not None:
        _parse(text, document, first_line=1, lenient=True)
    return document


def _read_text(file: Path, document: Document) -> str | None:
    try:
        text = LINE_END.sub("\n", file.read_bytes().decode("utf-8-sig")).translate(BLANK_FOR)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        document.problems.append(
            document.problem_at(
                line, column, "this byte is not UTF-8; save the file with the encoding UTF-8", "encoding"
            )
        )
    except OSError as error:
        document.problems.append(
            document.problem_at(
                1,
                1,
                f"the file cannot be read ({error.strerror or error}); check that it exists and may be read",
                "unreadable",
            )
        )
    else:
        for found in FORBIDDEN.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            document.problems.append(document.problem_at(line, column, forbidden(found[0]), "character"))
        return text if not document.problems else None
    return None


def _parse(text: str, document: Document, *, first_line: int, lenient: bool = False) -> None:
    parsed = parse_yaml(text, first_line=first_line, lenient=lenient)
    document.data, document.marks = parsed.data, parsed.marks
    document.problems += [document.problem_at(*fault.place, fault.message, fault.rule) for fault in parsed.faults]
