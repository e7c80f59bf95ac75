"""Think and write freely; never scored, a few writing lines on paper."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.base import Inline
from tas.model.interactions import OpenText
from tas.model.items.base import BaseItem, Lowering


class Reflection(BaseItem):
    """```yaml
    - id: your-own-limit
      type: reflection
      stem: When did you last say no to somebody who asked for help?
      lines: 4
      think_about:
        - What made it hard?
      learn: suitability/boundaries#ask-yourself
    ```"""

    type: Literal["reflection"]
    lines: Annotated[int, Field(ge=2, le=10)] = 4
    think_about: Annotated[tuple[Inline, ...], Field(max_length=4)] = ()

    def lower(self, lowering: Lowering) -> OpenText:
        return OpenText(self.id, self.stem, self.learn, self.think_about, self.lines, self.sources)
