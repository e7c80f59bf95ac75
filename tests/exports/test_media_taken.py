"""Pictures of authors in what other programs read: carried, or the item is left out by name; and the handbook has them in one ink."""

from __future__ import annotations

import base64
import csv
import io
import re
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from kit import build_at
from lxml import html as markup
from media_forms import DATA, is_silent, shown_everywhere
from media_kit import NAME
from PIL import Image
from tas.bundles.offline import outlines_of
from tas.bundles.site_folder import Site
from tas.exports import FORMATS, handbook, zim
from tas.exports.make import left_out
from tas.exports.taken import Taken, taken
from tas.read.bag import read_bag
from tas.read.project import read_project

sys.path.insert(0, str(Path(__file__).parents[1] / "paper"))
from test_pdf_ua import verapdf, violations  # noqa: F401

pytestmark = pytest.mark.xdist_group("java")
IN_WORDS = {"moodle", "anki", "gift", "qti", "kolibri"}
"""Formats that have no place for a picture beside a question."""


@pytest.fixture(scope="module")
def what(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    site = build_at(shown_everywhere(tmp_path_factory.mktemp("taken") / "tiny"), papers=False)
    bag = read_bag(read_project(site.parent))
    outline, *_ = outlines_of(bag, site_name="Tas", site_url="https://tas.example.org/")
    return taken(bag.libraries["id"], outline, Site(site))


def test_a_question_that_needs_its_picture_is_left_out_by_name_where_only_words_go(what: Taken) -> None:
    (small,) = (quiz for quiz in what.quizzes if quiz.id == "small")
    (shown,) = (item.number for item in small.items if item.picture)
    without = {one.ID: left_out(one, what) for one in FORMATS if one.ID in IN_WORDS}
    assert without.keys() == IN_WORDS
    for name, lacking in without.items():
        (said,) = (line for line in lacking if line.startswith(small.title))
        assert str(shown) in re.findall(r"\d+", said), name


def test_a_package_for_a_platform_shows_the_pictures_of_its_quiz(what: Taken) -> None:
    content = (what.site.folder / "downloads/id/exports/scorm/tas-id-small.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        page = packed.read("index.html")
    assert sorted(kind for kind, _ in DATA.findall(page)) == [b"svg+xml", b"webp", b"webp"]


def test_a_table_says_in_words_what_a_picture_shows(what: Taken) -> None:
    file = (what.site.folder / "downloads/id/exports/tas-id.csv").read_text(encoding="utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(file)) if row["item"] == "asked-to-vaccinate"]
    assert {row["question"].rpartition("?")[2] for row in rows} == {" [A hand knocks on a door]"}
    assert next(row["text"] for row in rows) == "I give it. [A badge]"


def test_a_library_without_the_internet_has_every_file_that_a_page_shows(what: Taken) -> None:
    files = {f"assets/media/{file.name}" for file in (what.site.folder / "assets/media").iterdir()}
    assert files <= zim.entries(what.site, what.outline).keys()


def test_the_handbook_has_grey_pictures_the_words_of_a_sound_and_the_way_to_it(what: Taken, verapdf: None) -> None:  # noqa: F811
    job = handbook.job(what, what.site)
    page = markup.fromstring(job.html)
    photos = [base64.b64decode(data) for kind, data in DATA.findall(job.html.encode()) if kind == b"jpeg"]
    assert photos and all(Image.open(io.BytesIO(photo)).mode == "L" and is_silent(photo) for photo in photos)
    (sound,) = page.xpath("//figure[@class='tas-sound']")
    assert "Then say who you are & why <you> come." in sound.text_content()
    address = sound.find(".//a").get("href")
    assert address.endswith(".mp3") and address in sound.find(".//span").text and sound.find(".//svg") is not None
    pdf = job.make()  # which warns of nothing
    assert violations(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as book:
        for thing in book.objects:
            content = (
                thing.read_bytes() if isinstance(thing, pikepdf.Stream) and _packed(thing) else repr(thing).encode()
            )
            assert NAME.encode() not in content


def _packed(stream: pikepdf.Stream) -> bool:
    return "/DCTDecode" not in str(stream.get("/Filter", ""))
