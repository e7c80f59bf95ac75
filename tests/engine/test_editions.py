"""A third edition is four folders and one entry in mkdocs.yml, with a catalogue where its language has none yet; no Python is touched."""

from __future__ import annotations

from pathlib import Path

import built
import overlay
import pytest
from babel.messages.extract import extract_from_dir
from kit import build_at, copy_tiny, with_english
from tas.build import build
from tas.ground.places import PACKAGE
from tas.paper import press
from tas.paper.job import Job
from tas.read.interface_words import untranslated, used_words
from tas.read.nav import Nav
from tas.read.project import read_project


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return with_english(copy_tiny(tmp_path / "tiny", ("id", "nl", "en")))


@pytest.mark.slow
def test_a_third_edition_builds_whole(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The press is played; what it makes of this edition is in tests/paper/test_papers.py."""
    monkeypatch.setattr(Job, "make", lambda job: b"%PDF " + job.key.encode())
    monkeypatch.setattr(press, "cores", lambda: 1)
    site = build(three, papers=True, say=lambda stage, what: None)
    assert built.broken_links(site) == []
    home = built.Page(site, site / "en/index.html")
    assert home.tree.get("lang") == "en"
    assert {link.get("hreflang") for link in home.tree.xpath("//header//a[@hreflang]")} == {"id", "nl"}
    duty = built.Page(site, site / "en/duties/visit/index.html")
    assert "Not your task" in duty.tree.text_content()
    assert "November 1, 2026" in duty.tree.text_content()
    assert (site / "downloads/en/guides/first.pdf").read_bytes().startswith(b"%PDF")
    assert (site / "en/404.html").is_file()


def test_words_come_from_the_bag_then_from_us_then_in_english(tiny: Path) -> None:
    config = tiny / "mkdocs.yml"
    config.write_text(config.read_text().replace("locale: nl\n", "locale: nl-BE\n"))
    for folder in ("docs", "quizzes", "guides", "reference"):
        (tiny / folder / "nl").rename(tiny / folder / "nl-BE")
    (tiny / "locales/nl-BE.po").write_text(
        'msgid "Not your task"\nmsgstr "Niets voor u"\n\nmsgid "Sources"\nmsgstr ""\n'
    )
    words = read_project(tiny).editions[1].words
    assert [words.gettext(word) for word in ("Not your task", "Sources", "Duties")] == [
        "Niets voor u",
        "Bronnen",
        "Duties",
    ]
    assert overlay.problems(tiny) == [
        "mkdocs.yml:1:1: warning: English in nl-BE: 1 word around the content (Duties); `tas words nl-BE` lists them in locales/nl-BE.po, to be translated (missing-word)"
    ]


def test_a_language_without_a_catalogue_is_told_once(tiny: Path) -> None:
    config = tiny / "mkdocs.yml"
    config.write_text(config.read_text().replace("locale: nl\n", "locale: pt-BR\n"))
    for folder in ("docs", "quizzes", "guides", "reference"):
        (tiny / folder / "nl").rename(tiny / folder / "pt-BR")
    (said,) = overlay.problems(tiny)
    assert " words around the content (Duties, " in said


@pytest.mark.slow
def test_the_words_that_are_asked_for_are_those_that_babel_finds() -> None:
    methods = [("**.py", "python"), ("**.j2", "jinja2"), ("templates/theme/**.html", "jinja2")]
    found = [message for _, _, message, _, _ in extract_from_dir(str(PACKAGE), methods)]
    words = {(message,) if isinstance(message, str) else tuple(message) for message in found}
    plurals = {word[0] for word in words if len(word) > 1}
    assert set(used_words()) == {word for word in words if len(word) > 1 or word[0] not in plurals}


def test_our_own_catalogues_are_whole_and_have_no_word_too_many(tiny: Path) -> None:
    used = {word[0] for word in used_words()}
    for edition in read_project(tiny).editions:
        _, ours, _ = edition.catalogues[-1]
        assert untranslated(edition, Nav()) == ()
        assert {message.id if isinstance(message.id, str) else message.id[0] for message in ours if message.id} == used


def test_a_catalogue_that_cannot_be_read_is_told(three: Path) -> None:
    (three / "locales/en.po").write_text("this is not a catalogue\n")
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


@pytest.mark.slow
def test_an_edition_that_is_not_whole_yet_is_left_alone(three: Path) -> None:
    for file in ("docs/en/misconceptions/only-money.md", "docs/en/quizzes/small.md", "quizzes/en/small.yml"):
        (three / file).unlink()
    config = three / "mkdocs.yml"
    whole = config.read_text()
    assert any("missing-counterpart" in line for line in overlay.problems(three))
    config.write_text(whole.replace("  - tas\n", "  - tas:\n      partial: [en]\n"))
    assert overlay.problems(three) == []
    site = build_at(three, papers=False)
    assert built.broken_links(site) == []
    assert not (site / "en/misconceptions/only-money").exists()
    config.write_text(whole.replace("  - tas\n", "  - tas:\n      partial: [id, fr]\n"))
    assert overlay.problems(three) == [
        f'mkdocs.yml:8:{column}: error: "{code}" is no edition beside the default one; those are nl, en (editions)'
        for code, column in (("id", 17), ("fr", 21))
    ]
