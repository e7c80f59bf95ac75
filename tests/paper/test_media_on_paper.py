"""Pictures of authors on paper: grey or drawn, told to a screen reader, in papers that conform; nothing in them tells of people."""

from __future__ import annotations

import base64
import io

import pikepdf
import pytest
from lxml import html as markup
from media_forms import DATA, is_silent, shown_everywhere
from media_kit import NAME
from paper_kit import SITE
from PIL import Image
from tas.paper.danger_leaf import leaves
from tas.paper.guide_document import LEAF, leaf_job
from tas.paper.job import Job
from tas.paper.quiz_forms import KEY, PAPER
from tas.read.library import Library, read_library
from tas.read.project import read_project
from tas.render.environment import Renderer
from test_pdf_ua import verapdf, violations  # noqa: F401

pytestmark = pytest.mark.xdist_group("java")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    project = read_project(shown_everywhere(tmp_path_factory.mktemp("paper") / "tiny"))
    return read_library(project.editions[0])


@pytest.fixture(scope="module")
def papers(library: Library) -> dict[str, Job]:
    renderer = Renderer(library.edition)
    ((leaf, _),) = leaves(library).values()
    return {
        "quiz": PAPER.job(library, renderer, "small", variant="A", seed=""),
        "key": KEY.job(library, renderer, "small", variant="A", seed=""),
        "leaf": leaf_job(library, renderer, leaf, LEAF, url=f"{SITE}danger-signs/"),
    }


def photos(job: Job) -> list[Image.Image]:
    return [
        Image.open(io.BytesIO(base64.b64decode(data)))
        for kind, data in DATA.findall(job.html.encode())
        if kind == b"jpeg"
    ]


def test_a_question_and_an_option_have_their_pictures_in_grey(papers: dict[str, Job]) -> None:
    page = markup.fromstring(papers["quiz"].html)
    assert [img.get("alt") for img in page.xpath("//div[@class='paper-picture']/img")] == ["A hand knocks on a door"]
    assert [img.get("alt") for img in page.xpath("//ul[contains(@class, 'paper-options')]//img")] == ["A badge"]
    assert [photo.mode for photo in photos(papers["quiz"])] == ["L", "L"]


def test_a_danger_sign_has_its_own_drawing_in_the_leaf_of_a_guide(papers: dict[str, Job]) -> None:
    (img,) = markup.fromstring(papers["leaf"].html).xpath("//img[@alt='Lines on a sheet']")
    drawn = base64.b64decode(img.get("src").partition("base64,")[2])
    assert drawn.startswith(b"<svg") and NAME.encode() not in drawn


@pytest.mark.parametrize("name", ["quiz", "key", "leaf"])
def test_they_conform_and_tell_of_nobody(name: str, papers: dict[str, Job], verapdf: None) -> None:  # noqa: F811
    pdf = papers[name].make()  # which warns of nothing
    assert violations(pdf) == []
    assert NAME.encode() not in b"".join(inside(pdf))
    for photo in photos(papers[name]):
        out = io.BytesIO()
        photo.save(out, "JPEG")
        assert is_silent(out.getvalue()) and not photo.getexif()


def inside(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        return [
            thing.read_raw_bytes() if "/DCTDecode" in str(thing.get("/Filter", "")) else thing.read_bytes()
            for thing in paper.objects
            if isinstance(thing, pikepdf.Stream)
        ] + [str(paper.docinfo).encode()]


def test_a_picture_that_says_nothing_is_seen(papers: dict[str, Job], verapdf: None) -> None:  # noqa: F811
    """The eyes of the test above."""
    mute = papers["quiz"].html.replace('alt="A hand knocks on a door"', 'alt=""')
    with pytest.raises(Exception, match=r"alt|Figure|text"):
        Job("x", mute, 9, "").make()
