"""The guide as a piece of a web page: forms that say what they are, one set of ids, nothing of the theme."""

from __future__ import annotations

import re
from collections import Counter

from lxml import html as lxml_html
from paper_kit import Paper

from generator.guide_fragment import guide_fragment, keep_together
from generator.links import WebLinks
from generator.render import Renderer

IDS = [
    "before-you-go",
    "danger-signs",
    "at-the-door",
    "questions",
    "observe",
    "explain",
    "not-yours",
    "agreements",
    "notes",
    "referral-stub",
    "sources",
    "family-side",
    "referral",
]


def _web(paper: Paper):
    links = WebLinks(paper.library, paper.library.address(f"visits/{paper.view.id}"), paper.view.source_ids)
    return lxml_html.fromstring(guide_fragment(Renderer(paper.library.edition), paper.view, links))


def test_headings_keep_their_ids_and_order(paper: Paper) -> None:
    web = _web(paper)
    assert web.xpath("//h2/@id") == IDS
    assert [section.get("aria-labelledby") for section in web.xpath("//section")] == IDS
    assert not web.xpath("//h1")


def test_ids_are_unique(paper: Paper) -> None:
    assert [name for name, times in Counter(_web(paper).xpath("//@id")).items() if times > 1] == []


def test_every_box_stands_in_its_label(paper: Paper) -> None:
    boxes = _web(paper).xpath("//input")
    assert boxes and all(box.getparent().tag == "label" and box.getparent().text_content().strip() for box in boxes)


def test_an_answer_is_named_by_question_and_column(paper: Paper) -> None:
    web = _web(paper)
    ids = set(web.xpath("//@id"))
    answers = web.xpath('//input[@type="radio"]')
    assert len(answers) == 3 * len(paper.view.guide.questions)
    assert all(set(answer.get("aria-labelledby").split()) <= ids for answer in answers)


def test_every_header_cell_has_its_scope(paper: Paper) -> None:
    assert all(cell.get("scope") in ("col", "row") for cell in _web(paper).xpath("//th"))


def test_classes_are_ours_alone(paper: Paper) -> None:
    classes = {name for value in _web(paper).xpath("//@class") for name in value.split()}
    ours = {"term", "cite", "tel"}  # what links are, on every page
    assert {name for name in classes - ours if not re.match(r"guide|is-", name)} == set()


def test_no_style_or_script_in_the_piece(paper: Paper) -> None:
    """The site's content security policy allows neither."""
    assert not _web(paper).xpath("//style | //script | //@style | //*[starts-with(name(@*), 'on')]")


def test_a_number_keeps_its_sign_and_unit() -> None:
    assert keep_together("<p>≥ 60, &gt; 37,5 °C</p>") == "<p>≥\u00a060, &gt;\u00a037,5\u00a0°C</p>"
    assert keep_together('<path d="M1 2 m"/>') == '<path d="M1 2 m"/>'
