"""The PDF to fill in: real fields, each with a name of its own and one that is said, for everything that paper lets one write."""

from __future__ import annotations

from collections import Counter

import pikepdf
import pytest
from lxml import html as lxml_html
from paper_kit import GUIDES, Paper, paper_of


@pytest.fixture(params=GUIDES, ids="/".join)
def fillable(request: pytest.FixtureRequest, all_made: None) -> Paper:
    return paper_of(*request.param, "fillable")


def test_every_place_to_write_is_a_field(fillable: Paper) -> None:
    document = lxml_html.fromstring(fillable.html)
    boxes = document.xpath('//input[@type="checkbox"]/@name')
    lines = document.xpath('//input[@type="text"]/@name | //textarea/@name')
    groups = set(document.xpath('//input[@type="radio"]/@name'))
    with fillable.open() as pdf:
        found = {
            kind: [str(field.T) for field in pdf.Root.AcroForm.Fields if _kind(field) == kind]
            for kind in ("box", "radio", "text")
        }
    assert sorted(found["box"]) == sorted(boxes) and len(boxes) == len(set(boxes))
    assert sorted(found["text"]) == sorted(lines) and len(lines) == len(set(lines))
    assert sorted(found["radio"]) == sorted(groups) and len(groups) == len(fillable.view.guide.questions.boxed)


def test_an_answer_is_one_of_three(fillable: Paper) -> None:
    with fillable.open() as pdf:
        groups = [field for field in pdf.Root.AcroForm.Fields if _kind(field) == "radio"]
        assert groups
        for group in groups:
            assert len(group.Kids) == 3
            assert all("/T" not in button for button in group.Kids)
            states = Counter(str(state) for button in group.Kids for state in button.AP.N)
            assert set(states.values()) == {1}, "two buttons of one name would be pressed together"


def test_every_field_says_what_it_is(fillable: Paper) -> None:
    """ISO 14289-1, 7.18.4: what a screen reader says; never the name of the code."""
    with fillable.open() as pdf:
        for field in _all_fields(pdf):
            said = str(field.TU)
            assert said and said != str(field.get("/T", "")) and "](" not in said, said


def test_looks_like_the_paper(fillable: Paper) -> None:
    paper = paper_of(fillable.library.edition.code, fillable.view.id)
    assert len(fillable.pages) == len(paper.pages)


def test_other_forms_have_no_fields(one: Paper) -> None:
    with one.open() as pdf:
        assert "/AcroForm" not in pdf.Root


def _all_fields(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [field for root in pdf.Root.AcroForm.Fields for field in (root, *root.get("/Kids", []))]


def _kind(field: pikepdf.Dictionary) -> str:
    return "text" if field.FT == "/Tx" else "radio" if "/Kids" in field else "box"
