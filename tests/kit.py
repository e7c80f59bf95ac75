"""Sites for tests: the tiny one, the project's own content, and how they are built."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import nullcontext
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

from filelock import FileLock
from tas.ground.places import LOCALES
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "sites" / "tiny"
SESSION = TINY.with_name("session")
PAPERS = ROOT / ".cache/papers"
PAPERS_LOCK = PAPERS.with_name("papers.lock")
"""Held while papers are made: the other workers of a session wait and find them."""
FOLDERS = ("docs", "quizzes", "guides", "training", "reference")
EPOCH = "1795219200"
"""21 November 2026: the day of tiny bags, whose texts were all reviewed by then."""
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
"""A page where the copies are offered."""


def _newest_review() -> str:
    """Noon of the day on which a page, quiz or guide of this bag was last reviewed: what is reviewed today breaks no test."""
    files = (file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if file.suffix in (".md", ".yml"))
    days = (
        re.search(r"^reviewed: (\d{4}-\d\d-\d\d)", file.read_text(encoding="utf-8"), re.MULTILINE) for file in files
    )
    newest = date.fromisoformat(max(day[1] for day in days if day))
    return str(int(datetime.combine(newest, time(12), UTC).timestamp()))


BAG_EPOCH = _newest_review()
"""The day of this bag in its tests."""


def copy_tiny(target: Path, editions: tuple[str, ...] = ("id", "nl")) -> Path:
    """A bag of eleven pages, the same texts in each edition: what is tested is never the language."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(TINY / "mkdocs.yml", target)
    shutil.copytree(TINY / "locales", target / "locales")
    for edition in editions:
        for folder in FOLDERS:
            if (TINY / folder).is_dir():
                shutil.copytree(TINY / folder, target / folder / edition)
    return target


def with_all_words(root: Path) -> None:
    """The bag's own catalogues translate all of our words too, so that a test can spoil any."""
    for file in (root / "locales").glob("*.po"):
        _, own = file.read_text(encoding="utf-8").split("\n\n", 1)
        file.write_text(f"{(LOCALES / file.name).read_text(encoding='utf-8')}\n{own}", encoding="utf-8")


def with_english(root: Path) -> Path:
    """A bag that has the folders of a third edition gets its entry."""
    config = root / "mkdocs.yml"
    entry = "        - locale: en\n          name: English\n          build: true\n"
    config.write_text(config.read_text().replace("nav:\n", f"{entry}nav:\n", 1))
    return root


def with_session(root: Path) -> Path:
    """The tiny bag with a training session in each edition, and the page for trainers that lists it."""
    for edition in ("id", "nl"):
        for name, folder in (("evening.yml", "training"), ("evening.md", "docs"), ("trainers.md", "docs")):
            inside = "training" if name == "evening.md" else ""
            target = root / folder / edition / inside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SESSION / name, target)
    config = root / "mkdocs.yml"
    pages = "  - trainers.md\n  - training/evening.md\n  - glossary.md\n"
    config.write_text(config.read_text().replace("  - glossary.md\n", pages))
    return root


def with_offline_page(root: Path) -> Path:
    """The tiny bag with the page that offers the copies."""
    for edition in ("id", "nl"):
        (root / "docs" / edition / "offline.md").write_text(OFFLINE, encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - glossary.md\n", "  - offline.md\n  - glossary.md\n"))
    return root


def copy_bag(target: Path) -> Path:
    """The project's own content in a folder of its own."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for folder in (*FOLDERS, "locales", "media"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, target / folder)
    return target


@cache
def whole_bag() -> Bag:
    """The project's own content as read, for tests that change nothing of it."""
    return read_bag(read_project(ROOT))


def build_at(root: Path, *, papers: bool = True, epoch: str = EPOCH) -> Path:
    """Build in this process, on a fixed day; the papers are those of the project."""
    from tas.build import build

    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache/papers").symlink_to(PAPERS)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    try:
        with FileLock(PAPERS_LOCK) if papers else nullcontext():
            return build(root, papers=papers, say=lambda stage, what: None)
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
