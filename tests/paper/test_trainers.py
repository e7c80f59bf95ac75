"""What trainers get: an observation sheet from each guide's own steps, and a pack that is the same whoever makes it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter

import paper_checks as checks
import pikepdf
import pytest
from kit import ROOT
from lxml import html as lxml_html
from markupsafe import Markup
from paper_kit import EDITIONS, GUIDES, library_of, paper_of, shared_cache, the_only_press, url_of
from pdf_pages import pdf_pages
from tas.model.paper import Paper
from tas.paper import EXPORTS, guide_observation, trainer_pack
from tas.paper.job import Job
from tas.paper.press import press
from tas.render.environment import Renderer
from tas.render.links import UncitedLinks
from tas.text.inline import render_inline
from tas.view.guide import guide_view
from tas.view.shelves import SHELVES, file_name, shelved

CODES = [code for code, _ in EDITIONS]


def observation(code: str, guide_id: str) -> Job:
    library = library_of(code)
    return guide_observation.job(library, Renderer(library.edition), guide_id, url=url_of(library, guide_id))


@pytest.fixture(params=GUIDES, ids="/".join)
def sheet(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


def test_every_step_of_the_guide_is_observed_in_its_order(sheet: tuple[str, str]) -> None:
    guide = library_of(sheet[0]).guides[sheet[1]]
    rows = lxml_html.fromstring(observation(*sheet).html).xpath("//th[@scope='row']")
    said = [checks.squeezed(row.text_content()) for row in rows]
    steps = [
        *guide.before_you_go,
        *guide.at_the_door,
        *(question.text for question in guide.questions.all),
        *guide.observe,
        *guide.explain,
    ]
    links = UncitedLinks(library_of(sheet[0]), "", ())
    words = [Markup(render_inline(step, links, sheet[0])).striptags() for step in steps]
    places = [said.index(checks.squeezed(step)) for step in words]
    assert places == sorted(places)
    assert len(said) == len(steps) + len(guide.not_yours) + len(guide_observation.MANNER)


def test_step_names_who_is_called() -> None:
    said = lxml_html.fromstring(observation("id", "safety-at-home").html).text_content()
    assert "Simpan nomor Ambulans (119) dan pemadam" in said.replace("\N{NO-BREAK SPACE}", " ")


def test_sheet_is_a_good_paper(sheet: tuple[str, str]) -> None:
    with the_only_press():
        made = press({"": observation(*sheet)}, cache=shared_cache(), progress=lambda *_: None)[""]
    pages = pdf_pages(made)
    boxes = [size for page in pages for size in checks.squares(page)]
    rows = lxml_html.fromstring(observation(*sheet).html).xpath("//th[@scope='row']")
    assert len(boxes) == 3 * len(rows) and all(abs(size - 4.5) < 0.1 for size in boxes)
    assert len(pages) <= guide_observation.MOST and len(made) <= 150_000
    assert min(checks.fullness(page, checks.SHEETS["a4"]) for page in pages) >= checks.LEAST_USED
    assert max(checks.ink_shares(made)) < checks.MOST_INK
    size = checks.SHEETS["a4"]
    assert min(edge for page in pages for edge in checks.edges(page, size.width, size.height)) >= checks.NO_INK


@pytest.fixture(scope="module", params=CODES)
def pack(request: pytest.FixtureRequest, bag_site) -> tuple[str, zipfile.ZipFile]:
    return request.param, zipfile.ZipFile(bag_site / f"downloads/{request.param}/tas-trainers-{request.param}.zip")


def test_pack_holds_every_paper_of_its_edition(pack, bag_site) -> None:
    """Under names in numbered folders; nothing is lost, and nothing lies there twice."""
    code, held = pack
    downloads = bag_site / "downloads"
    files = [*(downloads / code).rglob("*.pdf")]
    files += [file for file in (downloads / "id/guides").glob("*.id-nl.pdf") if file not in files]
    overview = trainer_pack.overview_name(library_of(code).edition)
    assert Counter(hashlib.sha256(held.read(name)).digest() for name in held.namelist() if name != overview) == Counter(
        hashlib.sha256(file.read_bytes()).digest() for file in files
    )
    assert held.namelist()[0] == overview
    assert all(
        re.fullmatch(r"\d\d-[a-z0-9-]+/\d\d-[a-z0-9-]+\.pdf", name) for name in held.namelist() if name != overview
    )
    titles = [re.sub(r"/\d\d-", "/", name) for name in held.namelist()]
    assert len(set(titles)) == len(titles), "two papers of a folder have one title"
    assert (downloads / code / f"tas-trainers-{code}.zip").stat().st_size <= 10_000_000


def test_overview_names_every_file_with_its_pages(pack) -> None:
    code, held = pack
    overview = trainer_pack.overview_name(library_of(code).edition)
    pages = pdf_pages(held.read(overview))
    said = checks.squeezed(
        "".join(char["text"] for page in pages for char in page.chars)
    )  # cell by cell, whatever wraps
    for name in held.namelist():
        if name != overview:
            folder, _, file = name.partition("/")
            assert checks.squeezed(folder) in said and checks.squeezed(file) in said
    some = next(name for name in held.namelist() if name.startswith("01-"))
    number = len(pdf_pages(held.read(some)))
    assert re.search(rf"{re.escape(checks.squeezed(some.partition('/')[2]))}.*?{number}", said)


def test_pages_are_counted_in_every_kind_of_paper(pack) -> None:
    """Booklets too, whose pages another library has put on sheets."""
    held = pack[1]
    firsts = {name.partition("/")[0]: name for name in reversed(held.namelist()) if "/" in name}
    for name in firsts.values():
        content = held.read(name)
        assert Paper("", "", content).pages == len(pikepdf.open(io.BytesIO(content)).pages)


@pytest.mark.parametrize("code", CODES)
def test_page_for_trainers_lists_every_paper_with_its_pages_and_size(code: str, bag_site) -> None:
    file = bag_site / ("" if code == "id" else code) / "trainers/index.html"
    page = lxml_html.fromstring(file.read_bytes())
    listed = {}
    for item in page.xpath("//details[@class='tas-shelf' and not(@id)]//li"):
        target = (file.parent / item.xpath("string(a/@href)")).resolve()
        pages = int(re.search(r"\d+", item.xpath("string(span)"))[0])
        listed[target] = pages == Paper("", "", target.read_bytes()).pages
    downloads = bag_site.resolve() / "downloads"
    assert set(listed) == {*(downloads / code).rglob("*.pdf"), *(downloads / "id/guides").glob("*.id-nl.pdf")}
    assert all(listed.values())
    assert page.xpath("//ul[@class='downloads']//a[contains(@href, 'tas-trainers')]")


def test_names_are_safe_on_every_system() -> None:
    assert file_name("03 Één ‘kaart’: Bu Tuti / deel 2") == "03-een-kaart-bu-tuti-deel-2"
    assert file_name("Anak umur 1–5 tahun") == "anak-umur-1-5-tahun"


def test_a_paper_of_an_unknown_kind_has_a_place_too() -> None:
    lying = [*shelved([Paper("b.pdf", "", b"", name="B", export="new"), Paper("a.pdf", "", b"", name="A", export="quiz-key")], str)]  # fmt: skip
    assert [(one.folder, [name for name, _ in one.papers]) for one in lying] == [
        ("01-answers", ["01-a.pdf"]),
        ("02-other-papers", ["01-b.pdf"]),
    ]


def test_every_kind_of_paper_has_its_shelf() -> None:
    assert {export.ID for export in EXPORTS} <= {name for shelf in SHELVES for name in shelf.exports}


def test_pack_has_no_clock_and_no_owner() -> None:
    one, other = (
        trainer_pack.packed(files) for files in ({"b.pdf": b"2", "a.pdf": b"1"}, {"a.pdf": b"1", "b.pdf": b"2"})
    )
    assert one == other
    entries = zipfile.ZipFile(io.BytesIO(one)).infolist()
    assert [entry.filename for entry in entries] == ["a.pdf", "b.pdf"]
    assert {(entry.date_time, entry.create_system, entry.compress_type) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0)
    }


@pytest.mark.parametrize("code", CODES)
def test_page_of_visits_offers_the_pack_with_its_size(code: str, bag_site) -> None:
    page = lxml_html.fromstring((bag_site / ("" if code == "id" else code) / "visits/index.html").read_bytes())
    (link,) = page.xpath("//*[@class='downloads']//a[contains(@href, 'tas-trainers')]")
    size = (bag_site / f"downloads/{code}/tas-trainers-{code}.zip").stat().st_size
    shown = link.getparent().xpath("string(span)")
    assert shown.endswith(" MB")
    assert abs(int("".join(filter(str.isdigit, shown))) * 100_000 - size) < 100_000


def test_every_guide_offers_all_its_forms_with_their_sizes(sheet: tuple[str, str], bag_site) -> None:
    code, guide_id = sheet
    library = library_of(code)
    file = bag_site / library.address(library.shown_on("guide")[guide_id]) / "index.html"
    page = lxml_html.fromstring(file.read_bytes())
    offered = {}
    for item in page.xpath("//*[@class='downloads']/li"):
        target = (file.parent / item.xpath("string(a/@href)")).resolve()
        shown = int("".join(filter(str.isdigit, item.xpath("string(span)"))))
        offered[target.name.removeprefix(guide_id)] = abs(shown * 1000 - target.stat().st_size) < 1001
    expected = {
        ".pdf",
        ".large.pdf",
        ".booklet.pdf",
        ".fillable.pdf",
        ".observation.pdf",
        ".family.pdf",
        ".family-large.pdf",
    }
    leaf = guide_view(library, guide_id).leaf.id
    expected |= {f"{leaf}.pdf", f"{leaf}.large.pdf"}
    both = all((ROOT / "guides" / each / f"{guide_id}.yml").exists() for each in CODES)
    assert set(offered) == expected | ({".id-nl.pdf"} if both else set())
    assert all(offered.values())


def test_paper_of_a_guide_is_the_one_of_the_tests(sheet: tuple[str, str], bag_site) -> None:
    """What the tests look at is what the build publishes."""
    assert (bag_site / f"downloads/{sheet[0]}/guides/{sheet[1]}.pdf").read_bytes() == paper_of(*sheet).pdf
