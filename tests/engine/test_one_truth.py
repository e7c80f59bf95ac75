"""What stands in a file is what is published, letter by letter: one build of the tiny bag with texts that two readers would read differently."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from kit import build_at, copy_tiny
from lxml import html

TITLES = {
    "docs/nl/role/index.md": "No",
    "docs/nl/duties/visit.md": "2026-11-21",
    "docs/nl/suitability/patience.md": "1.10",
    "docs/nl/misconceptions/only-money.md": "A & b < c *d* \"e\" 'f' -- {g}",
    "docs/nl/glossary.md": "yes",
    "docs/nl/comparison/midwife.md": "0x1F",
}
PAGES = {"role": "No", "duties/visit": "2026-11-21", "suitability/patience": "1.10", "glossary": "yes", "comparison/midwife": "0x1F",
         "misconceptions/only-money": TITLES["docs/nl/misconceptions/only-money.md"]}  # fmt: skip
BARE = """---
title: Small quiz
description: Three questions.
reviewed: 2026-11-01
sources: []
quiz: small
---"""
BODY = """
He said "'s avonds" -- and `[](term:client) <b>` and <https://example.org/?a=1&b=2>.

```
{% raw %} <script>alert(1)</script> [](source:law)
```

Days:
| a | b |
|---|---|
| 1 | [two](../index.md) |
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_tiny(tmp_path_factory.mktemp("truth") / "tiny")
    for name, title in TITLES.items():
        file = root / name
        lines = file.read_text(encoding="utf-8").split("\n")
        lines[1] = (
            f"title: {title}" if title.isalnum() or "-" in title[4:5] else "title: '" + title.replace("'", "''") + "'"
        )
        file.write_text("\n".join(lines), encoding="utf-8")
    (root / "docs/nl/quizzes/small.md").write_text(BARE, encoding="utf-8")
    page = root / "docs/nl/duties/visit.md"
    page.write_text(page.read_text(encoding="utf-8") + BODY, encoding="utf-8")
    return build_at(root, papers=False)


def tree(site: Path, page: str) -> html.HtmlElement:
    return html.document_fromstring((site / "nl" / page / "index.html").read_bytes())


@pytest.mark.parametrize("page", PAGES)
def test_a_title_is_published_as_it_was_written(site: Path, page: str) -> None:
    title, found = PAGES[page], tree(site, page)
    assert [heading.text_content() for heading in found.iter("h1")] == [title]
    assert found.findtext(".//title") == f"{title} – Tiny"
    menus = [
        link.text_content().strip() for place in ("sources", "role") for link in tree(site, place).xpath("//nav//a")
    ]
    assert title in menus
    index = (site / "search/index.nl.js").read_text(encoding="utf-8")
    assert title.replace('"', '\\"') in index
    with zipfile.ZipFile(site / "downloads/nl/tas-nl.epub") as book:
        chapters = [book.read(name).decode() for name in book.namelist() if name.endswith("xhtml")]
    assert any(title in html.document_fromstring(chapter.encode()).text_content() for chapter in chapters)


def test_a_page_of_front_matter_alone_has_no_text(site: Path) -> None:
    found = tree(site, "quizzes/small")
    assert found.findtext(".//h1") == "Small quiz"
    assert "reviewed:" not in found.text_content()


def test_what_is_code_and_what_is_text_stays_so(site: Path) -> None:
    article = tree(site, "duties/visit").xpath("//article")[0]
    assert "He said “’s avonds” – and" in article.text_content()
    assert [code.text_content() for code in article.iter("code")][:2] == [
        "[](term:client) <b>",
        "{% raw %} <script>alert(1)</script> [](source:law)\n",
    ]
    assert not list(article.iter("script"))
    assert article.xpath("//a[@href='https://example.org/?a=1&b=2']")
    assert [cell.text_content().strip() for cell in article.iter("td")] == ["1", "two"]


def test_a_source_that_is_only_shown_in_code_is_not_cited(site: Path) -> None:
    text = (site / "nl/duties/visit/index.html").read_text(encoding="utf-8")
    assert text.count('id="term-client"') == 0


def test_both_editions_are_there_and_nothing_of_the_work(site: Path) -> None:
    assert (site / "index.html").is_file() and (site / "nl/index.html").is_file()
    assert [entry.name for entry in site.iterdir() if entry.name.startswith(".")] == []
