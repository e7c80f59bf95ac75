"""What a guide's template shows, joined from the library: signs, contacts, whom to refer to, sources in order of citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.model.danger import DangerGroup
from tas.model.guide import Guide
from tas.model.reference import Contact, Profession, Source, Task
from tas.read.library import Library
from tas.text.inline import scheme_links


@dataclass(frozen=True)
class NotYours:
    """A task that is somebody else's, and who has it."""

    task: Task
    refer_to: tuple[Profession, ...]


@dataclass(frozen=True)
class GuideView:
    """One guide with everything it names put in its place."""

    id: str
    guide: Guide
    danger: tuple[DangerGroup, ...]
    family_danger: tuple[DangerGroup, ...]
    """Those that may stand on the sheet for the family."""
    call: tuple[Contact, ...]
    not_yours: tuple[NotYours, ...]
    family_call: tuple[Contact, ...]
    sources: tuple[Source, ...]

    @property
    def source_ids(self) -> tuple[str, ...]:
        """What a `links` object starts with, so that its numbers are those of the list."""
        return tuple(source.id for source in self.sources)


def guide_view(library: Library, guide_id: str) -> GuideView:
    """Every name must be known; the checks have seen to that."""
    guide = library.guides[guide_id]
    danger = tuple(library.danger_signs[name] for name in guide.danger_signs)
    tasks = [library.tasks[name] for name in guide.not_yours]
    calls = dict.fromkeys(name for group in danger for name in group.call)
    cited = _cited(guide, danger, tasks)
    return GuideView(
        id=guide_id,
        guide=guide,
        danger=danger,
        family_danger=tuple(group for group in danger if group.wall),
        call=tuple(library.contacts[name] for name in calls),
        not_yours=tuple(NotYours(task, library.refer_to(task)) for task in tasks),
        family_call=tuple(library.contacts[name] for name in guide.family_side.call),
        sources=tuple(library.sources[name] for name in cited if name in library.sources),
    )


def _cited(guide: Guide, danger: tuple[DangerGroup, ...], tasks: list[Task]) -> list[str]:
    """Source ids in the order in which a reader meets them, then those that stand behind the whole."""
    order = [
        link.name for text in _texts(guide, danger, tasks) for link in scheme_links(text) if link.scheme == "source"
    ]
    behind = [name for group in danger for name in group.sources]
    return list(dict.fromkeys([*order, *behind, *guide.sources]))


def _texts(guide: Guide, danger: tuple[DangerGroup, ...], tasks: list[Task]) -> Iterator[str]:
    """The inline texts in the order of the template."""
    yield from (guide.when, guide.goal)
    yield from guide.before_you_go
    for group in danger:
        yield from (text for level in group.levels for text in (level.act,))
        yield from (text for sign in group.signs for text in (sign.text, sign.limit, sign.first) if text)
        yield group.note or ""
    yield from guide.at_the_door
    yield from (question.text for question in guide.questions)
    yield from guide.observe
    yield from guide.explain
    yield from (task.text for task in tasks)
    yield guide.family_side.intro
    yield from guide.family_side.points
