"""`duties/`: one duty; its steps, and the tasks of the scope matrix that are somebody else's."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tas.ground.words import N_
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id, Inline
from tas.model.page import Page


class DutyPage(Page):
    steps: Annotated[tuple[Inline, ...], Field(min_length=3, max_length=9)]
    not_yours: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)]


def _before(here: Here) -> list[Part]:
    return [here.heading("steps", N_("How you do it")), here.block("page/steps.html.j2", page=here.page)]


def _after(here: Here) -> list[Part]:
    tasks = [here.library.tasks[task_id] for task_id in here.page.not_yours]
    lines = [{"text": task.text, "refer_to": list(here.library.refer_to(task))} for task in tasks]
    return [here.heading("not-yours", N_("Not your task")), here.block("page/not-yours.html.j2", lines=lines)]


KIND = Kind("duties", DutyPage, teaches=True, sections=("steps", "not-yours"), before=_before, after=_after)
