"""Say whether a statement is true; each answer has its rationale."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictBool

from tas.ground.words import N_
from tas.model.interactions import Choice, Option
from tas.model.items.base import BaseItem, Lowering, Rationale

TRUE, FALSE = N_("True"), N_("Not true")


class TrueFalse(BaseItem):
    """```yaml
    - id: decides-together
      type: true-false
      stem: The family decides what happens next.
      key: true
      if_true: Right, you think along; the choice stays theirs.
      if_false: You inform and support, but you do not decide for them.
      learn: role/values-and-ethics#self-determination
    ```"""

    type: Literal["true-false"]
    key: StrictBool
    if_true: Rationale
    if_false: Rationale

    def lower(self, lowering: Lowering) -> Choice:
        options = (
            Option("true", lowering.gettext(TRUE), self.if_true),
            Option("false", lowering.gettext(FALSE), self.if_false),
        )
        key = "true" if self.key else "false"
        return Choice(self.id, self.stem, options, (key,), self.learn, self.sources, shuffle=False)
