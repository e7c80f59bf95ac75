"""YAML and Markdown files -> plain data with marks: the line and column of every value."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from tas.problems import Problem
from tas.read.characters import FORBIDDEN, forbidden
from tas.read.document import Document
from tas.read.yaml_data import parse_yaml
from tas.text.markdown import LONGEST

LARGEST = 500_000
"""Bytes of a file: more than anybody writes or reads."""

LINE_END = re.compile(r"\r\r*\n?")
"""Of every system, old Macs too; and of a file that went through one conversion too many."""


BLANK = re.compile("[\x85\u2028\u2029]")
"""Line ends of word processors, which editors show as a blank and do not count."""


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
    _measure(lines[end + 1 :], document)
    return document


def _measure(lines: list[str], document: Document) -> None:
    """Refuse a paragraph that nobody would read to its end, and that a parser might not."""
    begins, length = 0, 0
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            length += len(line) + 1
        else:
            if length > LONGEST:
                document.body = ""
                said = f"this paragraph has {length} letters; an empty line makes two of it (at most {LONGEST} fit)"
                document.problems.append(document.problem_at(document.body_line + begins, 1, said, "too-long"))
            begins, length = number + 1, 0


def read_config(file: Path, name: str) -> Document:
    """Read mkdocs.yml, which the site engine reads too: `!ENV` is replaced by what it stands for."""
    document = Document(name)
    text = _read_text(file, document)
    if text is not None:
        _parse(text, document, first_line=1, config=True)
    return document


def read_text(file: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or None and what is wrong with it."""
    document = Document(name)
    return _read_text(file, document), document.problems


def _read_text(file: Path, document: Document) -> str | None:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            said = f"this is no file of at most {LARGEST // 1000} kB; put one here"
            document.problems.append(document.problem_at(1, 1, said, "unreadable"))
            return None
        text = BLANK.sub(" ", LINE_END.sub(_line_ends, file.read_bytes().decode("utf-8-sig")))
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


def _line_ends(found: re.Match[str]) -> str:
    """One for a line's end with any number of returns before it, and one for each return of an old Mac."""
    return "\n" if found[0].endswith("\n") else "\n" * len(found[0])


def _parse(text: str, document: Document, *, first_line: int, config: bool = False) -> None:
    parsed = parse_yaml(text, first_line=first_line, config=config)
    document.data, document.marks = parsed.data, parsed.marks
    document.problems += [document.problem_at(*fault.place, fault.message, fault.rule) for fault in parsed.faults]
