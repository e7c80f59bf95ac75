"""Type a number; what people often answer instead gets a rationale of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Number
from tas.model.interactions import Entry, Mistake
from tas.model.items.base import BaseItem, Lowering, Mistakes, Plain, Rationale


class Numeric(BaseItem):
    """```yaml
    - id: days-after-birth
      type: numeric
      stem: How many days after the birth does the first visit take place at the latest?
      key: 2
      tolerance: 0
      unit: days
      rationale: The first days bring the greatest risks.
      mistakes:
        - answer: 7
          rationale: That is when the second visit is due.
      learn: duties/home-visits#why
    ```"""

    type: Literal["numeric"]
    key: Number
    tolerance: Annotated[Number, Field(ge=0)] = 0
    unit: Plain | None = None
    rationale: Rationale
    mistakes: Mistakes = ()

    def lower(self, lowering: Lowering) -> Entry:
        return Entry(
            self.id,
            self.stem,
            (plain(self.key),),
            self.rationale,
            self.learn,
            self.sources,
            base="number",
            tolerance=self.tolerance,
            unit=self.unit or "",
            mistakes=tuple(Mistake(plain(mistake.answer), mistake.rationale) for mistake in self.mistakes),
        )


def plain(number: str | int | float) -> str:
    """As people write it, never 2.5e+12."""
    short = f"{number:.12g}" if isinstance(number, float) else str(number)
    return f"{number:.12f}".rstrip("0").rstrip(".") if isinstance(number, float) and "e" in short else short
