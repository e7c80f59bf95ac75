"""`comparison/`: one neighbouring profession, drawn from the reference data; or several, told in the author's words alone."""

from __future__ import annotations

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id
from tas.model.page import Page


class ComparisonPage(Page):
    """`profession`: whose table and tasks the page shows; none where it tells of several."""

    profession: Id | None = None


def _before(here: Here) -> list[Part]:
    if here.page.profession is None:
        return []
    ours, theirs = here.library.own_profession, here.library.professions[here.page.profession]
    return [
        here.heading("side-by-side", N_("Side by side")),
        here.block("page/side-by-side.html.j2", ours=ours, theirs=theirs),
    ]


def _after(here: Here) -> list[Part]:
    if here.page.profession is None:
        return []
    ours, theirs = here.library.own_profession, here.library.professions[here.page.profession]
    rows = [
        {"task": task, "ours": task.level(ours.id), "theirs": here.cell(task, theirs)}
        for task in here.library.tasks.values()
    ]
    return [
        here.heading("tasks", N_("Who does what")),
        here.block("page/tasks.html.j2", ours=ours, profession=theirs, rows=rows),
    ]


KIND = Kind(
    "comparison",
    ComparisonPage,
    teaches=True,
    sections=("side-by-side", "tasks"),
    unsearched=("tasks",),
    before=_before,
    after=_after,
)
