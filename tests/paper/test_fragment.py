"""The guide as a piece of a web page: forms that say what they are, one set of ids, nothing of the theme."""

from __future__ import annotations

import re
from collections import Counter

from lxml import html as lxml_html
from paper_kit import Paper
from tas.render.environment import Renderer
from tas.render.guide_fragment import guide_fragment, keep_together
from tas.render.links import WebLinks

IDS = [
    "before-you-go",
    "danger-signs",
    "at-the-door",
    "questions",
    "observe",
    "sources",
    "explain",
    "not-yours",
    "referral-back",
    "agreements",
    "notes",
    "referral-stub",
    "referral",
    "after-referral-back",
    "family-side",
    "all-signs",
]


def _web(paper: Paper):
    links = WebLinks(paper.library, paper.library.address(f"visits/{paper.view.id}"), paper.view.source_ids)
    return lxml_html.fromstring(guide_fragment(Renderer(paper.library.edition), paper.view, links))


def test_headings_keep_their_ids_and_order(guide: Paper) -> None:
    web = _web(guide)
    wanted = IDS
    if guide.view.sources_last:
        wanted = [name for name in IDS if name != "sources"]
        wanted.insert(wanted.index("referral-stub") + 1, "sources")
    assert web.xpath("//h2/@id") == wanted
    assert [section.get("aria-labelledby") for section in web.xpath("//section")] == wanted
    assert not web.xpath("//h1")


def test_ids_are_unique(guide: Paper) -> None:
    assert [name for name, times in Counter(_web(guide).xpath("//@id")).items() if times > 1] == []


def test_every_box_stands_in_its_label(guide: Paper) -> None:
    boxes = _web(guide).xpath("//input[@type='checkbox' or @type='radio']")
    assert boxes and all(box.getparent().tag == "label" and box.getparent().text_content().strip() for box in boxes)


def test_every_line_to_write_on_has_a_label(guide: Paper) -> None:
    web = _web(guide)
    labelled = {*web.xpath("//label/@for")}
    ids = set(web.xpath("//@id"))
    for line in web.xpath("//input[@type='text'] | //textarea"):
        named_by = set((line.get("aria-labelledby") or "").split())
        assert line.get("aria-label") or line.get("id") in labelled or (named_by and named_by <= ids), line.get("name")
    assert labelled <= ids


def test_paper_has_lines_and_the_web_has_fields(guide: Paper) -> None:
    assert not lxml_html.fromstring(guide.html).xpath("//input[@type='text'] | //textarea | //@title")
    """For notes, for agreements, for each open question, and where a point of the family's sheet asks for words of its own."""
    asking = [point for point in guide.view.guide.family_side.points if point.endswith(":")]
    assert len(_web(guide).xpath("//textarea")) == 2 + len(guide.view.guide.questions.open) + len(asking)


def test_an_answer_is_named_by_question_and_column(guide: Paper) -> None:
    web = _web(guide)
    ids = set(web.xpath("//@id"))
    answers = web.xpath('//input[@type="radio"]')
    assert len(answers) == 3 * len(guide.view.guide.questions.boxed)
    assert all(set(answer.get("aria-labelledby").split()) <= ids for answer in answers)


def test_every_header_cell_has_its_scope(guide: Paper) -> None:
    assert all(cell.get("scope") in ("col", "row") for cell in _web(guide).xpath("//th"))


def test_classes_are_ours_alone(guide: Paper) -> None:
    classes = {name for value in _web(guide).xpath("//@class") for name in value.split()}
    ours = {
        "term",
        "cite",
        "tel",
        "tas-checked",
        "tas-pictogram",
        "pic-line",
        "pic-accent",
    }  # what links are, on every page
    assert {name for name in classes - ours if not re.match(r"guide|is-", name)} == set()


def test_no_style_or_script_in_the_piece(guide: Paper) -> None:
    """The site's content security policy allows neither."""
    assert not _web(guide).xpath("//style | //script | //@style | //*[starts-with(name(@*), 'on')]")


def test_a_number_keeps_its_sign_and_unit() -> None:
    assert keep_together("<p>≥ 60, &gt; 37,5 °C</p>") == "<p>≥\u00a060, &gt;\u00a037,5\u00a0°C</p>"
    assert keep_together('<path d="M1 2 m"/>') == '<path d="M1 2 m"/>'
