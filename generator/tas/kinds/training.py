"""`training/`: names the training session that it shows."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id
from tas.model.page import Page


class SessionPage(Page):
    session: Id


SECTIONS = ("outcomes", "course", "ready", "care", "role-play", "talk", "beforehand")


def _after(here: Here) -> list[Part]:
    return [*here.downloads(), here.session(here.page.session)]


KIND = Kind(
    "training",
    SessionPage,
    assets=("training.css",),
    sections=SECTIONS,
    unsearched=("ready", "role-play", "beforehand"),
    apart=(),
    after=_after,
)
