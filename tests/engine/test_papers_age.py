"""Every paper tells its date and, for the day from which it is old, that a newer one is to be looked for."""

from __future__ import annotations

from pathlib import Path

from babel.dates import format_date
from kit import copy_tiny
from tas.paper.papers import ordered
from tas.read.bag import read_bag
from tas.read.project import read_project


def test_every_paper_says_from_when_it_is_old(tmp_path: Path) -> None:
    bag = read_bag(read_project(copy_tiny(tmp_path / "tiny")))
    dates = {
        said
        for library in bag
        for things in (library.guides, library.quizzes, library.pages, library.danger_signs)
        for reviewed in [getattr(thing, "reviewed", None) for thing in things.values()]
        if reviewed
        for due in [library.edition.due(reviewed)]
        for said in (due.isoformat(), format_date(due, format="long", locale=library.edition.locale))
    }
    silent = [
        order.address
        for order in ordered(bag, "https://tiny.example/")
        if not any(date in order.job.html for date in dates)
    ]
    assert silent == []
