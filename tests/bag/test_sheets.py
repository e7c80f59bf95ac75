"""Quizzes as sheets: every quiz there and back without a byte of difference, and a changed cell changes one value."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from kit import copy_bag
from openpyxl import load_workbook
from tas.exchange import sheet
from tas.problems import ContentError, Refused
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project

DUTIES = "quizzes/nl/duties.yml"


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Bag:
    return read_bag(read_project(copy_bag(tmp_path_factory.mktemp("sheets") / "bag")))


@pytest.mark.slow
def test_every_quiz_there_and_back(bag: Bag, tmp_path: Path) -> None:
    """Without a change nothing is written; then every third text gets signs that YAML knows, and nothing else is another value."""
    quizzes = sorted(file.relative_to(bag.project.root).as_posix() for file in bag.project.root.glob("quizzes/*/*.yml"))
    assert len(quizzes) > 25
    for name in quizzes:
        quiz, file = bag.project.root / name, tmp_path / "quiz.xlsx"
        before = quiz.read_bytes()
        file.write_bytes(sheet.export(bag, name))
        assert sheet.import_(bag, file) == (name, 0) and quiz.read_bytes() == before

        book = load_workbook(file)
        items = book[sheet.QUIZ]
        head = [cell.value for cell in items[1]]
        rationale, stem = head.index("rationale") + 1 if "rationale" in head else 0, head.index("stem") + 1
        column = rationale or stem
        cells = [items.cell(line, column) for line in range(2, items.max_row + 1)]
        chosen = [cell for cell in cells if isinstance(cell.value, str) and len(cell.value) < 180][::3]
        for cell in chosen:
            cell.value += " “Baru”: #1, =2"
        book.save(file)
        assert sheet.import_(bag, file) == (name, len(chosen))
        was, now = before.decode("utf-8"), quiz.read_text(encoding="utf-8")
        texts, new = [*values(yaml.safe_load(was))], [*values(yaml.safe_load(now))]
        assert sum("“Baru”: #1, =2" in text for text in new) == len(chosen)
        assert [text.replace(" “Baru”: #1, =2", "") for text in new] == texts
        assert [line for line in now.split("\n") if line.strip().startswith("# ")] == [
            line for line in was.split("\n") if line.strip().startswith("# ")
        ]
        quiz.write_bytes(before)


def values(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in values(value)]
    return [text for value in data for text in values(value)] if isinstance(data, list) else [str(data)]


def test_keys_are_chosen_and_fixed_cells_protected(bag: Bag, tmp_path: Path) -> None:
    file = tmp_path / "quiz.xlsx"
    file.write_bytes(sheet.export(bag, DUTIES))
    book = load_workbook(file)
    items = book[sheet.QUIZ]
    assert items.protection.sheet and items["A2"].protection.locked and not items["E2"].protection.locked
    lists = {str(rule.formula1) for rule in items.data_validations.dataValidation}
    assert '"a,b,c"' in lists and any("single-choice" in one and "likert" in one for one in lists)
    key = [cell.value for cell in items[1]].index("key") + 1
    line = next(line for line in range(2, items.max_row + 1) if items.cell(line, 1).value == "papers-then-tears")
    items.cell(line, key).value = "b"
    book.save(file)
    before = (bag.project.root / DUTIES).read_bytes()
    assert sheet.import_(bag, file) == (DUTIES, 1)
    assert yaml.safe_load((bag.project.root / DUTIES).read_text())["sections"][0]["items"][0]["key"] == "b"
    (bag.project.root / DUTIES).write_bytes(before)


def test_what_is_wrong_is_told_at_its_cell_and_nothing_is_written(bag: Bag, tmp_path: Path) -> None:
    file, before = tmp_path / "quiz.xlsx", (bag.project.root / DUTIES).read_bytes()
    file.write_bytes(sheet.export(bag, DUTIES))
    book = load_workbook(file)
    items = book[sheet.QUIZ]
    items["A3"].value, items["B4"].value, items["E5"].value, items["F6"].value = "no/such", "row", "extra", None
    items["E2"].value = None
    book[sheet.TEXTS]["B2"].value = ""
    book.save(file)
    with pytest.raises(ContentError) as told:
        sheet.import_(bag, file)
    places = {problem.file for problem in told.value.problems}
    assert {f"quiz.xlsx, Items!{cell}" for cell in ("A3", "B4", "E5", "E2")} < places
    assert "quiz.xlsx, Other texts!B2" in places
    assert any("is gone; put it back" in problem.message for problem in told.value.problems)

    file.write_bytes(sheet.export(bag, DUTIES))
    book = load_workbook(file)
    book[sheet.QUIZ]["F3"].value = "long " * 60
    book.save(file)
    with pytest.raises(ContentError) as told:
        sheet.import_(bag, file)
    (problem,) = told.value.problems
    assert str(problem).startswith("quiz.xlsx, Items!F3:") and "at most 160" in problem.message
    assert (bag.project.root / DUTIES).read_bytes() == before

    file.write_bytes(b"no sheet")
    with pytest.raises(Refused, match="no sheet of a quiz"):
        sheet.import_(bag, file)
    with pytest.raises(Refused, match="no quiz"):
        sheet.export(bag, "quizzes/nl/no.yml")
