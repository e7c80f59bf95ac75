"""Who has checked: one line beside the text, a list of what waits, and neither invents anybody."""

from __future__ import annotations

from pathlib import Path

from tas.check import check
from tas.check.waiting import waiting
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project
from tas.render.checks import checked

SIGNED = "to_check_by:\n  - midwife\n  - doctor\nchecked_by:\n  - function: doctor\n    date: 2027-01-10\n"


def read(root: Path) -> Bag:
    bag = read_bag(read_project(root))
    assert check(bag) == []
    return bag


def test_what_waits_is_listed_by_function(tiny: Path) -> None:
    lines = list(waiting(read(tiny)))
    assert lines[0] == "id: 2 of 2 wait for a signature"
    assert lines[1] == "    midwife: danger:newborn, guide:first"
    assert lines[2] == "    no source read yet: –"


def test_what_is_signed_waits_no_longer(tiny: Path, edit) -> None:
    edit("guides/id/first.yml", "to_check_by:\n  - midwife\n", SIGNED.replace("  - midwife\n", "", 1))
    assert list(waiting(read(tiny)))[:2] == ["id: 1 of 2 wait for a signature", "    midwife: danger:newborn"]


def test_the_line_names_functions_and_days(tiny: Path, edit) -> None:
    edit("guides/nl/first.yml", "to_check_by:\n  - midwife\n", SIGNED)
    bag = read(tiny)
    for code, said in (
        ("id", "Belum diperiksa oleh midwife."),
        ("nl", "Nagekeken door een doctor op 10 januari 2027. Nog niet nagekeken door een midwife."),
    ):
        library = bag.libraries[code]
        assert checked(library.edition, library.guides["first"]) == said


def test_nobody_has_to_check_everything(tiny: Path) -> None:
    library = read(tiny).libraries["nl"]
    assert checked(library.edition, library.quizzes["small"]) == ""
