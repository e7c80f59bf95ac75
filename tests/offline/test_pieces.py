"""An edition too large for one file: a file to open first, one for each part, links and search that lead from one to the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from chromium import watch
from kit import EPOCH, copy_tiny, with_offline_page
from playwright.sync_api import Page, expect
from tas.bundles import single_file
from tas.bundles.outline import Entry, Part
from tas.bundles.pieces import pieces
from tas.bundles.site_folder import Site

pytestmark = pytest.mark.browser
FIRST = "tas-id.html"
SHOWN = ".tas-leaf:not([hidden])"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """(the folder with the files of the Indonesian edition, what the build said)."""
    from tas.build import build

    root, said = with_offline_page(copy_tiny(tmp_path_factory.mktemp("pieces"))), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setattr(single_file, "LIMIT", 50_000)
        patch.setattr(single_file, "ROOM", 6_000)
        site = build(root, papers=False, say=lambda stage, what: said.append(what))
    return site / "downloads/id", said


def files(made: tuple[Path, list[str]]) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(made[0].glob("tas-id*.html"))}


def ids(html: str) -> set[str]:
    return {unquote(found) for found in re.findall(r"""\sid=["']?([^"'\s>]+)""", html)}


def test_every_page_is_in_one_of_them_and_every_link_between_them_arrives(made: tuple[Path, list[str]]) -> None:
    found = files(made)
    assert len(found) > 2 and FIRST in found
    pages = [name for html in found.values() for name in re.findall(r'class="?tas-leaf"? id="?([^" ]+)', html)]
    assert len(pages) == len(set(pages)) == len(list((made[0].parents[1]).rglob("index.html"))) / 2
    names = {name: ids(html) for name, html in found.items()}
    links = [
        (name, *href)
        for name, html in found.items()
        for href in re.findall(r"""href=["']?([\w-]*(?:\.html)?)#([^"'\s>]+)""", html)
    ]
    texts = [html.partition("<main")[2] for name, html in found.items() if name != FIRST]
    assert any(re.search(r"""href=["']?tas-id-\d\.html#""", text) for text in texts), (
        "and not only the menus lead there"
    )
    assert [link for link in links if unquote(link[2]) not in names[link[1] or link[0]] | {"content"}] == []


def test_the_first_leads_to_the_parts_and_each_leads_back(
    made: tuple[Path, list[str]], open_page: Callable[..., Page]
) -> None:
    page = open_page(size="phone")
    page.goto((made[0] / FIRST).as_uri())
    seen = watch(page, "file:")
    part = page.locator(f"{SHOWN} li", has_text="(tas-id-1.html").get_by_role("link")
    expect(part).to_be_visible()
    part.click()
    expect(page).to_have_url(re.compile("tas-id-1.html#"))
    expect(page.locator(f"{SHOWN} h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator(".tas-brand").click()
    expect(page).to_have_url(re.compile(f"{FIRST}#home"))
    assert not seen.complaints and not seen.foreign


def test_what_a_title_says_is_found_from_the_first_and_a_text_in_its_part(
    made: tuple[Path, list[str]], open_page: Callable[..., Page]
) -> None:
    page = open_page()
    page.goto((made[0] / FIRST).as_uri())
    page.keyboard.press("/")
    page.fill("#tas-search input", "midwife")
    hit = page.locator(".tas-result a").first
    expect(hit).to_have_attribute("href", re.compile(r"^tas-id-\d\.html#"))
    hit.click()
    expect(page.locator(f"{SHOWN} h1")).to_have_text("The midwife")
    page.keyboard.press("/")
    page.fill("#tas-search input", "examines")
    expect(page.locator(".tas-result mark").first).to_have_text("examines")


def test_from_a_message_without_neighbours_the_site_has_the_rest(made: tuple[Path, list[str]]) -> None:
    links = re.findall(
        r"""<a href=["']?(tas-id-\d\.html#[^"'\s>]+)["']? data-at=["']?([^"'\s>]*)""", files(made)[FIRST]
    )
    site = made[0].parents[1]
    assert links and [at for _, at in links if not (site / at.partition("#")[0] / "index.html").is_file()] == []


def test_the_page_that_offers_copies_names_every_file(made: tuple[Path, list[str]]) -> None:
    html = (made[0].parents[1] / "offline/index.html").read_text(encoding="utf-8")
    assert [name for name in files(made) if f"downloads/id/{name}" not in html] == []
    assert "satu folder" in html


def test_the_build_says_in_words_what_outgrows_a_cheap_phone(made: tuple[Path, list[str]]) -> None:
    (said, *_) = [line for line in made[1] if line.startswith("downloads/id/tas-id-1.html has ")]
    assert "more than the 0.1 MB meant for it: a cheap phone opens it slowly" in said


def test_where_a_sensitive_page_is_left_to_is_in_its_file(tmp_path: Path) -> None:
    for address, html in {
        "": "<article>x</article>",
        "calm/": "<article>y</article>",
        "hard/": '<article>z</article><p class="tas-leave"><a href="../calm/">away</a></p>',
    }.items():
        (tmp_path / address).mkdir(exist_ok=True)
        (tmp_path / address / "index.html").write_text(html)
    home, calm, hard = (Entry(address, address) for address in ("", "calm/", "hard/"))
    parts = (Part("", (home,)), Part("Calm", (calm,)), Part("Hard", (hard,)))
    outline = SimpleNamespace(parts=parts, entries=[home, calm, hard])
    found = pieces(Site(tmp_path), outline, "downloads/id/tas-id.html", 1000)  # type: ignore[arg-type]
    assert [(one.file, one.entries, one.refuges) for one in found] == [
        ("tas-id.html", (home,), ()),
        ("tas-id-1.html", (calm,), ()),
        ("tas-id-2.html", (hard,), (calm,)),
    ]
