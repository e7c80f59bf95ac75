"""A bag of one's own: begun with one command, clean at once, and nothing of it needs this repository."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import built
import overlay
import pytest
from fire_bag import without_misconceptions
from kit import build_at
from lxml import html
from tas.paper.papers import ordered
from tas.problems import Refused
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.scaffold.new_bag import new_bag

DAY = date(2026, 11, 21)


def begin(folder: Path, *, edition: str = "en", profession: str = "Home visitor", name: str = "Our bag") -> Path:
    new_bag(folder, edition=edition, profession=profession, name=name, today=DAY)
    return folder


@pytest.mark.parametrize(
    ("edition", "profession"),
    [("en", "Home visitor"), ("en-GB", "Fire-safety adviser"), ("en-AU", "Élan’s O’Brien (new) 1")],
)
def test_a_new_bag_is_clean(tmp_path: Path, edition: str, profession: str) -> None:
    assert overlay.problems(begin(tmp_path / "bag", edition=edition, profession=profession)) == []


def test_in_another_language_only_the_words_around_the_content_wait(tmp_path: Path) -> None:
    (said,) = overlay.problems(begin(tmp_path / "bag", edition="ar"))
    assert "`tas words ar`" in said


def test_it_builds_whole(tmp_path: Path) -> None:
    site = build_at(begin(tmp_path / "bag", edition="en-GB", profession="Fire-safety adviser"), papers=False)
    assert built.broken_links(site) == []
    home = built.Page(site, site / "index.html")
    assert home.tree.get("lang") == "en-GB"
    everything = " ".join(page.tree.text_content() for page in built.pages(site)).lower()
    assert "fire-safety adviser" in everything
    assert "social worker" not in everything
    assert "@" not in everything.replace("tas@", "")


def test_without_misconceptions(tmp_path: Path) -> None:
    root = begin(tmp_path / "bag")
    without_misconceptions(root, "en")
    assert overlay.problems(root) == []
    site = build_at(root, papers=False)
    assert not built.Page(site, site / "index.html").tree.xpath("//main//h2")


LEAST = """code: EX-01
title: First visit
subtitle: An example of a guide
reviewed: 2026-11-21
audience: For whoever comes
family: Whoever lives there
when: At the first visit
duration: 45 minutes
goal: You look and listen.
{part}sources:
  - example-law
