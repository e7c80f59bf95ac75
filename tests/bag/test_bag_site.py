"""The whole bag as built: right in each edition, whole, light, and silent towards other hosts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import built
import pytest
from kit import BAG_EPOCH, PAPERS, ROOT, copy_bag
from lxml import etree
from tas.kinds import visits
from tas.read.project import read_project

EDITIONS = [edition.code for edition in read_project(ROOT).editions]
PREFIX = {edition.code: edition.prefix for edition in read_project(ROOT).editions}
URL = "https://tas.example.org/"
pytestmark = pytest.mark.slow


def slugs(edition: str) -> set[str]:
    folder = ROOT / "docs" / edition
    return {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.md")}


def page(site: Path, edition: str, slug: str) -> built.Page:
    folder = slug.removesuffix("index").rstrip("/")
    return built.Page(site, site / PREFIX[edition] / folder / "index.html")


# -- whole -------------------------------------------------------------------------------------------------------------


def test_no_link_leads_nowhere(bag_pages: Path) -> None:
    assert built.broken_links(bag_pages) == []


def test_no_id_stands_twice_on_a_page(bag_pages: Path) -> None:
    assert built.double_ids(bag_pages) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_is_there_under_its_stable_address(bag_pages: Path, edition: str) -> None:
    for slug in slugs(edition):
        assert page(bag_pages, edition, slug).file.is_file(), slug


@pytest.mark.paper
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_guide_is_there_as_pdf_and_linked(bag_site: Path, edition: str) -> None:
    for guide in (ROOT / "guides" / edition).glob("*.yml"):
        paper = bag_site / "downloads" / edition / "guides" / f"{guide.stem}.pdf"
        assert paper.read_bytes().startswith(b"%PDF-")
        assert any(
            href.endswith(f"/{guide.stem}.pdf") for href in page(bag_site, edition, f"visits/{guide.stem}").links()
        )


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_guide_lists_its_sections_after_what_prints_it_and_beside_it(bag_pages: Path, edition: str) -> None:
    for guide in (ROOT / "guides" / edition).glob("*.yml"):
        shown = page(bag_pages, edition, f"visits/{guide.stem}")
        headings = {
            one.get("id"): " ".join(one.xpath(".//text()[not(ancestor::svg)]")) for one in shown.tree.iter("h2")
        }
        for part in ("tas-contents", "tas-toc"):
            links = shown.tree.xpath(f"//*[contains(@class, '{part} ') or @class='{part}']//a")
            listed = [(link.get("href").removeprefix("#"), link.text) for link in links]
            names = [name for name, _ in listed]
            assert names[-len(visits.SECTIONS) :] == list(visits.SECTIONS), (
                guide.stem
            )  # behind what its page tells besides
            assert [title for name, title in listed if headings[name] != title] == []
        order = "//tas-guide/following::*[contains(@class, 'tas-contents')]/following::*[@id='before-you-go']"
        assert shown.tree.xpath(order), guide.stem


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_answer_of_a_quiz_follows_two_marks(bag_pages: Path, edition: str) -> None:
    """A row that is a sentence stands before its answer: not "… in huis.: jij"."""
    places = [f"quizzes/{slug.stem}" for slug in (ROOT / "docs" / edition / "quizzes").glob("*.md")]
    told = [
        " ".join(line.text_content().split())
        for place in places
        if place != "quizzes/index"
        for line in page(bag_pages, edition, place).tree.xpath("//*[@data-part='answer']//p")
    ]
    assert len(told) > 100
    assert [line for line in told if re.search(r"[.?!…][”’]?:", line)] == []


# -- right in each edition ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_language_title_and_canonical_address(bag_pages: Path, edition: str) -> None:
    for slug in slugs(edition):
        one = page(bag_pages, edition, slug)
        assert one.tree.get("lang") == edition
        assert one.tree.xpath("//link[@rel='canonical']/@href") == [URL + one.address]
        assert len(one.tree.xpath("//h1")) == 1, slug
        assert one.tree.findtext(".//title").strip() not in ("", "Tas")


@pytest.mark.parametrize("edition", EDITIONS)
def test_titles_are_different(bag_pages: Path, edition: str) -> None:
    titles = [page(bag_pages, edition, slug).tree.findtext(".//title").strip() for slug in slugs(edition)]
    assert len(set(titles)) == len(titles)


def test_counterparts_name_each_other_and_a_default(bag_pages: Path) -> None:
    for edition in EDITIONS:
        for slug in slugs(edition):
            one = page(bag_pages, edition, slug)
            named = {
                link.get("hreflang"): link.get("href")
                for link in one.tree.iter("link")
                if (link.get("rel") or "").split() == ["alternate"] and link.get("hreflang")
            }
            there = {other for other in EDITIONS if slug in slugs(other)}
            expected = {other: URL + page(bag_pages, other, slug).address for other in there}
            if EDITIONS[0] in there:
                expected["x-default"] = expected[EDITIONS[0]]
            assert named == expected, f"{edition}/{slug}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_switch_leads_to_the_counterpart_or_says_that_there_is_none(bag_pages: Path, edition: str) -> None:
    for slug in slugs(edition):
        one = page(bag_pages, edition, slug)
        for other in EDITIONS:
            if other == edition:
                continue
            (switch,) = one.tree.xpath(f"//header//a[@hreflang='{other}']")
            target, _ = one.target(switch.get("href"))
            part = f"{slug.partition('/')[0]}/index"  # the list of its part where it has no counterpart
            nearest = next(place for place in (slug, part, "index") if place in slugs(other))
            assert target == page(bag_pages, other, nearest).file
            assert bool(switch.get("title")) == (slug not in slugs(other)), slug


def test_a_page_of_one_edition_only_is_not_in_the_other_and_says_why(bag_pages: Path) -> None:
    for edition in EDITIONS:
        for other in EDITIONS:
            for slug in slugs(edition) - slugs(other):
                assert not page(bag_pages, other, slug).file.exists()
                text = (ROOT / "docs" / edition / f"{slug}.md").read_text(encoding="utf-8")
                reason = re.search(r"^only_here: (.*)$", text, re.MULTILINE)[1].strip("\"'")
                assert reason[:40] in page(bag_pages, edition, slug).tree.text_content()


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_has_its_own_404(bag_pages: Path, edition: str) -> None:
    one = built.Page(bag_pages, bag_pages / PREFIX[edition] / "404.html")
    assert one.tree.get("lang") == edition
    homes = [link for link in one.links() if one.target(link)[0] == page(bag_pages, edition, "index").file]
    assert homes, "the 404 page leads home"


def test_the_404_pages_are_not_the_same(bag_pages: Path) -> None:
    texts = {(bag_pages / PREFIX[edition] / "404.html").read_text(encoding="utf-8") for edition in EDITIONS}
    assert len(texts) == len(EDITIONS)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_navigation_holds_the_pages_of_the_edition_only(bag_pages: Path, edition: str) -> None:
    own = {page(bag_pages, edition, slug).file for slug in slugs(edition)}
    for slug in slugs(edition):
        one = page(bag_pages, edition, slug)
        for link in one.tree.xpath("//nav//a[not(@hreflang)]/@href"):
            assert one.target(link)[0] in own, f"{slug} -> {link}"


def test_the_sitemap_has_every_page_once_with_its_review_date(bag_pages: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.parse(str(bag_pages / "sitemap.xml"))
    expected = {URL + page(bag_pages, edition, slug).address for edition in EDITIONS for slug in slugs(edition)}
    found = tree.xpath("//s:loc/text()", namespaces=space)
    assert sorted(found) == sorted(expected)
    for entry in tree.xpath("//s:url", namespaces=space):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.findtext("s:lastmod", namespaces=space))
        assert set(entry.xpath("x:link/@href", namespaces=space)) <= expected


# -- light and silent --------------------------------------------------------------------------------------------------


def test_nothing_is_loaded_from_another_host(bag_pages: Path) -> None:
    assert built.foreign_loads(bag_pages) == []


def test_scripts_stay_light(bag_pages: Path) -> None:
    """22 kB where a quiz is the page (its words, once in every page, are in its script) and at the desk, 12 kB where what is kept is told, 8 kB elsewhere: "Check yourself" brings the player when a reader begins (test_player.py); what a search fetches later has its own budget (test_index.py)."""
    for one in built.pages(bag_pages):
        scripts = [one.target(href)[0] for href in one.loads() if href.endswith(".js")]
        player, desk = one.tree.xpath("//tas-quiz//*[@data-part='start']"), one.address.endswith("trainers/")
        kept = "learn/" in one.address or one.address.endswith("quizzes/")
        most = 22_000 if player or desk else 12_000 if kept else 8_000
        assert sum(built.weight(file) for file in scripts) <= most, one.address


def test_a_page_stays_light(bag_pages: Path) -> None:
    """HTML, styles and scripts as the page names them; the first view with all it fetches is measured in a browser."""
    for one in built.pages(bag_pages):
        loaded = [one.target(href)[0] for href in one.loads()]
        # a guide has every list of danger signs, for worker and family; the list of sources has over three hundred
        # and the page for trainers holds the questions of every quiz, packed
        most = 30_000 if "visits/" in one.address or one.address.endswith("sources/") else 24_000
        most = 40_000 if one.address.endswith("trainers/") else most
        assert built.weight(one.file) <= most, one.address
        signs = [file for file in loaded if file.name.startswith("pictograms.")]
        for (
            file
        ) in signs:  # fetched once for all pages, after the words; a drawing for each danger sign and each urgency
            assert built.weight(file) <= 200 * file.read_bytes().count(b"data:image/")
        brought = [file for file in loaded if file.parent.name == "media"]  # what authors bring has its own rule
        assert sum(built.weight(file) for file in loaded if file not in (*signs, *brought)) <= 62_000, one.address


def test_no_source_map_or_unused_style_travels_along(bag_pages: Path) -> None:
    assert not list(bag_pages.rglob("*.map"))
    assert not (bag_pages / "assets/stylesheets").exists()


# -- the same bytes ----------------------------------------------------------------------------------------------------


def tree(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.mark.paper
def test_another_folder_time_zone_and_hash_seed_give_the_same_bytes(bag_site: Path, tmp_path: Path) -> None:
    """The papers come from those kept: that none is missing shows that what they are kept by is the same as well
    (that two processes make the same bytes of one paper is tested with the papers)."""
    root = copy_bag(tmp_path / "elsewhere")
    (root / ".cache").mkdir()
    (root / ".cache/papers").symlink_to(PAPERS)
    env = {"TZ": "Asia/Jayapura", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": BAG_EPOCH, "LC_ALL": "C",
           "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}  # fmt: skip
    done = subprocess.run([sys.executable, "-m", "tas", "build"], cwd=root, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("papers")] == []
    ours, theirs = tree(bag_site), tree(root / "site")
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
