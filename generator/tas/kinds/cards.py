"""`learn/cards`: cards with five boxes; what is wrong in a quiz comes back here too."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _before(here: Here) -> list[Part]:
    return here.learning_cards()


KIND = Kind("learn/cards", look="cards", assets=("learn.css", "kept.js", "cards.js"), before=_before)