"""


def test_a_guide_has_the_parts_that_its_bag_uses(tmp_path: Path) -> None:
    """Without questions, danger signs, slip or sheet for the family it is short, on the page and on paper; any one part may come back."""
    root = begin(tmp_path / "bag")
    guide = root / "guides/en/first.yml"
    whole = guide.read_text()
    for part in ("", "agreements: 3\n", "observe:\n  - One.\n  - Two.\n  - Three.\n"):
        guide.write_text(LEAST.format(part=part))
        bag = read_bag(read_project(root))
        assert overlay.problems(root) == []
        papers = {
            order.export: order.job.html
            for order in ordered(bag, bag.project.site_url)
            if "guides/first" in order.address
        }
        assert {"guide-pdf", "guide-large", "guide-booklet", "guide-fillable", "guide-observation"} == set(papers)
        pages = html.fromstring(papers["guide-pdf"]).find_class("guide-page")
        assert all(page.text_content().strip() for page in pages)
        assert ("Agreements" in papers["guide-pdf"]) == part.startswith("agreements")
        assert ("Look and listen" in papers["guide-pdf"]) == part.startswith("observe")
    site = build_at(root, papers=False)
    assert built.broken_links(site) == []
    page = built.Page(site, site / "visits/first/index.html")
    for box in page.tree.xpath("//input[@name='part']"):
        assert page.ids[box.get("aria-controls")] == 1
    assert not page.tree.find_class("guide-slip") and not page.tree.find_class("guide-family")
    guide.write_text(whole)
    assert overlay.problems(root) == []


def test_doors_and_groups_of_tasks_are_the_bags(tmp_path: Path) -> None:
    """Four doors with any drawing; the matrix has the groups of scope.yml in their order, and none where it has none."""
    root = begin(tmp_path / "bag")
    home, scope = root / "docs/en/index.md", root / "reference/en/scope.yml"
    doors = "doors:\n" + "".join(
        f"  - icon: {icon}\n    to: role/index\n    title: To {icon}\n    text: A way.\n"
        for icon in ("quiz", "duty", "home-fire", "compare")
    )
    home.write_text(re.sub(r"doors:\n(  .*\n)+", doors, home.read_text()))
    (root / "reference/en/pictograms.yml").write_text("pictograms:\n  - {id: home-fire, alt: A house on fire}\n")
    scope.write_text(scope.read_text().replace("Health and care", "Fire and smoke"))
    assert overlay.problems(root) == []
    site = build_at(root, papers=False)
    shown = built.Page(site, site / "index.html").tree.find_class("tas-door")
    assert [len(door.xpath("./svg")) for door in shown] == [1, 1, 1, 1]
    assert len({html.tostring(door.xpath("./svg")[0]) for door in shown}) == 4
    matrix = built.Page(site, site / "comparison/index.html").tree
    assert [row.text_content().strip() for row in matrix.find_class("tas-matrix__group")] == [
        "Fire and smoke",
        "Support",
    ]
    scope.write_text(re.sub(r"groups:\n(.*\n)+|    group: .*\n", "", scope.read_text()))
    assert overlay.problems(root) == []
    home.write_text(home.read_text().replace("icon: duty", "icon: home-fires"))
    assert overlay.problems(root) == [
        'docs/en/index.md:12:5: error: there is no icon "home-fires" in this edition; did you mean "home-fire"? (unknown-name)'
    ]


MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="currentColor" d="M1 2h3v4z"/></svg>\n'


def test_colours_mark_icons_and_band_are_the_bags(tmp_path: Path) -> None:
    """On every page, in the one file, in the manifest and on paper; no other bag that this process builds has them."""
    root = begin(tmp_path / "bag")
    config = root / "mkdocs.yml"
    options = '  - tas:\n      colours: {light: {blue: "#004d40"}, dark: {blue: "#80cbc4"}}\n'
    config.write_text(config.read_text().replace("  - tas:\n", options))
    (root / "assets").mkdir()
    for name in ("mark.svg", "favicon.svg", "band.svg"):
        (root / "assets" / name).write_text(MARK)
    assert overlay.problems(root) == []
    site = build_at(root, papers=False)
    (style,) = (site / "assets").glob("tas.*.css")
    css = style.read_text()
    assert css.count("--tas-blue: #004d40") == 1 and css.count("--tas-blue: #80cbc4") == 2
    assert css.index("--tas-blue: #004d40") < css.index("--tas-blue: #80cbc4") < css.index("@media print")
    assert css.count("--tas-kawung: url(") == 2 and "M1%202h3v4z" in css
    assert (site / "assets/images/favicon.svg").read_text() == MARK
    assert (site / "assets/images/kawung-rule.svg").read_text() == MARK
    for page in (built.Page(site, site / "index.html"), built.Page(site, site / "downloads/en/tas-en.html")):
        (drawn,) = page.tree.xpath("//a[@class='tas-brand']/svg/path")
        assert drawn.get("d") == "M1 2h3v4z"
    assert json.loads((site / "manifest.en.webmanifest").read_text())["theme_color"] == "#004d40"
    bag = read_bag(read_project(root))
    (guide,) = (one.job.html for one in ordered(bag, bag.project.site_url) if one.export == "guide-pdf")
    assert "kawung-rule" not in guide and "M1%202h3v4z" in guide
    other = build_at(begin(tmp_path / "other"), papers=False)
    (style,) = (other / "assets").glob("tas.*.css")
    assert "#004d40" not in style.read_text() and (other / "assets/images/favicon.svg").read_text() != MARK


def test_a_folder_without_a_bag_names_the_command_that_begins_one(tmp_path: Path) -> None:
    (said,) = overlay.problems(tmp_path)
    assert said.endswith("or begin one with `tas new bag FOLDER` (no-bag)")


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag/mine.txt").write_text("mine")
    for folder, words in ((tmp_path / "bag", "not an empty folder"), (tmp_path / "no/bag", "make it first")):
        with pytest.raises(Refused, match=words):
            begin(folder)
    assert [file.name for file in tmp_path.rglob("*")] == ["bag", "mine.txt"]


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"edition": "Dutch"}, "language code"),
        ({"profession": "a: b"}, "letters"),
        ({"name": ""}, "letters"),
        ({"name": "x\ny"}, "letters"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, choice: dict[str, str], words: str) -> None:
    with pytest.raises(Refused, match=words):
        begin(tmp_path / "bag", **choice)
    assert list(tmp_path.iterdir()) == []


def test_name_of_files_and_licence_are_the_bags(tmp_path: Path) -> None:
    root = begin(tmp_path / "bag")
    config = root / "mkdocs.yml"
    options = "  - tas:\n      slug: red-bag\n      licence: {text: CC BY-SA 4.0 <b>, code: EUPL}\n"
    config.write_text(config.read_text().replace("  - tas:\n", options))
    site = build_at(root, papers=False)
    assert {file.name for file in (site / "downloads/en").iterdir()} >= {
        "red-bag-en.zip",
        "red-bag-en.html",
        "red-bag-en.epub",
    }
    foot = built.Page(site, site / "index.html").tree.text_content()
    assert "Text: CC BY-SA 4.0 <b>. Code: EUPL." in foot
    with ZipFile(site / "downloads/en/red-bag-en.epub") as book:
        assert any(
            b"<dc:rights>CC BY-SA 4.0 &lt;b&gt;</dc:rights>" in book.read(name)
            for name in book.namelist()
            if name.endswith(".opf")
        )
    with ZipFile(site / "downloads/en/red-bag-en.zip") as copy:
        assert all(name.startswith("red-bag-en/") for name in copy.namelist())
