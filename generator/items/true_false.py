"""Say whether a statement is true; each answer has its rationale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import StrictBool

from generator.interactions import Choice, Option
from generator.items.base import BaseItem
from generator.model.base import Inline


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
    if_true: Inline
    if_false: Inline

    def lower(self, gettext: Callable[[str], str]) -> Choice:
        options = (
            Option("true", gettext("True"), self.if_true),
            Option("false", gettext("Not true"), self.if_false),
        )
        key = "true" if self.key else "false"
        return Choice(self.id, self.stem, options, (key,), self.learn, self.sources, shuffle=False)
