"""Type a number; what people often answer instead gets a rationale of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

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
    key: Annotated[float, Field(strict=False)]
    tolerance: Annotated[float, Field(ge=0)] = 0
    unit: Plain | None = None
    rationale: Rationale
    mistakes: Mistakes = ()

    def lower(self, lowering: Lowering) -> Entry:
        return Entry(
            self.id,
            self.stem,
            (f"{self.key:.12g}",),
            self.rationale,
            self.learn,
            self.sources,
            base="number",
            tolerance=self.tolerance,
            unit=self.unit or "",
            mistakes=tuple(Mistake(str(mistake.answer), mistake.rationale) for mistake in self.mistakes),
        )
