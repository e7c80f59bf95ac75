"""Put steps in order; written in the right order, shown in another."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Id, Model
from tas.model.interactions import Option, Order
from tas.model.items.base import BaseItem, Lowering, OptionText, Rationale


class OrderOption(Model):
    """One step; its rationale says why it stands in its place."""

    id: Id
    text: OptionText
    rationale: Rationale


class Ordering(BaseItem):
    """```yaml
    - id: at-the-door
      type: ordering
      stem: Put the steps of a first visit in order.
      options:
        - id: say-who-you-are
          text: You say your name and where you come from.
          rationale: Nobody lets a stranger in.
        - id: ask-permission
          text: You ask whether this is a good moment.
          rationale: It is their home; only then you come in.
        - id: agree-next-time
          text: You agree on the next visit.
          rationale: What was said is settled before you leave.
      learn: duties/home-visits#steps
    ```"""

    type: Literal["ordering"]
    options: Annotated[tuple[OrderOption, ...], Field(min_length=3, max_length=8)]

    def lower(self, lowering: Lowering) -> Order:
        options = tuple(Option(option.id, option.text, option.rationale) for option in self.options)
        key = tuple(option.id for option in options)
        return Order(self.id, self.stem, self._disordered(options), key, self.learn, self.sources)

    def _disordered(self, options: tuple[Option, ...]) -> tuple[Option, ...]:
        """The same other order in every build and every edition."""
        drawn = tuple(sorted(options, key=lambda option: sha256(f"{self.id}|{option.id}".encode()).digest()))
        return drawn if drawn != options else (*drawn[1:], drawn[0])
