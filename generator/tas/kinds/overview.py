"""`<folder>/index`: the pages of a folder as cards."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part


def _after(here: Here) -> list[Part]:
    kind = here.slug.partition("/")[0]
    data = [here.block("quiz/data.html.j2")] if kind == "quizzes" else []
    return [here.block("page/cards.html.j2", cards=here.cards(kind), kind=kind), *data]


def _before(here: Here) -> list[Part]:
    """First what one can do here: the mirror whose sides these pages tell, or what there is to take away."""
    kind = here.slug.partition("/")[0]
    mirrors = [card for card in here.cards("quizzes") if kind in card["sides"]]
    cards = [here.block("page/cards.html.j2", cards=mirrors, kind="quizzes")] if mirrors else []
    return [*cards, *here.downloads()]


KIND = Kind("overview", before=_before, after=_after)
