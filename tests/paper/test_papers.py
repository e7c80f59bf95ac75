"""Every guide on paper: structure, page, text, bytes. Each check is also shown a defect that it must find."""

from __future__ import annotations

import re
from pathlib import Path

import paper_checks as checks
import pytest
from kit import copy_tiny, with_english
from lxml import html as lxml_html
from paper_kit import GUIDES, Check, Paper, job_of, library_of, make_paper, paper_of
from tas.read.bag import read_bag
from tas.read.project import read_project

CHECKS = (
    checks.catalog,
    checks.headings,
    checks.nothing_split,
    checks.fonts,
    checks.budget,
    checks.cut_lines,
    checks.margins,
    checks.little_ink,
    checks.footers,
    checks.boxes,
    checks.fields,
    checks.grey,
    checks.text_complete,
)

DEFECTS = (
    (checks.catalog, "<title>", "<title>Not "),
    (checks.headings, '<h2 id="observe">', '<h4 id="observe">'),
    (checks.headings, '<h2 id="explain">', '<h1 id="explain">'),
    (checks.nothing_split, "margin: 15mm 25mm 18mm 15mm", "margin: 150mm 25mm 90mm 15mm"),
    (checks.fonts, 'font-family: "Tas Sans", sans-serif', "font-family: serif"),
    (checks.budget, "min-height: 173mm", "min-height: 180mm"),
    (checks.cut_lines, "min-height: 173mm", "min-height: 0"),
    (checks.budget, ".guide section { break-inside: avoid;", ".guide section { break-before: page;"),
    (checks.margins, "margin: 15mm 15mm 18mm 25mm", "margin: 8mm 15mm 18mm 25mm"),
    (checks.margins, "@page :left { margin: 15mm 25mm 18mm 15mm; }", ""),
    (checks.footers, "counter(pages)", '"9"'),
    (checks.boxes, "--box: 4.5mm", "--box: 4.8mm"),
    (checks.fields, "width: 48.5%", "width: auto"),
    (checks.margins, "overflow-wrap: anywhere", "margin-right: -5mm; white-space: nowrap"),
    (checks.little_ink, "</style>", ".guide section { background: #ccc; }</style>"),
    (checks.grey, "</style>", ".guide-kicker { color: #b4532a; }</style>"),
    (checks.grey, "--least: 9pt", "--least: 7pt"),
    (checks.text_complete, ".guide-hint {", ".guide-goal {display: none;} .guide-hint {"),
)


def test_paper_passes(paper: Paper) -> None:
    complaints = {check.__name__: check(paper) for check in CHECKS}
    assert {name: found for name, found in complaints.items() if found} == {}


@pytest.mark.parametrize(("check", "old", "new"), DEFECTS, ids=lambda value: getattr(value, "__name__", "")[:30])
def test_check_finds_a_seeded_defect(check: Check, old: str, new: str, one: Paper) -> None:
    assert check(one) == []
    assert check(one.remade(old, new)) != []


def test_every_check_is_shown_a_defect() -> None:
    assert {check for check, _, _ in DEFECTS} == set(CHECKS)


def test_without_lines_to_write_on_a_back_would_be_blank(all_made: None) -> None:
    """The slip begins on a sheet of its own; what lies before it ends on a front or on a back."""
    paper = paper_of("id", "pregnancy-first", "large")
    bare = paper.remade('<div class="guide-room"', '<div class="other-room"')
    assert checks.budget(paper) == []
    assert [line for line in checks.budget(bare) if line.endswith(" 0%")]
    assert len(bare.pages) == len(paper.pages)


def test_without_lines_to_write_on_a_page_would_end_early(all_made: None) -> None:
    """Where a place to write ends its page, it goes down to the foot, and no page comes to it."""
    paper = paper_of("id", "closing-visit", "a5")
    bare = paper.remade('"guide-room is-between"', '"other-room"')
    assert checks.budget(paper) == []
    assert checks.budget(bare) != []
    assert len(bare.pages) == len(paper.pages)


@pytest.mark.parametrize("name", GUIDES, ids="/".join)
def test_signs_never_stand_without_what_they_are(name: tuple[str, str], all_made: None) -> None:
    """On A5 the first page has room for whom to call; the signs begin the next one."""
    paper = paper_of(*name, "a5")
    if paper.view.danger:
        first = paper.pages[1].extract_text_lines()[0]["text"]
        assert first == paper.library.edition.words.gettext("Danger signs: emergency")
        assert paper.library.gettext("The signs stand on the next page.") in " ".join(
            paper.pages[0].extract_text().split()
        )


@pytest.mark.parametrize("name", GUIDES, ids="/".join)
def test_large_page_on_which_signs_go_on_says_what_they_are(name: tuple[str, str], all_made: None) -> None:
    """A box a group, over as many pages as it takes; behind them no page says so."""
    paper = paper_of(*name, "large")
    heading = paper.library.gettext("Danger signs: emergency")
    groups = [f"{group.title}:" for group in paper.view.danger if not group.first_steps]
    for page in paper.pages:
        lines = [line["text"] for line in page.extract_text_lines()]
        has_signs = any(line.startswith(group) for line in lines for group in groups)
        assert lines.count(heading) == (lines[0] == heading) == has_signs


@pytest.mark.parametrize("name", GUIDES, ids="/".join)
def test_contacts_never_stand_without_what_they_are(name: tuple[str, str], all_made: None) -> None:
    """The list of a family sheet in large print may go on on the next page: whom to call says so there too, and once."""
    paper = paper_of(*name, "family-large")
    heading, said = paper.library.gettext("Call or go there"), 0
    for page in paper.pages:
        lines = [line["text"] for line in page.extract_text_lines()]
        listed = [
            at
            for at, line in enumerate(lines)
            if any(line in (one.name, f"{one.name} {one.number}", one.number) for one in paper.view.family_call)
        ]
        if listed:
            assert lines.count(heading) == 1 and lines.index(heading) < listed[0]
        said += len(listed)
    assert said == len(paper.view.family_call)


@pytest.mark.parametrize("name", GUIDES, ids="/".join)
def test_a_point_to_finish_has_a_line_to_write_on(name: tuple[str, str]) -> None:
    """A colon at its end asks for words of the family's own; where they are asked for "here", it has one."""
    points = lxml_html.fromstring(job_of(library_of(name[0]), name[1], "family").html).xpath(
        "//ul[@class='guide-points']/li"
    )
    for point in points:
        said = " ".join(point.text_content().split())
        lines = len(point.find_class("guide-line"))
        assert lines == said.endswith(":") and (lines or not re.search("tulis di sini|schrijf (het )?hier", said, re.I))


def test_pdf_is_small(paper: Paper) -> None:
    """Whole lists of danger signs; each field of the fillable form counts."""
    assert len(paper.pdf) <= 200_000


def test_a_third_edition_has_papers_in_its_language(tmp_path: Path) -> None:
    root = with_english(copy_tiny(tmp_path / "tiny", ("id", "nl", "en")))
    paper = make_paper(read_bag(read_project(root)).libraries["en"], "first")
    assert checks.text_complete(paper) == []
    with paper.open() as pdf:
        assert str(pdf.Root.Lang) == "en"
