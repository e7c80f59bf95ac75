"""An edition whose lines run from right to left, beside one of the other kind: pages, copies, book, manifest, papers; numbers keep their order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import built
import overlay
import pytest
from fire_bag import fire_bag
from kit import build_at
from lxml import html
from tas.ground.places import TEMPLATES
from tas.paper.impose import booklet
from tas.paper.papers import ordered
from tas.read.bag import read_bag
from tas.read.edition import Edition
from tas.read.project import read_project
from tas.render.isolate import isolated, isolated_text

ARABIC, ENGLISH = (Edition(code, code, False, Path()) for code in ("ar", "en-GB"))


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fire_bag(tmp_path_factory.mktemp("fire") / "bag")


@pytest.fixture(scope="module")
def site(bag: Path) -> Path:
    assert overlay.problems(bag) == []
    return build_at(bag, papers=False)


@pytest.fixture(scope="module")
def papers(bag: Path) -> dict[str, str]:
    """Address -> HTML."""
    read = read_bag(read_project(bag))
    return {order.address: order.job.html for order in ordered(read, read.project.site_url)}


def documents(site: Path, papers: dict[str, str], code: str) -> Iterator[tuple[str, str]]:
    """Everything that a reader of the edition gets, by name."""
    for page in built.pages(site):
        if page.tree.get("lang") == code:
            yield page.address, page.file.read_text()
    downloads = site / "downloads" / code
    (single,) = downloads.glob("*.html")
    yield single.name, single.read_text()
    with ZipFile(next(downloads.glob("*.epub"))) as book:
        yield from ((name, book.read(name).decode()) for name in book.namelist() if name.endswith(".xhtml"))
    yield from ((name, text) for name, text in papers.items() if f"/{code}/" in name and ".en-GB-ar." not in name)


def test_every_document_says_where_its_lines_run(site: Path, papers: dict[str, str]) -> None:
    arabic, english = (dict(documents(site, papers, code)) for code in ("ar", "en-GB"))
    assert len(arabic) > 30 and len(english) > 30
    assert [name for name, text in arabic.items() if not re.search(r'<html [^>]*lang="ar" dir="rtl"', text)] == []
    assert [name for name, text in english.items() if re.search(r"<html [^>]*dir=", text)] == []
    facing = html.fromstring(papers["downloads/en-GB/guides/first.en-GB-ar.pdf"])
    assert {(side.get("lang"), side.get("dir")) for side in facing.xpath("//*[@lang]")} == {
        ("en-GB", None),
        ("ar", "rtl"),
    }


def test_the_book_and_the_installed_site_too(site: Path) -> None:
    for code, direction in (("ar", "rtl"), ("en-GB", "ltr")):
        assert json.loads((site / f"manifest.{code}.webmanifest").read_text())["dir"] == direction
        with ZipFile(next((site / "downloads" / code).glob("*.epub"))) as book:
            package = book.read("EPUB/package.opf").decode()
        assert ('page-progression-direction="rtl"' in package) == (direction == "rtl")


def test_it_is_said_in_one_place() -> None:
    said = [
        file.name for file in TEMPLATES.rglob("*.*") if file.suffix in (".j2", ".html") and 'dir="' in file.read_text()
    ]
    assert said == []


@pytest.mark.parametrize("run", ["0800-2000", "60 °C", "1.5 m", "3–4 m"])
def test_numbers_stand_in_an_element_of_their_own(site: Path, papers: dict[str, str], run: str) -> None:
    """Wherever a reader meets them: in no document of the edition one stands free."""
    alone = re.compile(re.escape(run).replace("\\ ", "[ \u00a0]"))
    met = set()
    for name, text in documents(site, papers, "ar"):
        tree = html.fromstring(text.encode())
        for part in tree.xpath(
            "//body//text()[not(ancestor::script or ancestor::style or ancestor::title or ancestor::svg)]"
        ):
            if alone.search(part):
                met.add(name)
                holder = part.getparent() if part.is_text else part.getparent().getparent()
                assert holder.tag.endswith("bdi") and holder.get("dir") == "ltr", (name, part)
    assert len(met) >= 3
    english = "".join(text for _, text in documents(site, papers, "en-GB"))
    assert "<bdi" not in english


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>a 0800-2000.</p>", '<p>a <bdi dir="ltr">0800-2000</bdi>.</p>'),
        ("<p>2026-11-21, 38 °C</p>", '<p><bdi dir="ltr">2026-11-21</bdi>, <bdi dir="ltr">38 °C</bdi></p>'),
        ("<p>&lt; 5 kg; ≥ 2</p>", '<p><bdi dir="ltr">&lt; 5 kg</bdi>; <bdi dir="ltr">≥ 2</bdi></p>'),
        ("<p>112, 3 x&#39;s &amp; 2020.</p>", "<p>112, 3 x&#39;s &amp; 2020.</p>"),
        ("<p>tas.example/ar/</p>", '<p><bdi dir="ltr">tas.example/ar/</bdi></p>'),
        (
            '<a href="tel:1-2" title="1-2"><b>1-2</b></a>',
            '<a href="tel:1-2" title="1-2"><b><bdi dir="ltr">1-2</bdi></b></a>',
        ),
        ("<style>a{b:1-2}</style><script>1-2</script><title>1-2</title>", None),
        ('<p><bdi dir="ltr">1-2</bdi></p>', None),
    ],
)
def test_what_is_isolated(text: str, shown: str | None) -> None:
    assert isolated(ARABIC, text) == (shown or text)
    assert isolated(ENGLISH, text) == text


def test_the_corners_of_a_sheet_are_isolated_and_stand_where_lines_begin(papers: dict[str, str]) -> None:
    assert isolated_text(ARABIC, "EX · 2026-11-21") == "EX · \u20662026-11-21\u2069"
    arabic, english = (papers[f"downloads/{code}/guides/first.pdf"] for code in ("ar", "en-GB"))
    assert '@page :right { @bottom-right { content: "EX-01 · ' in arabic and "\u20662026-11-21\u2069" in arabic
    assert '@page :right { @bottom-left { content: "EX-01 · ' in english and "\u2066" not in english


def test_beside_another_edition_it_keeps_its_order_and_its_font(papers: dict[str, str]) -> None:
    facing = papers["downloads/en-GB/guides/first.en-GB-ar.pdf"]
    assert facing.count("font/ttf;base64") == 1
    assert (
        '"\u2067" "EX-01 · ' in facing
        and "\u20662026-11-21\u2069" in facing
        and facing.count("EX-01 · revised 2026-11-21") == 2
    )
    (one,) = {bdi.xpath("ancestor::*[@lang][1]")[0].get("lang") for bdi in html.fromstring(facing).iter("bdi")}
    assert one == "ar"


def test_a_booklet_opens_at_its_other_side(bag: Path) -> None:
    read = read_bag(read_project(bag))
    finishes = {
        order.address.split("/")[1]: order.job.finish.__name__
        for order in ordered(read, read.project.site_url)
        if order.export == "guide-booklet"
    }
    assert finishes == {"en-GB": "folded", "ar": "folded_from_right_to_left"}
    assert booklet([1, 2, 3, 4])[0] == (4, 1)


def test_papers_have_the_font_that_the_bag_names(bag: Path, papers: dict[str, str]) -> None:
    for name, text in papers.items():
        if "/ar/" in name:
            assert text.count("font/ttf;base64") == 1 and '"Tas Sans", "Bag"' in text, name
        elif ".en-GB-ar." not in name:
            assert "font/ttf" not in text, name


def test_one_message_a_file_names_a_font_for_a_script(tmp_path: Path) -> None:
    root = fire_bag(tmp_path / "bag")
    config = root / "mkdocs.yml"
    whole = config.read_text()
    config.write_text(whole.replace("      fonts: {ar: {regular: letters.ttf}}\n", ""))
    said = overlay.problems(root)
    assert (
        said[0]
        == 'assets/letters.ttf:1:1: error: "letters.ttf" is no picture that a bag has of its own; they are mark.svg, favicon.svg, icon-192.png, icon-512.png, band.svg (own-picture)'
    )
    assert len(said) == len({line.split(":")[0] for line in said}) and len(said) > 5
    assert all("has no Arabic letters" in line and "NotoNaskhArabic-Regular.ttf" in line for line in said[1:])
    config.write_text(whole.replace("letters.ttf", "naskh.ttf"))
    assert any("naskh.ttf is not in the folder assets/" in line for line in overlay.problems(root))
    config.write_text(whole.replace("fonts: {ar:", "fonts: {fa:"))
    assert any('there is no edition "fa"' in line for line in overlay.problems(root))
