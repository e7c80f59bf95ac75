"""Give every row the option that belongs to it: "whose task is this?"."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tas.model.base import Id, Model
from tas.model.interactions import Match, Option, Row
from tas.model.items.base import BaseItem, Lowering, Plain, Rationale


class MatchOption(Model):
    """An answer to choose from, the same for every row; shown plain."""

    id: Id
    text: Plain


class MatchRow(Model):
    """One line with its key."""

    id: Id
    text: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    key: Id
    rationale: Rationale


class Matching(BaseItem):
    """```yaml
    - id: whose-task
      type: matching
      stem: Whose task is this?
      options:
        - id: midwife
          text: midwife
        - id: social-worker
          text: social worker
      rows:
        - id: give-vaccine
          text: Giving a vaccine
          key: midwife
          rationale: An injection is a medical act.
        - id: listen
          text: Listening to worries about money
          key: social-worker
          rationale: Social and emotional problems are your field.
        - id: attend-birth
          text: Attending a birth
          key: midwife
          rationale: A birth is attended by who is trained for it.
      learn: comparison/midwife#tasks
    ```"""

    type: Literal["matching"]
    options: Annotated[tuple[MatchOption, ...], Field(min_length=2, max_length=6)]
    rows: Annotated[tuple[MatchRow, ...], Field(min_length=3, max_length=8)]

    def lower(self, lowering: Lowering) -> Match:
        options = tuple(Option(option.id, option.text) for option in self.options)
        rows = tuple(Row(row.id, row.text, row.key, row.rationale) for row in self.rows)
        return Match(self.id, self.stem, options, rows, self.learn, self.sources)
