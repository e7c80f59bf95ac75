"""Choose every right option and no other; each option says why it belongs or why not."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Id
from tas.model.interactions import Choice, Option
from tas.model.items.base import BaseItem, ChoiceOption, Lowering


class MultipleChoice(BaseItem):
    """```yaml
    - id: before-you-go
      type: multiple-choice
      stem: What do you prepare before you go? Choose all that apply.
      options:
        - id: a
          text: You tell a colleague where you are going.
          rationale: Somebody should know where you are.
        - id: b
          text: You bring medicine.
          rationale: Medicine is given by health workers.
        - id: c
          text: You reread what was agreed last time.
          rationale: The family need not tell everything again.
      key: [a, c]
      learn: duties/home-visits#steps
    ```"""

    type: Literal["multiple-choice"]
    options: Annotated[tuple[ChoiceOption, ...], Field(min_length=3, max_length=8)]
    key: Annotated[tuple[Id, ...], Field(min_length=2, max_length=7)]

    def lower(self, lowering: Lowering) -> Choice:
        options = tuple(
            Option(option.id, option.text, option.rationale, option.pin, option.picture, option.alt)
            for option in self.options
        )
        return Choice(self.id, self.stem, options, self.key, self.learn, self.sources, cardinality="multiple")
