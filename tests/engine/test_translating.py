"""The commands for those who keep editions in step, as they meet them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tas.__main__ import main

VISIT = "docs/nl/duties/visit.md"


@pytest.fixture
def tas(tiny: Path, monkeypatch, capsys) -> Callable[..., tuple[int, str]]:
    monkeypatch.chdir(tiny)

    def run(*arguments: str) -> tuple[int, str]:
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def test_from_status_to_accept(tas, tiny: Path, edit) -> None:
    code, said = tas("status", VISIT)
    assert code == 0 and "#why/1  unread, rest\n  id  At home you see" in said
    assert tas("accept", VISIT) == (0, "done     10 texts noted\n")
    assert tas("status", VISIT) == (0, "everything is in step\n")
    edit("docs/id/duties/visit.md", "offers tea", "offers coffee")
    code, said = tas("check")
    assert code == 0 and f"say `tas accept {VISIT}#example/1` (behind)" in said
    assert tas("accept", f"{VISIT}#example/1", "--as", "adapted") == (0, "done     1 text noted\n")
    code, said = tas("status", VISIT, "--all")
    assert "#example/1  adapted, rest" in said and "#why/1  same, rest" in said
    code, said = tas("check", "--release")
    assert code == 1 and "nobody has compared" in said
    edit("reference/id/contacts.yml", "name: The clinic", "name: A clinic")
    assert tas("accept", "reference/nl/contacts.yml")[0] == 0
    edit("reference/id/contacts.yml", "name: A clinic", "name: Our clinic")
    told = [line for line in tas("check", "--release")[1].splitlines() if "contacts/clinic/name" in line]
    assert len(told) == 1 and ": error: " in told[0]
    assert tas("accept", "docs/nl/none.md")[0] == 2
    assert tas("status", VISIT, "--format", "json")[0] == 2


def test_po_there_and_back(tas, tiny: Path) -> None:
    code, said = tas("po", "export", "nl", VISIT)
    assert code == 0 and said == "done     tas-content-nl.po: 10 texts, 0 of them behind (fuzzy)\n"
    file = tiny / "tas-content-nl.po"
    assert tas("po", "import", file.name)[1] == "done     0 texts changed in 0 files\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('msgstr "You learn how a visit goes."', 'msgstr "Je leert het."'), encoding="utf-8")
    code, said = tas("po", "import", file.name)
    assert code == 0 and said.startswith(
        f"changed  {VISIT}#.top/1\ndone     1 texts changed in 1 files; say `tas accept`"
    )
    assert "\nJe leert het.\n" in (tiny / VISIT).read_text()
    for wrong in (("export", "fr"), ("export", "id"), ("export", "nl", "docs/id/index.md"), ("export", "id", VISIT)):
        assert tas("po", *wrong)[0] == 2
    assert 'msgid ""' not in text.partition("\n\n")[2].replace('msgid ""\n"', ""), "no text without words"
    cut = text[: text.index("You learn how a visit", text.index("msgstr", text.index("You learn how"))) + 9]
    file.write_text(cut, encoding="utf-8")
    line = cut.count("\n") + 1
    said = f"{file.name}:{line}: no PO file that can be read: the line ends too early"
    assert said in tas("po", "import", file.name)[1]
    assert tas("po", "import", "none.po")[0] == 3


def test_a_sheet_there_and_back(tas, tiny: Path) -> None:
    code, said = tas("sheet", "export", "quizzes/nl/small.yml")
    assert code == 0 and "small-nl.xlsx" in said
    book = load_workbook(tiny / "small-nl.xlsx")
    head = [cell.value for cell in book["Items"][1]]
    book["Items"].cell(2, head.index("stem") + 1).value = "Who decides?"
    book.save(tiny / "small-nl.xlsx")
    assert tas("sheet", "import", "small-nl.xlsx") == (0, "done     1 value changed in quizzes/nl/small.yml\n")
    assert "stem: Who decides?\n" in (tiny / "quizzes/nl/small.yml").read_text()
    assert tas("sheet", "export", "small.yml")[0] == 2
    assert tas("sheet", "import", "none.xlsx")[0] == 3
