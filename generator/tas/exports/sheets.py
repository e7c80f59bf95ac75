"""An Excel workbook of words alone: no formula, no style, no time; the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from tas.ground.archive import archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Rows = Sequence[Sequence[str]]


def workbook(sheets: Mapping[str, Rows], day: date) -> bytes:
    """Name -> rows; every cell is text (ECMA-376, part 1, 18.3.1.4: inline strings)."""
    names = list(enumerate(sheets, 1))
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPE}.worksheet+xml"/>' for n, _ in names
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{PARTS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{PARTS}"><sheets>'
        + "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in names)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{PARTS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in names
        )
        + "</Relationships>",
    } | {f"xl/worksheets/sheet{n}.xml": _sheet(sheets[name]) for n, name in names}
    return archive({name: (HEAD + content).encode() for name, content in members.items()}, day)


def _sheet(rows: Rows) -> str:
    told = "".join(
        f'<row r="{r}">'
        + "".join(
            f'<c r="{_column(c)}{r}" t="inlineStr"><is><t xml:space="preserve">{escape(cell, quote=False)}</t></is></c>'
            for c, cell in enumerate(row)
            if cell
        )
        + "</row>"
        for r, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{told}</sheetData></worksheet>'


def _column(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    return (_column(number // 26 - 1) if number > 25 else "") + chr(65 + number % 26)
