"""`tas status FILE`: a file beside the one that leads, text by text, as somebody reads them who compares."""

from __future__ import annotations

from collections.abc import Iterator

from tas.in_step.accept import beside_of
from tas.in_step.compare import BEHIND, LOST, Pair
from tas.in_step.earlier import earlier, word_diff
from tas.model.states import UNREAD
from tas.read.bag import Bag


def side_by_side(bag: Bag, file: str, *, whole: bool) -> Iterator[str]:
    """What is behind or unread, or with `whole` every text."""
    beside = beside_of(bag, file)
    codes = beside.leader.edition.code, beside.library.edition.code
    for pair in beside.pairs:
        if whole or pair.state in (BEHIND, UNREAD):
            yield f"#{pair.key}  {pair.state}{f' ({pair.change})' if pair.change else ''}, {pair.risk}"
            yield from (f"  {code:<3} {said}" for code, said in zip(codes, _texts(pair), strict=True))


def _texts(pair: Pair) -> tuple[str, str]:
    lead, own = (" ".join(block.text.split()) if block else "–" for block in (pair.lead, pair.own))
    before = earlier(pair) if pair.state == BEHIND and pair.lead and pair.change != LOST else None
    return word_diff(before, pair.lead_text) if before is not None else lead, own
