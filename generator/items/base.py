"""What every item carries, whatever it asks."""

from __future__ import annotations

from generator.model.base import Id, Inline, Model, SectionRef


class BaseItem(Model):
    """`learn` names the section that teaches what the item asks."""

    id: Id
    stem: Inline
    learn: SectionRef
    sources: tuple[Id, ...] = ()
