"""How well a ranking answers the query sets: Recall@5, MRR@10, queries without any result; in all and by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from search_kit import Query
from tas.ground.addresses import address


@dataclass
class Score:
    """Of one kind of query, or of all but `none`."""

    ranks: list[int | None] = field(default_factory=list)
    """Place of the first page that answers, from 1; None where none is among the results."""
    empty: int = 0

    @property
    def recall(self) -> float:
        """Share of the queries with an answer among the first five pages."""
        return sum(rank is not None and rank <= 5 for rank in self.ranks) / len(self.ranks)

    @property
    def mrr(self) -> float:
        """Mean of 1 / place, of answers among the first ten."""
        return sum(1 / rank for rank in self.ranks if rank and rank <= 10) / len(self.ranks)

    @property
    def zero(self) -> float:
        return self.empty / len(self.ranks)


Answer = Callable[[Query], list[str]]
"""A query -> locations, best first; for a query that nothing answers: those that pretend to."""


def measure(queries: Iterable[Query], answer: Answer, prefix: str) -> dict[str, Score]:
    """Kind -> score, and "all" for those that have an answer."""
    scores: dict[str, Score] = defaultdict(Score)
    for query in queries:
        found = answer(query)
        if query.kind == "none":
            scores["none"].ranks.append(None if found else 1)
            continue
        wanted = {prefix + address(slug) for slug in query.pages}
        rank = next((place for place, location in enumerate(found, 1) if location in wanted), None)
        for score in (scores[query.kind], scores["all"]):
            score.ranks.append(rank)
            score.empty += not found
    return dict(scores)
