"""`tas sheet`: a quiz as a spreadsheet, a row an item and a row an option, and back: only changed cells change the file."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from tas.exchange.sheet_look import QUIZ, TEXTS, dress
from tas.exchange.sheet_rows import FIXED, Row, others, rows
from tas.exchange.source import Source
from tas.model.quiz import Quiz
from tas.problems import ERROR, ContentError, Problem, Refused, quoted
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.parse import parse
from tas.read.signs import with_signs
from tas.read.source import read_yaml
from tas.read.yaml_data import Path_

EDITED = ("stem", "text", "key", "points", "rationale")
"""The first of the others, in the order in which one writes an item; what else a quiz uses comes after them."""
RULE = "sheet"


def export(bag: Bag, file: str) -> bytes:
    """The quiz of a file such as `quizzes/nl/duties.yml` as an xlsx. Raises Refused."""
    _, document = _quiz(bag, file)
    workbook = Workbook()
    workbook.properties.title = file
    shown = list(rows(document.data))
    found = dict.fromkeys(name for row in shown for name in row.cells)
    columns = [*(name for name in EDITED if name in found), *(name for name in found if name not in EDITED)]
    sheet = workbook.active or workbook.create_sheet()
    sheet.title = QUIZ
    sheet.append([*FIXED, *columns])
    for row in shown:
        sheet.append([*row.fixed, *(_shown(row.cells[name][1]) if name in row.cells else None for name in columns)])
    texts = workbook.create_sheet(TEXTS)
    texts.append(["where", "text"])
    for path, value in others(document.data):
        texts.append(["/".join(map(str, path)), value])
    dress(workbook, shown, columns, fixed=len(FIXED))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _shown(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def _quiz(bag: Bag, file: str) -> tuple[Library, Document]:
    for library in bag:
        for (folder, _), document in library.documents.items():
            if folder == "quizzes" and document.path == file and isinstance(document.data, dict):
                return library, document
    raise Refused(f"there is no quiz {file} that can be read; name one such as quizzes/nl/duties.yml")


def import_(bag: Bag, sheet: Path) -> tuple[str, int]:
    """Write what was changed in the sheet into the quiz that it was made from; returns the file and how many values changed.

    Raises Refused, or ContentError with a problem for each cell that does not fit; then nothing was written.
    """
    try:
        workbook = load_workbook(io.BytesIO(sheet.read_bytes()))
        items, texts = list(workbook[QUIZ].values), list(workbook[TEXTS].values)
    except OSError:
        raise
    except Exception as error:  # a damaged file makes its libraries raise whatever they meet
        raise Refused(f"{sheet.name} is no sheet of a quiz ({error}); export it anew with `tas sheet export`") from None
    library, document = _quiz(bag, str(workbook.properties.title))
    reading = _Reading(sheet.name)
    reading.items(items, {row.where: row for row in rows(document.data)})
    reading.texts(texts, {"/".join(map(str, path)): (path, value) for path, value in others(document.data)})
    source = Source(bag.project.root / document.path, document.path, values=reading.changes)
    content = source.new_bytes() if reading.changes and not reading.problems else b""
    problems = reading.problems or (_check(library, document, content, reading) if content else [])
    if problems:
        raise ContentError(problems)
    if content:
        source.file.write_bytes(content)
    return document.path, len(reading.changes)


@dataclass
class _Reading:
    """What the cells say that the file does not; what is wrong in them."""

    name: str
    changes: dict[Path_, Any] = field(default_factory=dict)
    places: dict[Path_, str] = field(default_factory=dict)
    """Path of a value -> its cell"""
    problems: list[Problem] = field(default_factory=list)

    def items(self, lines: list[tuple[Any, ...]], wanted: dict[str, Row]) -> None:
        head = [str(name or "") for name in lines[0]] if lines else []
        if tuple(head[: len(FIXED)]) != FIXED:
            self._problem(QUIZ, 0, 0, f"the columns must begin with {', '.join(FIXED)}; export the sheet anew")
            return
        left = dict(wanted)
        for number, line in enumerate(lines[1:], 1):
            row = left.pop(str(line[0]), None)
            if row is None:
                if any(cell is not None for cell in line):
                    said = f"{quoted(str(line[0] or ''))} is no item or option of this quiz, or stands here twice; add it in the file"
                    self._problem(QUIZ, number, 0, said)
                continue
            for column, kept in enumerate(row.fixed):
                if str(line[column] or "") != kept:
                    self._problem(QUIZ, number, column, f"this cell says what the row is and stays {quoted(kept)}")
            for column, name in enumerate(head[len(FIXED) :], len(FIXED)):
                self._cell(QUIZ, number, column, line[column], row.cells.get(name), f"{row.kind} has no field {name}")
        for where in left:
            self._problem(QUIZ, 0, 0, f"the row of {quoted(where)} is gone; put it back, a sheet changes what rows say")

    def texts(self, lines: list[tuple[Any, ...]], wanted: dict[str, tuple[Path_, Any]]) -> None:
        for number, line in enumerate(lines[1:], 1):
            self._cell(
                TEXTS, number, 1, line[1] if len(line) > 1 else None, wanted.get(str(line[0])), "quiz has no such text"
            )

    def _cell(
        self, sheet: str, number: int, column: int, cell: Any, known: tuple[Path_, Any] | None, lacks: str
    ) -> None:
        if known is None:
            if cell is not None and str(cell).strip():
                self._problem(sheet, number, column, f"this {lacks}; add it in the file, or empty the cell")
            return
        path, before = known
        self.places[path] = _name(sheet, number, column)
        if cell is None or not str(cell).strip():
            self._problem(sheet, number, column, "this cell is empty; write its text")
            return
        value = _as(before, cell)
        if value is None:
            self._problem(
                sheet, number, column, f"{quoted(str(cell))} does not fit here; it was {quoted(str(_shown(before)))}"
            )
        elif value != (before.strip() if isinstance(before, str) else before):
            self.changes[path] = value

    def _problem(self, sheet: str, number: int, column: int, said: str) -> None:
        place = f"{self.name}, {_name(sheet, number, column)}"
        self.problems.append(Problem(place, number + 1, column + 1, ERROR, said, RULE))


def _name(sheet: str, number: int, column: int) -> str:
    return f"{sheet}!{get_column_letter(column + 1)}{number + 1}"


def _as(before: Any, cell: Any) -> Any:
    """The cell as the kind of value that was there; None where it cannot be one."""
    said = str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()
    if isinstance(before, bool):
        return {"true": True, "false": False}.get(said.lower())
    if isinstance(before, list):
        return [part.strip() for part in said.split(",") if part.strip()]
    if isinstance(before, str):
        return said
    try:
        number = float(said.replace(",", "."))
    except ValueError:
        return None
    return int(number) if number.is_integer() and isinstance(before, int) else number


def _check(library: Library, document: Document, content: bytes, reading: _Reading) -> list[Problem]:
    """What the quiz itself says against the new values, told at their cells."""
    with TemporaryDirectory() as place:
        copy = Path(place) / "copy.yml"
        copy.write_bytes(content)
        new = read_yaml(copy, document.path)
    _, problems = parse(replace(new, data=with_signs(new.data, library.signs)), Quiz)
    told = []
    for problem in [*new.problems, *problems]:
        paths = [path for path, mark in new.marks.items() if mark == (problem.line, problem.column)]
        cell = next((reading.places[path] for path in paths if path in reading.places), document.path)
        told.append(replace(problem, file=f"{reading.name}, {cell}"))
    return told
