"""Type a word or two; compared without capitals, accents, punctuation and double spaces."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tas.model.interactions import Entry, Mistake
from tas.model.items.base import BaseItem, Lowering, Mistakes, Plain, Rationale


class ShortText(BaseItem):
    """```yaml
    - id: name-of-the-book
      type: short-text
      stem: What is the book called in which a child's growth is kept?
      accepted:
        - growth book
        - the growth book
      rationale: One book follows the child from pregnancy on.
      learn: duties/home-visits#why
    ```"""

    type: Literal["short-text"]
    accepted: Annotated[tuple[Plain, ...], Field(min_length=1, max_length=12)]
    rationale: Rationale
    mistakes: Mistakes = ()

    def lower(self, lowering: Lowering) -> Entry:
        mistakes = tuple(Mistake(str(mistake.answer), mistake.rationale) for mistake in self.mistakes)
        return Entry(
            self.id, self.stem, self.accepted, self.rationale, self.learn, self.sources, base="text", mistakes=mistakes
        )
