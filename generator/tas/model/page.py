"""The front matter of a page; its folder says its kind, its kind says its fields."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Id, Inline, Line, Model, PageRef, Reviewed

Sentences = Annotated[tuple[Inline, ...], Field(min_length=2, max_length=4)]


class Page(Model):
    """What every page carries. `sensitive`: about violence or self-harm; easy to leave, and never kept in progress or history."""

    title: Line
    description: Annotated[Line, Field(max_length=200)]
    reviewed: Reviewed
    sources: tuple[Id, ...]
    next: Annotated[tuple[PageRef, ...], Field(max_length=4)] = ()
    sensitive: bool = False
    only_here: Line | None = None


class Door(Model):
    """One of the three large cards on the home page."""

    icon: Literal["suit", "learn", "visit"]
    to: PageRef
    title: Line
    text: Line


class HomePage(Page):
    """`index.md`: what this is in one sentence, and three doors."""

    lead: Inline
    doors: Annotated[tuple[Door, ...], Field(min_length=3, max_length=3)]


class RolePage(Page):
    """`role/`: what the profession is; its key points are the "in short" box."""

    key_points: Annotated[tuple[Inline, ...], Field(min_length=3, max_length=5)]


class DutyPage(Page):
    """`duties/`: one duty; its steps, and the tasks of the scope matrix that are somebody else's."""

    steps: Annotated[tuple[Inline, ...], Field(min_length=3, max_length=9)]
    not_yours: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5)]


class TraitPage(Page):
    """`suitability/`: one trait; what it looks like at work, its hard side, how to grow it."""

    looks_like: Sentences
    hard_side: Sentences
    grow: Sentences


class MisconceptionPage(Page):
    """`misconceptions/`: the fact first, the myth once, and what the myth confuses."""

    fact: Inline
    myth: Inline
    confusion: Inline


class ComparisonPage(Page):
    """`comparison/`: one neighbouring profession, drawn from the reference data."""

    profession: Id


class QuizPage(Page):
    """`quizzes/`: names the quiz that it shows."""

    quiz: Id


class VisitPage(Page):
    """`visits/`: names the home-visit guide that it shows."""

    guide: Id


KINDS: dict[str, type[Page]] = {
    "role": RolePage,
    "duties": DutyPage,
    "suitability": TraitPage,
    "misconceptions": MisconceptionPage,
    "comparison": ComparisonPage,
    "quizzes": QuizPage,
    "visits": VisitPage,
}
"""Folder -> model. The overview of a folder (`index.md`) is a plain `Page`, but `role/index` tells the profession itself."""


def page_model(slug: str) -> type[Page]:
    """The model for the page at `slug`, its path below docs/<edition>/ without `.md`."""
    folder, _, name = slug.rpartition("/")
    if slug == "index":
        return HomePage
    if name == "index" and folder != "role":
        return Page
    return KINDS.get(folder, Page)


def page_kind(slug: str) -> str:
    """`home`, `plain`, `overview`, or the folder of a kind page."""
    folder, _, name = slug.rpartition("/")
    if slug == "index":
        return "home"
    if folder not in KINDS:
        return "plain"
    return "overview" if name == "index" and folder != "role" else folder
