"""How far does this hold for you? An answer on one of the profile's scales, counted for one subscale. Nothing is right or wrong."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from tas.model.base import Id, SectionRef
from tas.model.interactions import Choice, Option, Points
from tas.model.items.base import BaseItem, Lowering

STEPS = 5
"""Labels of a scale; the first counts 1, the last 5, the other way round with `reverse`."""


class Likert(BaseItem):
    """```yaml
    - id: patience-1
      type: likert
      stem: Asking the same question for the third time.
      scale: liking
      subscale: patience
      reverse: true
    ```"""

    type: Literal["likert"]
    stem: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    scale: Id
    subscale: Id
    reverse: bool = False
    learn: SectionRef | None = None  # type: ignore[assignment]

    @property
    def mapping(self) -> Points:
        return {str(step): {self.subscale: STEPS + 1 - step if self.reverse else step} for step in range(1, STEPS + 1)}

    @property
    def subscales(self) -> tuple[str, ...]:
        return (self.subscale,)

    def lower(self, lowering: Lowering) -> Choice:
        labels = lowering.scales.get(self.scale, ())
        options = tuple(Option(str(step), label) for step, label in enumerate(labels, 1))
        learn = self.learn or lowering.pages.get(self.subscale, "")
        return Choice(
            self.id,
            self.stem,
            options,
            (),
            learn,
            self.sources,
            shuffle=False,
            mapping=self.mapping,
            layout="scale",
        )
