"""Bags to take along: the tiny one with a page `offline`, and the whole one."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit import build_at, copy_tiny, with_offline_page
from with_browser import bag_url, browser, open_page  # noqa: F401 (fixtures)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny bag built with its offline forms."""
    return build_at(with_offline_page(copy_tiny(tmp_path_factory.mktemp("offline") / "tiny")), papers=False)
