"""Posters: one page, every sign drawn and said, one action for each urgency, little ink, a code that reads back."""

from __future__ import annotations

import io
import re
from functools import cache, cached_property

import pikepdf
import pypdfium2
import pytest
import segno
from kit import ROOT
from lxml import html as lxml_html
from paper_kit import SITE, shared_cache, the_only_press
from pdf_pages import PdfPage, pdf_pages
from PIL import ImageFilter, ImageOps
from tas.model.danger import DangerGroup
from tas.paper.job import Job
from tas.paper.posters import POSTERS, groups_with_poster
from tas.paper.press import press
from tas.read.bag import read_bag
from tas.read.library import Library
from tas.read.project import read_project
from tas.render.checks import checked
from tas.render.environment import Renderer

BAG = read_bag(read_project(ROOT))
MM = 72 / 25.4
DPI, SIZE, QUIET = 100, 30, 4
ALL = [
    (library.edition.code, name, poster.paper)
    for library in BAG
    for name in groups_with_poster(library)
    for poster in POSTERS
]


def job(code: str, name: str, paper: str) -> Job:
    library = BAG.libraries[code]
    (poster,) = (poster for poster in POSTERS if poster.paper == paper)
    return poster.job(library, Renderer(library.edition), name, SITE)


def jobs() -> dict[str, Job]:
    """`poster/id/newborn/a4` -> job."""
    return {"/".join(("poster", *name)): job(*name) for name in ALL}


@cache
def made() -> dict[str, bytes]:
    with the_only_press():
        return press(jobs(), cache=shared_cache(), progress=lambda *_: None)


