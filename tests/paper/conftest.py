"""Every guide of both editions in every form as a paper; all tests of one follow each other, so that it is opened once."""

from __future__ import annotations

import pytest
from paper_kit import ALL, GUIDES, Paper, make_all, paper_of
from with_browser import bag_url, browser, open_page  # noqa: F401 (fixtures)


@pytest.fixture(scope="session")
def all_made() -> None:
    """All papers at once, on both cores: no test waits for one alone."""
    make_all()


@pytest.fixture(scope="session", params=ALL, ids="/".join)
def paper(request: pytest.FixtureRequest, all_made: None) -> Paper:
    """Every guide of both editions in every form in turn, and one with the longest lists."""
    return paper_of(*request.param)


@pytest.fixture(scope="session", params=GUIDES, ids="/".join)
def guide(request: pytest.FixtureRequest, all_made: None) -> Paper:
    """Every guide on A4."""
    return paper_of(*request.param)


@pytest.fixture(scope="session")
def one() -> Paper:
    """Any guide, to seed a defect in."""
    return paper_of(*GUIDES[0])
