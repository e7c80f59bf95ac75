"""Bags to take along: the tiny one with a page `offline`, and the whole one."""

from __future__ import annotations

from pathlib import Path

import pytest
from kit import build_at, copy_tiny

OFFLINE = """---
title: To take along
description: Copies.
reviewed: 2026-11-21
sources: []
---

What you can take along.

Made with the whole site.
{ #copies }
"""


def with_offline_page(root: Path) -> Path:
    """The tiny bag with the page that offers the copies."""
    for edition in ("id", "nl"):
        (root / "docs" / edition / "offline.md").write_text(OFFLINE, encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - glossary.md\n", "  - offline.md\n  - glossary.md\n"))
    return root


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny bag built with its offline forms."""
    return build_at(with_offline_page(copy_tiny(tmp_path_factory.mktemp("offline") / "tiny")), papers=False)
