"""Every guide of both editions as a paper."""

from __future__ import annotations

import pytest
from paper_kit import GUIDES, MAXIMAL, Paper, paper_of


@pytest.fixture(params=[*GUIDES, ("id", MAXIMAL)], ids="/".join)
def paper(request: pytest.FixtureRequest) -> Paper:
    """Every guide of both editions in turn, and one with the longest lists."""
    return paper_of(*request.param)


@pytest.fixture
def one() -> Paper:
    """Any guide, to seed a defect in."""
    return paper_of(*GUIDES[0])
