"""A new kind of page, rule, export and offline form is one thing in one place: each is added to a scratch bag and does its work.

A new edition is in test_editions.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import built
import overlay
import pytest
from kit import build_at, with_offline_page
from tas import bundles, exports, kinds
from tas.bundles.outline import File, Outline
from tas.bundles.site_folder import Site
from tas.check import rules
from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Line
from tas.model.page import Page
from tas.paper import papers
from tas.paper.export import Order
from tas.paper.job import Job
from tas.problems import WARNING, Finding
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project
from tas.text.markdown import Heading

STORY = """---
title: Rain
description: A story.
reviewed: 2026-11-01
sources: []
moral: Take a coat along.
---

It rained. [To its moral](rain.md#moral).

## What came of it {#what-came-of-it}

Nobody came.
"""


class StoryPage(Page):
    moral: Line


def _moral(here: Here) -> list[Part]:
    return [Heading("moral", "The moral", 2, 0), f"<p>{here.page.moral}</p>"]


def test_a_kind_of_page(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds.FOLDERS, "stories", Kind("stories", StoryPage, sections=("moral",), after=_moral))
    for edition in ("id", "nl"):
        folder = tiny / "docs" / edition / "stories"
        folder.mkdir()
        (folder / "rain.md").write_text(STORY, encoding="utf-8")
    config = tiny / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - glossary.md\n", "  - glossary.md\n  - stories/rain.md\n"))
    assert overlay.problems(tiny) == []
    page = built.Page(tiny / "site", build_at(tiny, papers=False) / "stories/rain/index.html")
    assert [heading.get("id") for heading in page.tree.xpath("//article//h2")][:2] == ["what-came-of-it", "moral"]
    assert "Take a coat along." in page.tree.text_content()
    story = tiny / "docs/id/stories/rain.md"
    story.write_text(story.read_text().replace("moral: Take a coat along.\n", ""))
    assert overlay.problems(tiny) == [
        'docs/id/stories/rain.md:2:1: error: the field "moral" is missing; add it (missing-field)'
    ]


def _no_rain(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for slug, page in library.pages.items():
            if page.title == "Words":
                yield library.documents["docs", slug].place(("title",)), "call it a word list"


def test_a_rule(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = SimpleNamespace(ID="no-glossary", LEVEL=WARNING, check=_no_rain)
    monkeypatch.setattr("tas.check.RULES", (*rules.RULES, rule))
    assert [line for line in overlay.problems(tiny) if "docs/id" in line] == [
        "docs/id/glossary.md:2:1: warning: call it a word list (no-glossary)"
    ]


class Poster:
    ID = "poster"
    TITLE = "Poster"

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            job = Job("docs/id/index.md", "<p>Poster</p>", most=1, too_long="")
            yield Order(
                ((library.edition.code, "index"),), f"downloads/{library.edition.code}/poster.pdf", self.TITLE, job
            )


def test_an_export(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "EXPORTS", (*papers.EXPORTS, Poster()))
    bag = read_bag(read_project(tiny))
    added = [order.address for order in papers.ordered(bag, "/") if order.title == "Poster"]
    assert added == ["downloads/id/poster.pdf", "downloads/nl/poster.pdf"]


def test_an_export_for_another_program(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made, offered with its steps, and what it cannot ask is named."""
    lines = SimpleNamespace(
        ID="lines", TITLE="Lines", USE="To read aloud.", STEPS=("One", "Two", "Three"), MADE="build", NEEDS=frozenset(),
        carries=lambda quiz, item: item.interaction.kind == "choice",
        orders=lambda taken: [exports.format.Order("stems.txt", lambda: b"".join(f"{item.interaction.stem}\n".encode() for quiz in taken.quizzes for item in quiz.items if item.interaction.kind == "choice"))],
    )  # fmt: skip
    monkeypatch.setattr("tas.exports.make.FORMATS", (lines,))
    page = STORY.replace("moral: Take a coat along.\n", "").replace("[To its moral](rain.md#moral).", "")
    (tiny / "docs/nl/trainers.md").write_text(page, encoding="utf-8")
    (tiny / "docs/id/trainers.md").write_text(page, encoding="utf-8")
    config = tiny / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - glossary.md\n", "  - glossary.md\n  - trainers.md\n"))
    site = build_at(tiny, papers=False)
    assert len((site / "downloads/nl/exports/stems.txt").read_text().splitlines()) > 5
    shelf = built.Page(site, site / "nl/trainers/index.html").tree.xpath("//details[@id='export-lines']")[0]
    assert [link.get("href") for link in shelf.iter("a")] == ["../../downloads/nl/exports/stems.txt"]
    assert [step.text for step in shelf.iter("li") if not len(step)] == ["One", "Two", "Three"]
    assert re.search(r"plek voor heeft: .*kind of question: 3, 4", shelf.text_content())


def test_an_offline_form(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> list[File]:
        titles = "\n".join(entry.title for entry in outline.entries)
        return [File(f"downloads/{outline.code}/list.txt", titles.encode())]

    form = SimpleNamespace(
        ID="list",
        TITLE="Sources",
        USE="Sources",
        LIMIT=1000,
        ALONE=True,
        OUTGROWN="nobody reads it",
        file_name=lambda outline: f"downloads/{outline.code}/list.txt",
        make=make,
    )
    monkeypatch.setattr("tas.bundles.offline.BUNDLES", (*bundles.BUNDLES, form))
    site = build_at(with_offline_page(tiny), papers=False)
    assert "Words" in (site / "downloads/id/list.txt").read_text().splitlines()
    page = built.Page(site, site / "offline/index.html")
    assert any(href.endswith("downloads/id/list.txt") for href in page.links())
