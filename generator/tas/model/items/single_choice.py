"""Choose one of several options; each option says why it is right or what it confuses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Id
from tas.model.interactions import Choice, Option
from tas.model.items.base import BaseItem, ChoiceOption, Lowering


class SingleChoice(BaseItem):
    """```yaml
    - id: asked-to-vaccinate
      type: single-choice
      stem: A mother asks you to give the injection. What do you do?
      options:
        - id: a
          text: You give it.
          rationale: An injection is given by a midwife, nurse or doctor.
        - id: b
          text: You go with her to the clinic.
          rationale: You open the way; the clinic gives the injection.
      key: b
      learn: duties/home-visits#why
    ```"""

    type: Literal["single-choice"]
    options: Annotated[tuple[ChoiceOption, ...], Field(min_length=2, max_length=6)]
    key: Id

    def lower(self, lowering: Lowering) -> Choice:
        options = tuple(
            Option(option.id, option.text, option.rationale, option.pin, option.picture, option.alt)
            for option in self.options
        )
        return Choice(self.id, self.stem, options, (self.key,), self.learn, self.sources)
