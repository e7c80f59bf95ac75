"""A third edition is four folders, a catalogue and one entry in mkdocs.yml; no Python is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import built
import overlay
import pytest
from babel.messages.pofile import read_po, write_po
from kit import ROOT, build_at, copy_tiny


@pytest.fixture
def three(tmp_path: Path) -> Path:
    root = copy_tiny(tmp_path / "tiny", ("id", "nl", "en"))
    shutil.copytree(ROOT / "generator/tas/locales", root / "locales")
    with (root / "locales/nl.po").open("rb") as stream:
        catalogue = read_po(stream, locale="en")
    for message in catalogue:
        if message.id:
            message.string = message.id
    catalogue.locale = "en"
    with (root / "locales/en.po").open("wb") as stream:
        write_po(stream, catalogue)
    config = root / "mkdocs.yml"
    text = config.read_text()
    text = text.replace("  - tas\n", "  - tas:\n      locales: locales\n")
    entry = "        - locale: en\n          name: English\n          build: true\n"
    config.write_text(text.replace("nav:\n", f"{entry}nav:\n", 1))
    return root


def test_a_third_edition_builds_whole(three: Path) -> None:
    site = build_at(three)
    assert built.broken_links(site) == []
    home = built.Page(site, site / "en/index.html")
    assert home.tree.get("lang") == "en"
    assert {link.get("hreflang") for link in home.tree.xpath("//header//a[@hreflang]")} == {"id", "nl"}
    duty = built.Page(site, site / "en/duties/visit/index.html")
    assert "Not your task" in duty.tree.text_content()
    assert "November 1, 2026" in duty.tree.text_content()
    assert (site / "downloads/en/guides/first.pdf").read_bytes().startswith(b"%PDF")
    assert (site / "en/404.html").is_file()


def test_a_missing_word_stops_the_build(three: Path) -> None:
    file = three / "locales/en.po"
    text = file.read_text()
    assert 'msgid "Not your task"\nmsgstr "Not your task"' in text
    file.write_text(text.replace('msgid "Not your task"\nmsgstr "Not your task"', 'msgid "Not your task"\nmsgstr ""'))
    (said,) = overlay.problems(three)
    assert said.startswith("locales/en.po:")
    assert '"Not your task" has no translation' in said


def test_a_catalogue_that_cannot_be_read_is_told(three: Path) -> None:
    with (three / "locales/en.po").open("a") as stream:
        stream.write("this is not a catalogue\n")
    assert any(line.startswith("locales/en.po:") and "cannot be read" in line for line in overlay.problems(three))


def test_every_text_that_the_new_edition_lacks_is_listed(three: Path) -> None:
    for file in ("docs/en/duties/visit.md", "quizzes/en/small.yml"):
        (three / file).unlink()
    said = [line for line in overlay.problems(three) if "missing-counterpart" in line]
    assert {line.partition(":")[0] for line in said} >= {
        "docs/id/duties/visit.md",
        "docs/nl/duties/visit.md",
        "quizzes/id/small.yml",
    }
