"""The leaf of danger signs: the whole lists of the groups that a visit needs, one leaf for all guides that carry the same groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tas.model.danger import DangerGroup
from tas.model.guide import Guide
from tas.model.reference import Contact, Source
from tas.read.library import Library


@dataclass(frozen=True)
class DangerLeaf:
    """Groups in the order of `danger-signs.yml`, and the guides with which the leaf goes."""

    groups: tuple[DangerGroup, ...]
    guides: tuple[Guide, ...]
    call: tuple[Contact, ...]
    sources: tuple[Source, ...]
    reviewed: date
    """Of the youngest guide that carries it: signs have no date of their own."""

    @property
    def id(self) -> str:
        """`newborn-mother-mood`"""
        return "-".join(group.id for group in self.groups)

    @property
    def number_of_signs(self) -> int:
        return sum(len(group.signs) for group in self.groups)


def danger_leaf(library: Library, guide: Guide) -> DangerLeaf:
    """The leaf that goes with the guide."""
    wanted = set(guide.danger_signs)
    groups = tuple(group for name, group in library.danger_signs.items() if name in wanted)
    guides = tuple(other for other in library.guides.values() if set(other.danger_signs) == wanted)
    calls = dict.fromkeys(name for group in groups for name in group.call)
    behind = dict.fromkeys(name for group in groups for name in group.sources)
    return DangerLeaf(
        groups,
        tuple(sorted(guides, key=lambda one: one.code)),
        tuple(library.contacts[name] for name in calls),
        tuple(library.sources[name] for name in behind if name in library.sources),
        max(one.reviewed for one in guides),
    )
