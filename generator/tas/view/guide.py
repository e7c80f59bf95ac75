"""What a guide's template shows, joined from the library: signs, contacts, whom to refer to, sources in order of citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tas.model.danger import DangerGroup
from tas.model.guide import Guide
from tas.model.reference import Contact, Profession, Source, Task
from tas.read.library import Library
from tas.text.inline import scheme_links
from tas.view.danger_leaf import DangerLeaf, danger_leaf

LONG = 1150
"""Characters, with which a page of paper is full."""
FEW_LINES = 7
MANY_SIGNS = 18
"""More than these are drawn smaller on the sheet for the family."""


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
    """In the order of the guide; of each its first page shows the emergencies."""
    leaf: DangerLeaf
    """All signs of these groups."""
    family_danger: tuple[DangerGroup, ...]
    """Those that may stand on the sheet for the family."""
    call: tuple[Contact, ...]
    """Whom to call in an emergency; the leaf has all."""
    not_yours: tuple[NotYours, ...]
    family_call: tuple[Contact, ...]
    sources: tuple[Source, ...]
    """Of the guide, its leaf of danger signs and its sheet for the family."""
    own_sources: tuple[Source, ...]
    """Of the guide alone."""

    @property
    def is_long(self) -> bool:
        """Whether the page of the visit itself has more words than most."""
        guide = self.guide
        texts = (*guide.at_the_door, *(question.text for question in guide.questions.all), *guide.observe)
        return sum(map(len, texts)) > LONG

    @property
    def family_is_drawn(self) -> bool:
        """Drawings catch the eye of who comes in: none where the visit is first of all about what may not hang on a wall."""
        return not self.danger or self.danger[0].wall

    @property
    def family_fill(self) -> str:
        """How full the back of the sheet for the family is: "few" (one group), "" (most), "many", "pairs" (two groups a page)."""
        shown = [group for group in self.family_danger if not group.first_steps]
        signs = sum(sign.urgency == "emergency" for group in shown for sign in group.signs)
        return "few" if len(shown) == 1 else "pairs" if len(shown) > 3 else "many" if signs > MANY_SIGNS else ""

    @property
    def sources_last(self) -> bool:
        """Few lines to write on leave room for the sources below them; else they follow what is observed."""
        return (self.guide.agreements or 0) + (self.guide.notes or 0) <= FEW_LINES

    @property
    def source_ids(self) -> tuple[str, ...]:
        """What a `links` object starts with, so that its numbers are those of the list."""
        return tuple(source.id for source in self.sources)


def guide_view(library: Library, guide_id: str) -> GuideView:
    """Every name must be known; the checks have seen to that."""
    guide = library.guides[guide_id]
    danger = tuple(library.danger_signs[name] for name in guide.danger_signs)
    leaf = danger_leaf(library, guide)
    calls = dict.fromkeys(name for group in danger for name in next(group.by_urgency())[0].call)
    tasks = [library.tasks[name] for name in guide.not_yours]
    own = dict.fromkeys([*_cited(_texts(guide, tasks)), *guide.sources])
    side = guide.family_side
    family = [*_cited((side.intro, *side.points) if side else ()), *_cited(_signs(leaf.groups))]
    cited = dict.fromkeys([*own, *family, *(source.id for source in leaf.sources)])
    return GuideView(
        id=guide_id,
        guide=guide,
        danger=danger,
        leaf=leaf,
        family_danger=tuple(group for group in danger if group.wall),
        call=tuple(library.contacts[name] for name in calls),
        not_yours=tuple(NotYours(task, library.refer_to(task)) for task in tasks),
        family_call=tuple(library.contacts[name] for name in (side.call if side else ())),
        sources=tuple(library.sources[name] for name in cited if name in library.sources),
        own_sources=tuple(library.sources[name] for name in own if name in library.sources),
    )


def _cited(texts: Iterable[str]) -> Iterator[str]:
    """Source ids in the order in which a reader meets them."""
    yield from (link.name for text in texts for link in scheme_links(text) if link.scheme == "source")


def _texts(guide: Guide, tasks: list[Task]) -> Iterator[str]:
    """The inline texts of the visit in the order of the template."""
    yield from (guide.when, guide.goal)
    yield from (*guide.before_you_go, *guide.at_the_door)
    yield from (question.text for question in guide.questions.all)
    yield from (*guide.observe, *guide.explain)
    yield from (task.text for task in tasks)


def _signs(groups: tuple[DangerGroup, ...]) -> Iterator[str]:
    for group in groups:
        yield from (level.act for level in group.levels)
        yield from (text for sign in group.signs for text in (sign.text, sign.limit, sign.first) if text)
        yield group.note or ""
