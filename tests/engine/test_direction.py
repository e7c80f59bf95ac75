"""What is laid out hangs on the direction of the text: no style sheet of ours says left or right."""

from __future__ import annotations

import re

import pytest
from tas.ground.places import ASSETS, TEMPLATES

SHEETS = sorted((ASSETS / "css").rglob("*.css")) + sorted(
    file for file in TEMPLATES.rglob("*.j2") if "<style>" in file.read_text(encoding="utf-8")
)
TURNED = {"left: -8.5mm"}
"""What is turned by `transform`: the sides of a box that stands upright are the sheet's own."""

PAGE = re.compile(r"@page[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}")
"""A sheet of paper has a left and a right whatever the script; CSS knows no other names for its margins."""

DECLARATION = re.compile(r"(?<![\w-])([\w-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
PHYSICAL = re.compile(
    r"((scroll-)?(margin|padding)|border|inset)-(left|right)(-\w+)?|border-(top|bottom)-(left|right)-radius|left|right"
)


def physical(css: str) -> list[str]:
    """Each declaration that says left or right, or gives the two sides different values."""
    css = PAGE.sub("", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    found = []
    for name, value in DECLARATION.findall(css):
        sides = re.findall(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+", value.removesuffix("!important"))
        if (
            PHYSICAL.fullmatch(name)
            or (name in ("text-align", "float", "clear") and value.split()[0] in ("left", "right"))
            or (name.startswith(("background", "object-position")) and re.search(r"\b(left|right)\b", value))
            or (
                re.fullmatch(r"((scroll-)?(margin|padding)|inset|border-(width|style|color))", name)
                and len(sides) == 4
                and sides[1] != sides[3]
            )
        ):
            found.append(f"{name}: {value}")
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.name)
def test_no_style_sheet_says_left_or_right(sheet) -> None:
    assert set(physical(sheet.read_text(encoding="utf-8"))) - TURNED == set()


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1em",
        "padding: 0 1em 0 calc(2em + (1px))",
        "border-right: 1px solid",
        "inset: 0 auto 0 0",
        "left: 0",
        "text-align: right",
        "float: left",
        "border-top-left-radius: 4px",
        "background: url(a.svg) right top no-repeat",
    ],
)
def test_each_way_to_say_it_is_seen(declaration: str) -> None:
    assert physical(f".a {{ color: red; {declaration}; }}") == [declaration]
    assert physical(f"@page {{ {declaration}; @bottom-left {{ {declaration}; }} }} .a {{ padding: 0 1em; }}") == []
