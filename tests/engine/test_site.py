"""A tiny bag as built: whole, silent towards other hosts, and the same by way of plain MkDocs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import built
import pytest
from kit import build_at, copy_tiny
from lxml import html
from tas.model.paper import NO_PAPERS
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.site.engine import build_site
from tas.site.nav import MOST, near


def tree(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_broken_link_or_anchor_is_found(tiny_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(tiny_site, tmp_path / "site")
    file = site / "role/index.html"
    file.write_text(
        file.read_text().replace("</article>", '<a href="../nowhere/">x</a><a href="#not-here">y</a></article>')
    )
    assert built.broken_links(site) == ["role/ -> ../nowhere/", "role/ -> #not-here"]


def test_a_double_id_is_found(tiny_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(tiny_site, tmp_path / "site")
    file = site / "role/index.html"
    file.write_text(file.read_text().replace("</article>", '<p id="content"></p></article>'))
    assert built.double_ids(site) == ["role/ #content"]


def test_plain_pages_link_no_paper_that_was_not_made(tiny_site: Path) -> None:
    assert not list(tiny_site.rglob("*.pdf"))
    assert not [href for one in built.pages(tiny_site) for href in one.links() if href.endswith(".pdf")]


@pytest.mark.parametrize(
    "seed",
    ['<script src="https://evil.example/x.js"></script>', '<img src="//evil.example/x.png" alt="">',
     '<link rel="stylesheet" href="http://evil.example/x.css">', '<form action="https://evil.example/"></form>'],
)  # fmt: skip
def test_a_foreign_load_is_found(tiny_site: Path, tmp_path: Path, seed: str) -> None:
    site = shutil.copytree(tiny_site, tmp_path / "site")
    file = site / "role/index.html"
    file.write_text(file.read_text().replace("</article>", f"{seed}</article>"))
    assert len(built.foreign_loads(site)) == 1


@pytest.mark.parametrize("engine", ["mkdocs", pytest.param("properdocs", marks=pytest.mark.slow)])
def test_a_plain_engine_builds_one_edition_inside_the_other_and_the_same_site(engine: str, tmp_path: Path) -> None:
    """ProperDocs goes on where MkDocs 1.x ended."""
    root = copy_tiny(tmp_path / "tiny")
    command = [sys.executable, "-m", engine, "build", "--strict", "--quiet", "-f", "mkdocs.yml"]
    subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    (tmp_path / "ours").mkdir()
    build_site(read_bag(read_project(root)), NO_PAPERS, tmp_path / "ours")
    ours, theirs = tree(tmp_path / "ours"), tree(root / "site")
    assert {"search/index.id.js", "search/index.nl.js"} <= set(theirs)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.mark.slow
def test_plain_mkdocs_build_says_what_is_wrong(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    (root / "docs/id/duties/visit.md").write_text("no front matter\n")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 1
    assert "docs/id/duties/visit.md:1:1: error: the page has no front matter" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_has_moved_still_arrives(tiny: Path, edit: Callable[[str, str, str], None]) -> None:
    """An old address of every edition leads on, with or without a script; an old section is still one."""
    moved = "duties/first-visit: duties/visit#why\n        duties/visit#reasons: duties/visit#why"
    edit("mkdocs.yml", "  - tas\n", f"  - tas:\n      moved:\n        {moved}\n")
    site = build_at(tiny, papers=False)
    for prefix in ("", "nl/"):
        old = html.parse(str(site / prefix / "duties/first-visit/index.html")).getroot()
        assert old.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../visit/#why"]
        assert old.xpath("//main//a/@href") == ["../visit/#why"] and old.xpath("//meta[@content='noindex']")
        assert old.xpath("//link[@rel='canonical']/@href")[0].endswith(f"/{prefix}duties/visit/#why")
        page = html.parse(str(site / prefix / "duties/visit/index.html")).getroot()
        assert page.xpath("//h2[@id='why']/span/@id") == ["reasons"]
        assert page.xpath("string(//h2[@id='why'])").startswith("Why")
    assert "first-visit" not in (site / "sitemap.xml").read_text()
    assert built.broken_links(site) == [] and built.double_ids(site) == []


def test_a_page_of_a_large_part_names_the_places_around_it() -> None:
    def part(here: int, size: int) -> SimpleNamespace:
        return SimpleNamespace(children=[SimpleNamespace(is_page=True, active=at == here, at=at) for at in range(size)])

    def seen(here: int, size: int) -> list[int]:
        whole = part(here, size)
        return [place.at for place in near(whole.children, whole)]

    assert seen(3, MOST) == list(range(MOST))
    assert seen(500, 1000) == list(range(490, 511))
    assert seen(2, 1000) == list(range(21)) and seen(999, 1000) == list(range(979, 1000))
    assert seen(0, 1000) == list(range(1000)), "its first page names them all"
    parts = part(7, 50).children
    assert near(parts, None) == parts, "the parts themselves are all named"
