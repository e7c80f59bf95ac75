"""What a poster of danger signs shows: the selection level by level, the number to call, and whom a family writes down."""

from __future__ import annotations

from dataclasses import dataclass

from tas.model.danger import DangerGroup, Level, Sign
from tas.model.reference import Contact
from tas.read.library import Library

IN_A_ROW = 3
LINES = 3
"""So many numbers of one's own fit beside the large one."""


@dataclass(frozen=True)
class PosterView:
    """One group. `number`: the first of the most urgent level that has one; `local`: those without, in the order to try."""

    group: DangerGroup
    bands: tuple[tuple[Level, tuple[Sign, ...]], ...]
    number: Contact | None
    local: tuple[Contact, ...]

    @property
    def is_roomy(self) -> bool:
        """Whether its pictures stand in two rows of three, so that they may be larger."""
        return sum(-(-len(signs) // IN_A_ROW) for _, signs in self.bands) <= 2


def poster_view(library: Library, group_id: str) -> PosterView:
    """Every name must be known; the checks have seen to that."""
    group = library.danger_signs[group_id]
    contacts = [library.contacts[name] for name in group.call]
    return PosterView(
        group,
        tuple(group.on_poster()),
        next((contact for contact in contacts if contact.number), None),
        tuple(contact for contact in contacts if not contact.number)[:LINES],
    )
