"""The zip unpacked in a folder with a difficult name, opened from the disk with the network off."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import built
import pytest
from chromium import watch
from playwright.sync_api import Page
from quiz_steps import ANSWERED, answer_first, told
from tas.bundles import zip
from tas.bundles.site_folder import Site

START = {"id": "BUKA-TAS.html", "nl": "OPEN-TAS.html"}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="session", params=["id", "nl"])
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def unpacked(bag_site: Path, edition: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader sees; its path has spaces, accents, other letters, and the word that breaks search shims."""
    folder = tmp_path_factory.mktemp("disk") / "worker é 包 Tas saya #1"
    with zipfile.ZipFile(bag_site / "downloads" / edition / f"tas-{edition}.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / f"tas-{edition}"


def test_it_weighs_at_most_8_mb(bag_site: Path, edition: str) -> None:
    assert (bag_site / "downloads" / edition / f"tas-{edition}.zip").stat().st_size <= 8_000_000


def test_it_is_obvious_what_to_open(unpacked: Path, edition: str) -> None:
    assert sorted(file.name for file in unpacked.iterdir()) == [START[edition], "tas"]


def test_no_link_is_dead_and_none_names_a_folder(unpacked: Path) -> None:
    assert built.broken_links(unpacked) == []
    links = [href for page in built.pages(unpacked) for href in page.links() if not built.is_outside(href)]
    assert [href for href in links if re.search(r"(^|/)\.{0,2}(/|$)(?=[?#]|$)", href)] == []
    assert built.foreign_loads(unpacked) == []


def test_its_papers_are_the_guides_of_the_edition_and_none_of_the_trainers(
    unpacked: Path, bag_site: Path, edition: str
) -> None:
    guides = [file.name for file in (bag_site / "downloads" / edition / "guides").glob("*.pdf")]
    inside = {file.relative_to(unpacked / "tas/downloads").as_posix() for file in unpacked.rglob("*.pdf")}
    wanted = {name for name in guides if name.partition(".")[2] in zip.FORMS}
    assert {name.partition(".")[2] for name in wanted} == set(zip.FORMS)
    assert inside == {f"{edition}/guides/{name}" for name in wanted}
    assert not any(word in name for name in inside for word in ("key", "paper-", "observation"))


def test_a_paper_that_is_not_in_it_is_on_the_site(unpacked: Path, edition: str) -> None:
    prefix = "nl/" if edition == "nl" else ""
    page = built.Page(unpacked, unpacked / f"tas/{prefix}quizzes/duties/index.html")
    papers = [href for href in page.links() if href.endswith(".pdf")]
    assert papers
    assert all(href.startswith(f"https://tas.example.org/downloads/{edition}/quizzes/") for href in papers)


def test_a_form_of_guides_is_in_it_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "downloads/id/guides"
    folder.mkdir(parents=True)
    for name, size in {"a.pdf": 20, "b.pdf": 20, "a.fillable.pdf": 20, "b.fillable.pdf": 20, "a.large.pdf": 5}.items():
        (folder / name).write_bytes(b"x" * size)
    taken = zip.papers(Site(tmp_path), SimpleNamespace(code="id"), 70)
    assert taken == ["downloads/id/guides/a.pdf", "downloads/id/guides/b.pdf"]


def test_search_switch_and_quiz_from_the_disk(unpacked: Path, edition: str, open_page: Callable[..., Page]) -> None:
    page = open_page("laptop", offline=True)
    kept = watch(page, "file:")
    page.goto((unpacked / START[edition]).as_uri())
    page.wait_for_url("**/index.html")
    assert page.get_attribute("html", "lang") == edition

    page.keyboard.press("/")
    page.keyboard.type({"id": "imunisasi", "nl": "vaccinatie"}[edition])
    page.wait_for_selector(".tas-result a")
    hits = page.eval_on_selector_all(".tas-result a", "links => links.map(link => link.href)")
    assert hits and all(("/tas/nl/" in href) == (edition == "nl") for href in hits)
    page.click(".tas-result a >> nth=0")
    page.wait_for_url("**/duties/immunisation/index.html*")
    assert page.get_attribute("html", "lang") == edition

    page.click(".tas-editions a >> nth=0")
    assert page.get_attribute("html", "lang") != edition
    assert "/duties/immunisation/" in page.url

    prefix = "nl/" if edition == "nl" else ""
    page.goto((unpacked / f"tas/{prefix}quizzes/myth-or-fact/index.html").as_uri())
    answer_first(page)
    before = told(page)
    page.reload()
    page.locator(ANSWERED).wait_for()
    assert told(page) == before and len(before) == 1

    assert kept.complaints == []
    assert [url for url in kept.requests if not url.startswith("file:")] == []


def test_opened_before_unpacking_it_says_what_to_do(
    unpacked: Path, edition: str, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    alone = tmp_path / START[edition]
    alone.write_bytes((unpacked / START[edition]).read_bytes())
    page = open_page("laptop", java_script_enabled=False)
    page.goto(alone.as_uri())
    assert page.locator("p").count() == 4


def test_it_tells_its_edition_and_date_and_where_a_newer_one_is(unpacked: Path, edition: str) -> None:
    prefix = "nl/" if edition == "nl" else ""
    page = built.Page(unpacked, unpacked / f"tas/{prefix}offline/index.html")
    (box,) = page.tree.xpath("//*[@class='tas-copy']")
    assert "2026" in box.text_content()
    assert f"https://tas.example.org/{prefix}offline/" in [link.get("href") for link in box.iter("a")]
