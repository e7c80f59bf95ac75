"""Danger signs in a tiny bag: drawn where a page asks for them, said where a text names one, listed whole on their own page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as lxml_html
from tas.compose.page import Composer
from tas.model.paper import Paper
from tas.read.library import Library, read_library
from tas.read.project import read_project
from tas.read.signs import with_signs
from tas.render.environment import Renderer
from tas.view.guide import guide_view

MORE = """      - id: pale
        text: Is pale
        urgency: now
        unsourced: true
      - id: cold
        text: Feels cold
        urgency: now
        age: Under a week
        limit: Below 36 °C
        sources:
          - law
"""
PAGE = """---
title: {title}
description: All of it.
reviewed: 2026-11-01
sources: []
---

{body}
"""


@pytest.fixture
def library(tiny: Path, edit) -> Library:
    edit("reference/id/danger-signs.yml", "      - id: limp\n", MORE + "      - id: limp\n")
    edit("docs/id/duties/visit.md", "\n## ", "\nCall when the baby [](sign:newborn/limp).\n\n[](danger:newborn)\n\n## ")
    edit("guides/id/first.yml", "    - Feed often.\n", '    - "[](sign:newborn/hot)? Call."\n')
    (tiny / "docs/id/danger-signs.md").write_text(PAGE.format(title="Danger signs", body="All."), encoding="utf-8")
    (tiny / "docs/id/corrections.md").write_text(PAGE.format(title="Corrections", body="All."), encoding="utf-8")
    entries = "".join(
        f"  - {{id: {name}, date: {day}, page: duties/visit, text: Was {name}.}}\n"
        for name, day in (("older", "2026-01-02"), ("newer", "2026-11-01"))
    )
    (tiny / "reference/id/corrections.yml").write_text(f"corrections:\n{entries}", encoding="utf-8")
    project = read_project(tiny)
    library = read_library(project.editions[0])
    assert library.problems == []
    return library


def page(library: Library, tiny: Path, slug: str):
    composer = Composer(read_project(tiny), library, Renderer(library.edition), {})
    return lxml_html.fromstring(f"<main>{composer.compose(slug).html}</main>")


def test_a_page_draws_the_whole_group(library: Library, tiny: Path) -> None:
    (block,) = page(library, tiny, "duties/visit").xpath('//div[@class="tas-danger"]')
    said = " ".join(block.text_content().split())
    assert all(sign.text in said for sign in library.danger_signs["newborn"].signs)
    assert block.xpath('.//a[@class="tel"]/@href') == ["tel:08001234"]
    assert "Belum diperiksa oleh midwife." in said
    assert block.xpath('.//p[@class="tas-danger__all"]/a/@href') == ["../../danger-signs/"]
    (pale,) = block.xpath('.//li[starts-with(normalize-space(), "Is pale")]')
    assert "belum ada sumber resmi" in pale.text_content() and not pale.xpath(".//sup")


def test_what_has_an_age_stands_under_it(library: Library, tiny: Path) -> None:
    (age,) = page(library, tiny, "duties/visit").xpath('//p[@class="tas-danger__age"]')
    signs = age.getnext()
    assert age.text == "Under a week" and "Feels cold" in signs.text_content() and "Below 36" in signs.text_content()


def test_a_sign_in_a_sentence_is_its_words(library: Library, tiny: Path) -> None:
    said = page(library, tiny, "duties/visit").text_content()
    assert "Call when the baby is limp." in said
    assert library.guides["first"].family_side.points[0] == "Feels hot? Call."


def test_the_page_of_danger_signs_lists_every_group_under_its_heading(library: Library, tiny: Path) -> None:
    listed = page(library, tiny, "danger-signs")
    assert listed.xpath("//h2/@id") == ["danger-newborn"]
    assert "danger-newborn" in library.anchors["danger-signs"]
    assert not listed.xpath('//p[@class="tas-danger__all"]'), "it is that list"


def test_corrections_stand_newest_first(library: Library, tiny: Path) -> None:
    entries = page(library, tiny, "corrections").xpath('//li[starts-with(@id, "correction-")]/@id')
    assert entries == ["correction-newer", "correction-older"]


def test_what_may_not_hang_on_a_wall_stays_with_the_worker(library: Library) -> None:
    view = guide_view(library, "first")
    assert [group.id for group in view.family_danger] == ["newborn"]
    group = library.danger_signs["newborn"]
    library.danger_signs["newborn"] = group.model_copy(update={"wall": False})
    assert guide_view(library, "first").family_danger == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[](sign:a/b)", "Is limp"),
        ("Call: [](sign:a/b).", "Call: Is limp."),
        ("when it [](sign:a/b)", "when it is limp"),
        ("or **[](sign:a/b)**", "or **is limp**"),
        ("when [](sign:a/abbreviated)", "when BCG scar weeps"),
        ("[](sign:a/unknown)", "[](sign:a/unknown)"),
    ],
)
def test_the_words_of_a_sign_fit_their_place(text: str, said: str) -> None:
    signs = {"a/b": "Is limp", "a/abbreviated": "BCG scar weeps"}
    assert with_signs({"x": [text]}, signs) == {"x": [said]}


def test_a_poster_is_offered_under_the_list_of_its_group(library: Library, tiny: Path) -> None:
    offered = (
        Paper("downloads/id/posters/newborn.pdf", "Poster: {variant}", b"1", variant="Baby"),
        Paper("downloads/id/posters/other.pdf", "Poster: {variant}", b"2", variant="Other"),
    )
    composer = Composer(read_project(tiny), library, Renderer(library.edition), {("id", "danger-signs"): offered})
    shown = lxml_html.fromstring(f"<main>{composer.compose('danger-signs').html}</main>")
    (link,) = shown.xpath('//ul[@class="downloads"]//a')
    assert link.get("href").endswith("downloads/id/posters/newborn.pdf")
    assert link.xpath('preceding::h2[@id="danger-newborn"]')
