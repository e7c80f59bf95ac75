"""How the sheet of a quiz looks and what it lets one do: wide texts that wrap, keys to choose from, fixed cells that are protected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tas.model.items import ITEM_TYPES

QUIZ, TEXTS = "Items", "Other texts"
WIDE = {"stem", "text", "rationale", "if_true", "if_false"}
SHADE = PatternFill("solid", fgColor="EFE6D8")
TOP = Alignment(vertical="top", wrap_text=True)
MOST_CHOICES = 255
"""Letters of a list that a spreadsheet takes for a choice."""


def dress(workbook: Workbook, rows: Sequence[Any], columns: Sequence[str], *, fixed: int) -> None:
    """`rows` as `sheet.py` made them, `columns` after the `fixed` ones."""
    for sheet in (workbook[QUIZ], workbook[TEXTS]):
        first = fixed if sheet.title == QUIZ else 1
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        sheet.freeze_panes = sheet.cell(2, first + 1).coordinate
        for line in range(1, (sheet.max_row or 1) + 1):
            for column in range(1, (sheet.max_column or 1) + 1):
                _dress_cell(sheet.cell(line, column), head=line == 1, fixed=column <= first)
    items = workbook[QUIZ]
    names = ["where", "row", "type", "learn", *columns]
    for number, name in enumerate(names, 1):
        items.column_dimensions[get_column_letter(number)].width = 60 if name in WIDE else 18
    workbook[TEXTS].column_dimensions["A"].width, workbook[TEXTS].column_dimensions["B"].width = 30, 100
    types = _choice([name for item in ITEM_TYPES for name in get_args(item.model_fields["type"].annotation)])
    items.add_data_validation(types)
    types.add(f"C2:C{len(rows) + 1}")
    for number, row in enumerate(rows, 2):
        for column, name in enumerate(names, 1):
            value = row.cells.get(name, (None, None))[1]
            if rule := _rule(name, value, row):
                items.add_data_validation(rule)
                rule.add(items.cell(number, column).coordinate)


def _dress_cell(cell: Any, *, head: bool, fixed: bool) -> None:
    cell.alignment = TOP
    if isinstance(cell.value, str):
        cell.data_type = "s"  # a text that begins with = is no formula
    if head:
        cell.font = Font(bold=True)
    elif fixed:
        cell.fill = SHADE
    elif cell.value is not None:
        cell.protection = Protection(locked=False)


def _rule(name: str, value: Any, row: Any) -> DataValidation | None:
    if isinstance(value, bool):
        return _choice(["TRUE", "FALSE"])
    if name == "key" and row.choices:
        return _choice(row.choices)
    if name == "points" and isinstance(value, int):
        return DataValidation(type="whole", operator="between", formula1="0", formula2="2", showErrorMessage=True)
    return None


def _choice(names: Sequence[str]) -> DataValidation:
    return DataValidation(
        type="list", formula1=f'"{",".join(names)[:MOST_CHOICES]}"', allow_blank=False, showErrorMessage=True
    )
