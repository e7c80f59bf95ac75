"""What stands in the page before any script: every stem, option, key and rationale; and "Check yourself" where items point."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built import Page, pages, weight
from kit import build_at
from scripts import call, items_of, libraries, tiny_library
from tas.check import check
from tas.check.coverage import coverage
from tas.model.interactions import Choice, Entry, Match, OpenText, Order
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.text.inline import plain
from tas.view.practice import check_yourself, practices

BUDGET = 22_500
"""Bytes as sent, fifteen hundred of them the words that the player says; no page carries them."""


def fieldsets(site: Path, quiz: str) -> dict:
    tree = Page(site, site / f"quizzes/{quiz}/index.html").tree
    return {fieldset.get("data-item"): fieldset for fieldset in tree.xpath("//fieldset[@data-item]")}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def expected(interaction) -> list[str]:
    """All texts that a reader without a script must find in the item."""
    match interaction:
        case Choice(layout="scale"):
            return [option.text for option in interaction.options]
        case Choice() | Order():
            return [text for option in interaction.options for text in (option.text, option.rationale)]
        case Match():
            return [text for row in interaction.rows for text in (row.text, row.rationale)] + [
                o.text for o in interaction.options
            ]
        case Entry():
            return [
                interaction.accepted[0].replace(".", ",") if interaction.base == "number" else interaction.accepted[0],
                interaction.unit,
                interaction.rationale,
                *(m.rationale for m in interaction.mistakes),
            ]
        case OpenText():
            return list(interaction.hints)
    raise AssertionError(interaction)


@pytest.mark.parametrize("quiz", tiny_library().quizzes)
def test_without_a_script_every_text_and_rationale_is_there(quiz: str, tiny_site: Path) -> None:
    found = fieldsets(tiny_site, quiz)
    for item in items_of(tiny_library(), quiz):
        shown = squeezed(found[item.interaction.id].text_content())
        for text in (item.interaction.stem, *expected(item.interaction)):
            assert squeezed(plain(text)) in shown, (item.interaction.id, text)


def test_the_key_is_told_in_words(tiny_site: Path) -> None:
    found = fieldsets(tiny_site, "kinds")
    wrong = tiny_library().edition.words.gettext("Not right")
    right = [li for li in found["several"].xpath(".//details//li") if wrong not in li.text_content()]
    assert [li.get("data-option") for li in right] == ["pen", "card"]
    assert [li.get("data-option") for li in found["in-order"].xpath(".//details//ol/li")] == [
        "name",
        "permission",
        "listening",
        "agreement",
    ]
    assert "Tidak membantu" in found["neighbour-listens"].xpath('.//details//*[@data-option="go-on"]')[0].text_content()


def test_without_a_script_a_profile_can_be_counted_by_hand(tiny_site: Path) -> None:
    tree = Page(tiny_site, tiny_site / "quizzes/fit/index.html").tree
    assert len(tree.xpath('//*[@class="count-yourself"]/table')) == 3
    assert [band.get("data-band") for band in tree.xpath('//*[@class="subscale"]/*[@class="band"]')] == [
        "low",
        "middle",
        "high",
    ] * 3
    assert tree.xpath('//*[contains(@class, "profile")]')[0].get("hidden") is None


def test_a_page_ends_with_up_to_three_items_that_point_at_it(tiny_site: Path) -> None:
    tree = Page(tiny_site, tiny_site / "duties/visit/index.html").tree
    items = [
        fieldset.get("data-item")
        for fieldset in tree.xpath('//*[@id="check-yourself"]/following-sibling::div//fieldset[@data-item]')
    ]
    pointing = {
        item.interaction.id
        for name in tiny_library().quizzes
        for item in items_of(tiny_library(), name)
        if item.interaction.learn.startswith("duties/visit")
    }
    assert len(items) == 3 and set(items) <= pointing
    kinds = {
        item.interaction.kind
        for name in tiny_library().quizzes
        for item in items_of(tiny_library(), name)
        if item.interaction.id in items
    }
    assert len(kinds) == 3


@pytest.mark.parametrize(
    "library", libraries(), ids=lambda library: f"{library.edition.root.name}-{library.edition.code}"
)
def test_every_page_asks_what_it_teaches_and_nothing_of_a_profile(library) -> None:
    found: dict[str, list] = {}
    for practice in practices(library):
        found.setdefault(practice.slug, []).append(practice)
    for slug, pointing in found.items():
        chosen = check_yourself(pointing)
        assert len(chosen) <= 3
        assert all(practice.slug == slug and practice.item.interaction.kind != "open" for practice in chosen)
        assert not any(getattr(practice.item.interaction, "layout", "") == "scale" for practice in chosen)


def test_the_player_is_light_and_loaded_only_where_a_quiz_stands(tiny_site: Path) -> None:
    files = [*tiny_site.glob("assets/quiz-id.*.js"), *tiny_site.glob("assets/quiz.*.css")]
    assert len(files) == 2
    assert sum(map(weight, files)) <= BUDGET
    for page in pages(tiny_site):
        text = page.file.read_text(encoding="utf-8")
        assert ("assets/quiz." in text) == ("<tas-quiz" in text), page


def test_the_report_tells_which_items_practise_a_section(tiny: Path) -> None:
    bag = read_bag(read_project(tiny))
    lines = list(coverage(bag))
    assert lines[0] == "id: 5 of 5 pages are practised"
    assert any(
        line.startswith("    #what-it-is  ") and "kinds/one-word" in line and "fit/gives-money" in line
        for line in lines
    )
    (tiny / "docs/id/duties/other.md").write_text((tiny / "docs/id/duties/visit.md").read_text())
    lines = list(coverage(read_bag(read_project(tiny))))
    assert "! duties/other  –" in lines


def test_no_page_of_the_bag_is_unpractised_in_a_seeded_case(tiny: Path, edit) -> None:
    """The same report is a rule once mkdocs.yml sets its level."""
    edit("mkdocs.yml", "  - tas\n", "  - tas:\n      levels:\n        unpractised-page: error\n")
    assert not [problem for problem in check(read_bag(read_project(tiny))) if problem.rule == "unpractised-page"]


def test_two_builds_are_the_same(tiny: Path, tiny_site: Path) -> None:
    site = build_at(tiny, papers=False)
    for name in ("kinds", "fit"):
        file = f"quizzes/{name}/index.html"
        assert (site / file).read_bytes() == (tiny_site / file).read_bytes()


def test_scoring_data_in_the_page_is_what_the_script_reads(tiny_site: Path) -> None:
    for name in tiny_library().quizzes:
        for fieldset in fieldsets(tiny_site, name).values():
            assert call("score", json.loads(fieldset.get("data-scoring")), [])["answered"] is False