class Poster:
    def __init__(self, code: str, name: str, paper: str):
        self.library: Library = BAG.libraries[code]
        self.group: DangerGroup = self.library.danger_signs[name]
        self.job = job(code, name, paper)
        self.pdf = made()["/".join(("poster", code, name, paper))]
        self.words = self.library.edition.words.gettext
        self.url = f"{SITE}{self.library.address('danger-signs')}#danger-{name}"

    @cached_property
    def page(self) -> PdfPage:
        (page,) = pdf_pages(self.pdf)
        return page

    def text(self) -> str:
        return " ".join(self.page.extract_text().replace("\N{NO-BREAK SPACE}", " ").split())

    def picture(self, dpi: int):
        return pypdfium2.PdfDocument(self.pdf)[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


@pytest.fixture(params=ALL, ids="/".join)
def poster(request: pytest.FixtureRequest) -> Poster:
    return Poster(*request.param)


def test_every_group_that_may_hang_has_one_and_no_other() -> None:
    for library in BAG:
        assert set(groups_with_poster(library)) == {name for name, group in library.danger_signs.items() if group.wall}
        assert not {"mood", "violence", "self-harm"} & set(groups_with_poster(library))


def test_nothing_on_it_is_small(poster: Poster) -> None:
    assert min(char["size"] for char in poster.page.chars) > 8.95


def test_it_is_one_page_of_its_size(poster: Poster, request: pytest.FixtureRequest) -> None:
    sizes = {"a4": (210, 297), "a5": (148, 210)}
    size = round(poster.page.width / MM), round(poster.page.height / MM)
    assert size == sizes[request.node.callspec.params["poster"][2]]
    assert len(poster.pdf) < 200_000


def test_every_urgency_has_its_own_action_over_its_signs(poster: Poster) -> None:
    tree = lxml_html.fromstring(poster.job.html)
    bands = tree.find_class("poster-band")
    for band, (level, signs) in zip(bands, poster.group.on_poster(), strict=True):
        assert f"poster-band--{level.urgency}" in band.get("class")
        assert len(band.xpath(".//h2")) == 1 and len(band.find_class("poster-act")[0].text_content()) > 10
        assert [word.text_content() for word in band.find_class("poster-word")] == [sign.poster for sign in signs]
    urgencies = [level.urgency for level, _ in poster.group.on_poster()]
    assert urgencies == sorted(urgencies, key=["emergency", "now", "today"].index)


def test_words_number_and_what_it_is_not_are_there(poster: Poster) -> None:
    said = poster.text()
    for _, signs in poster.group.on_poster():
        for sign in signs:
            assert all(word in said for word in (sign.poster or "").replace("-", " ").split() if "-" not in word)
    number = next(
        contact.number for name in poster.group.call if (contact := poster.library.contacts[name]).number is not None
    )
    large = "".join(char["text"] for char in poster.page.chars if char["size"] > 40)
    assert large == number
    assert all(word in said for word in checked(poster.library.edition, poster.group).split())
    assert poster.words("One sign is enough. Do not wait.") in said or poster.group.first_steps
    choice = poster.words(
        "This is a choice for you, not the whole list of danger signs. Do you see something else that worries you? Call too."
    )
    assert choice in said


def test_every_picture_has_its_alt_text(poster: Poster) -> None:
    signs = [sign for _, signs in poster.group.on_poster() for sign in signs]
    expected = {poster.library.pictograms[sign.picture].alt for sign in signs if sign.picture}
    images = lxml_html.fromstring(poster.job.html).xpath("//img")
    assert len(images) == len(signs) + 1
    alts = {image.get("alt") for image in images}
    assert expected < alts
    with pikepdf.open(io.BytesIO(poster.pdf)) as pdf:
        told = {
            str(thing["/Alt"]) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing
        }
    assert alts <= told


def test_it_takes_little_ink_and_keeps_its_edges(poster: Poster) -> None:
    picture = poster.picture(150)
    ink = ImageOps.invert(picture)
    assert sum(value * count for value, count in enumerate(ink.histogram())) / 255 / (ink.width * ink.height) < 0.12
    left, top, right, bottom = ink.point(lambda value: 255 if value > 40 else 0).getbbox()
    edges = [edge / 150 * 25.4 for edge in (left, top, ink.width - right, ink.height - bottom)]
    assert min(edges) >= 9.5


def read(poster: Poster, url: str) -> list[list[bool]]:
    """The middle of each module as a phone sees it: blurred, in black and white."""
    number = len(expected(url))
    blurred = poster.picture(DPI).filter(ImageFilter.GaussianBlur(0.8))
    picture = blurred.point(lambda grey: 255 if grey > 127 else 0)
    left, top, right, bottom = (edge * MM * DPI / 72 for edge in code_place(poster))
    x, y, _, _ = ImageOps.invert(picture).crop((int(left), int(top), int(right), int(bottom))).getbbox()
    step = SIZE / (number + 2 * QUIET) * MM * DPI / 72

    def black(row: int, column: int) -> bool:
        return (
            picture.getpixel((int(left) + x + int((column + 0.5) * step), int(top) + y + int((row + 0.5) * step))) == 0
        )

    return [[black(row, column) for column in range(number)] for row in range(number)]


def code_place(poster: Poster) -> tuple[float, float, float, float]:
    """In mm: beside the large number, at the right edge; its white rim parts it from all else."""
    page = poster.page
    foot = min(char["top"] for char in page.chars if char["size"] > 40) / MM
    a4 = page.width / MM > 200
    edge, top = page.width / MM - (15 if a4 else 11), foot - (2 if a4 else 1)
    return edge - SIZE, top, edge, top + SIZE


def expected(url: str) -> list[list[bool]]:
    code = segno.make(url, error="m", micro=False, boost_error=False)
    return [[bool(module) for module in row] for row in code.matrix]


def test_the_code_reads_back(poster: Poster) -> None:
    assert read(poster, poster.url) == expected(poster.url)
    assert read(poster, poster.url) != expected(poster.url.replace("danger-signs", "danger-sings"))


def test_two_runs_give_the_same_bytes() -> None:
    for name in (ALL[0], ALL[-1]):
        assert job(*name).make() == job(*name).make() == Poster(*name).pdf


def test_a_poster_that_grows_says_so() -> None:
    one = job(*ALL[0])
    more = Job(one.place, one.html.replace("<h1>", "<h1>" + "long words " * 200), one.most, one.too_long)
    with pytest.raises(Exception, match=r"the poster has \d+ pages"):
        more.make()


def test_sources_are_behind_the_code(poster: Poster) -> None:
    assert "<sup" not in poster.job.html and not re.search(r"source:", poster.job.html)
