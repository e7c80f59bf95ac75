"""What would you do? Every option has points: one number in a knowledge quiz, a number per subscale in a profile."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from tas.model.base import Id, Line, Model, SectionRef
from tas.model.interactions import Choice, Option, Points
from tas.model.items.base import BaseItem, Lowering, OptionText, Rationale
from tas.model.media import PictureRef

Grade = Annotated[int, Field(ge=0, le=2)]
Weight = Annotated[int, Field(ge=1, le=5)]


def _told_in_one_sentence(points: Any) -> Any:
    """Else pydantic complains once for each form that the points could have had."""
    whole = isinstance(points, int) and not isinstance(points, bool) and 0 <= points <= 2
    mapped = (
        isinstance(points, dict) and points and all(isinstance(one, int) and 1 <= one <= 5 for one in points.values())
    )
    if whole or mapped:
        return points
    raise ValueError("`points` is 0, 1 or 2; in a fit quiz it names one or two subscales with 1 to 5 points each")


class SituationalOption(Model):
    """`points`: 2 works well, 1 partly, 0 not; or subscale -> 1 to 5. `picture`: as in `ChoiceOption`."""

    id: Id
    text: OptionText
    rationale: Rationale
    points: Annotated[Grade | dict[Id, Weight], BeforeValidator(_told_in_one_sentence)]
    pin: bool = False
    picture: PictureRef | None = None
    alt: Line | None = None


class Situational(BaseItem):
    """```yaml
    - id: neighbour-listens-in
      type: situational
      stem: A neighbour sits down when the mother begins to talk. What do you do?
      options:
        - id: a
          text: You ask the mother to walk along to the back of the house.
          points: 2
          rationale: She can talk without being overheard.
        - id: b
          text: You go on; the neighbour means well.
          points: 0
          rationale: What is said here may be all over the street tomorrow.
      learn: role/confidentiality#what-you-say
    ```"""

    type: Literal["situational"]
    options: Annotated[tuple[SituationalOption, ...], Field(min_length=2, max_length=5)]
    learn: SectionRef | None = None  # type: ignore[assignment]

    @property
    def mapping(self) -> Points:
        return {
            option.id: dict(option.points) if isinstance(option.points, dict) else {"points": option.points}
            for option in self.options
        }

    @property
    def subscales(self) -> tuple[str, ...]:
        """The subscales that its options name; none in a knowledge quiz."""
        named = (option.points for option in self.options if isinstance(option.points, dict))
        return tuple(dict.fromkeys(name for points in named for name in points))

    def lower(self, lowering: Lowering) -> Choice:
        options = tuple(
            Option(option.id, option.text, option.rationale, option.pin, option.picture, option.alt)
            for option in self.options
        )
        learn = self.learn or next((lowering.pages[name] for name in self.subscales if name in lowering.pages), "")
        best = max((sum(points.values()) for points in self.mapping.values()), default=0)
        key = () if self.subscales else tuple(i for i, points in self.mapping.items() if sum(points.values()) == best)
        return Choice(self.id, self.stem, options, key, learn, self.sources, mapping=self.mapping)
