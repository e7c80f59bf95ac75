"""`comparison/index`: the overview of the professions, with who does what, task by task."""

from __future__ import annotations

from tas.ground.words import N_
from tas.kinds import overview
from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    professions = list(here.library.professions.values())
    rows = [
        {"task": task, "cells": [here.cell(task, profession) for profession in professions]}
        for task in here.library.tasks.values()
    ]
    groups = [
        (title, group_rows)
        for id, title in [(None, ""), *((group.id, group.title) for group in here.library.task_groups.values())]
        if (group_rows := [row for row in rows if row["task"].group == id])
    ]
    return [
        *overview.KIND.after(here),
        here.heading("matrix", N_("Who does what, task by task")),
        here.block("page/matrix.html.j2", professions=professions, groups=groups),
    ]


KIND = Kind(
    "comparison/index",
    look="overview",
    assets=("lists.js",),
    sections=("matrix",),
    unsearched=("tasks",),
    before=overview.KIND.before,
    after=_after,
)
