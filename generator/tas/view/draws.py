"""Items drawn from knowledge that already has a home: myths from misconception pages, "who does this" from the scope matrix.

A draw is a rule with a fixed seed, so every build draws the same; changing the page or the cell changes the quiz. The limits on what an
author writes into a quiz are not those of pages and cells, so nothing is validated again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import TypeVar

from tas.ground.words import N_
from tas.kinds.misconceptions import MisconceptionPage
from tas.model.items import Item
from tas.model.items.base import ChoiceOption
from tas.model.items.single_choice import SingleChoice
from tas.model.items.true_false import TrueFalse
from tas.model.page import Page
from tas.model.quiz import Section
from tas.model.reference import Profession, Task
from tas.read.library import Library

DISTRACTORS = 3
Thing = TypeVar("Thing")

DOES = N_("{who}: this is part of their own work.")
SUPPORTS = N_("{who} can help with this, but it is the work of: {others}.")
REFERS = N_("{who} refers to who does this: {others}.")


def items_of(library: Library, section: Section, gettext: Callable[[str], str] = str) -> tuple[Item, ...]:
    """A section's own items, or those drawn from knowledge that already has a home (told in the words of `gettext`)."""
    if section.items is not None:
        return section.items
    if section.draw == "misconceptions":
        return tuple(myths(library.pages_of("misconceptions")))
    return tuple(
        scope(
            section,
            library.tasks.values(),
            library.professions,
            library.comparison_pages,
            gettext,
            own=library.own_profession.id if library.own_profession else "",
        )
    )


def myths(pages: Mapping[str, Page]) -> Iterable[TrueFalse]:
    """One true-false item per misconception page, in the order given; no text is written twice."""
    for slug, page in pages.items():
        assert isinstance(page, MisconceptionPage)
        yield TrueFalse.model_construct(
            id=f"myth-{slug.rpartition('/')[2]}",
            type="true-false",
            stem=page.myth,
            key=False,
            if_true=page.confusion,
            if_false=page.fact,
            learn=slug,
            sources=page.sources,
        )


def scope(
    section: Section,
    tasks: Iterable[Task],
    professions: Mapping[str, Profession],
    pages: Mapping[str, str],
    gettext: Callable[[str], str],
    *,
    own: str,
) -> Iterable[SingleChoice]:
    """One single-choice item per task that fits, in the order of scope.yml; `pages`: profession -> its comparison page.

    A task fits when one of the offered professions does it and one does not. Key: the bag's own profession (`own`) if it does it, else one who
    does, by the seed. Distractors: up to three who do not, by the seed; others who do it are never offered.
    """
    offered = [name for name in section.professions or professions if name in professions]
    fitting = [task for task in tasks if (not section.groups or task.group in section.groups) and _fits(task, offered)]
    drawn = _drawn(fitting, section, lambda task: task.id)[: section.count]
    for task in fitting:
        if task in drawn:
            yield _who_does(task, section, offered, professions, pages, gettext, own)


def _fits(task: Task, offered: list[str]) -> bool:
    levels = {task.level(name) for name in offered}
    return "does" in levels and bool(levels & {"supports", "refers"})


def _who_does(
    task: Task,
    section: Section,
    offered: list[str],
    professions: Mapping[str, Profession],
    pages: Mapping[str, str],
    gettext: Callable[[str], str],
    own: str,
) -> SingleChoice:
    doers = [name for name in offered if task.level(name) == "does"]
    others = [name for name in offered if task.level(name) in ("supports", "refers")]
    key = own if own in doers else _drawn(doers, section, lambda name: f"{task.id}|{name}")[0]
    distractors = _drawn(others, section, lambda name: f"{task.id}|{name}")[:DISTRACTORS]
    chosen = _drawn([key, *distractors], section, lambda name: f"{task.id}|place|{name}")
    sources = tuple(dict.fromkeys(filter(None, (task.source(name) for name in chosen))))
    return SingleChoice.model_construct(
        id=f"scope-{task.id}",
        type="single-choice",
        stem=(section.stem or "").replace("{task}", task.text),
        options=tuple(
            ChoiceOption.model_construct(
                id=name,
                text=professions[name].name,
                rationale=_why(task, name, doers, professions, gettext) + _citation(task, name),
            )
            for name in chosen
        ),
        key=key,
        learn=f"{pages[key]}#tasks" if key in pages else "comparison/index#matrix",
        sources=sources,
    )


def _why(
    task: Task, name: str, doers: list[str], professions: Mapping[str, Profession], gettext: Callable[[str], str]
) -> str:
    level = task.level(name)
    words = {"does": DOES, "supports": SUPPORTS, "refers": REFERS}[level or "does"]
    who = professions[name].name
    others = ", ".join(professions[doer].name for doer in doers)
    return gettext(words).format(who=who[:1].upper() + who[1:], others=others)


def _citation(task: Task, name: str) -> str:
    source = task.source(name)
    return f" [](source:{source})" if source else ""


def _drawn(things: list[Thing], section: Section, name: Callable[[Thing], str]) -> list[Thing]:
    """The things in the order that the section's seed gives them."""
    return sorted(things, key=lambda thing: sha256(f"{section.id}|{section.seed}|{name(thing)}".encode()).digest())
