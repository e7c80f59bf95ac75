"""The engine is strict: what it warns of, what it would fetch, what the machine lacks."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from kit import FOLDERS
from paper_kit import EDITIONS, GROWN, ROOT, Paper, grown, make_paper
from tas.paper import engine
from tas.problems import ContentError

PAGE = '<html lang="id"><title>Tas</title><h1>Tas</h1>{}'


@pytest.mark.parametrize(
    "content",
    [
        '<img alt="" src="https://example.org/a.png">',
        '<img alt="" src="missing.png">',
        "<style>h1 { colour: red }</style>",
    ],
)
def test_a_warning_of_the_engine_is_an_error_at_the_guide(content: str) -> None:
    for paper in ("guides/id/a.yml", "guides/id/b.yml"):  # a style sheet that is kept is complained of each time
        with pytest.raises(ContentError) as raised:
            engine.render_pdf(PAGE.format(content), paper)
        assert str(raised.value).startswith(f"{paper}:1:1: error: ")


def test_a_clean_page_is_made() -> None:
    assert engine.render_pdf(PAGE.format(""), "guides/id/a.yml").pdf.startswith(b"%PDF")


def test_without_pango_one_sentence_says_the_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name, *arguments, **options):
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    engine.load_engine.cache_clear()
    with pytest.raises(engine.MissingEngine, match="apt install libpango"):
        engine.render_pdf(PAGE.format(""), "guides/id/a.yml")


def test_a_guide_over_its_pages_is_refused() -> None:
    with pytest.raises(ContentError, match="pages on paper, but at most") as raised:
        make_paper(grown(words=40, notes=140, agreements=40), GROWN)
    assert f"guides/id/{GROWN}.yml:1:1: error:" in str(raised.value)


@pytest.mark.parametrize("code", [code for code, _ in EDITIONS])
def test_the_font_has_every_character_of_the_content(code: str) -> None:
    files = [
        file
        for folder in FOLDERS
        for ending in ("*.md", "*.yml")
        for file in (*(ROOT / folder / code).rglob(ending), *(ROOT / folder).glob(ending))
    ]
    used = set("".join(file.read_text("utf-8") for file in (*files, ROOT / f"generator/tas/locales/{code}.po")))
    for font in engine.FONTS:
        assert sorted(used - set("\n\r") - characters(font)) == []


def test_a_missing_character_is_seen() -> None:
    assert "漢" not in characters(engine.FONTS[0])
    assert set("≥≤☐✓→·–—…°½¼¾×−²³") <= characters(engine.FONTS[0])


def characters(font: Path) -> set[str]:
    return {chr(code) for code in TTFont(font).getBestCmap()}


def test_no_font_bears_the_reserved_name() -> None:
    """OFL 1.1, condition 3."""
    for font in engine.FONTS:
        assert "Source" not in TTFont(font)["name"].getDebugName(1)


def test_paper_needs_no_network(one: Paper) -> None:
    assert "@import" not in one.html and 'src="http' not in one.html
