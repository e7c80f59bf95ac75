"""What leaves the worker's hands: one sheet, with nothing on its back, that tells a stranger nothing."""

from __future__ import annotations

import paper_checks as checks
from lxml import html as lxml_html
from paper_kit import Paper
from tas.text.inline import plain


def _leaf(paper: Paper):
    (leaf,) = lxml_html.fromstring(paper.html).xpath('//div[starts-with(@class, "guide-leaf")]')
    return leaf


def _last_page(paper: Paper) -> str:
    return paper.pages[-1].extract_text()


def test_slip_and_family_side_have_the_last_sheet_to_themselves(paper: Paper) -> None:
    ids = _leaf(paper).xpath(".//h2/@id")
    assert ids == ["family-side", "referral"]
    words = paper.library.edition.words.gettext
    said = [page.extract_text() for page in paper.pages]
    family, slip = checks.parts(paper)
    assert slip == len(said) and words("Referral slip") in said[-1]
    assert not any(words("Notes") in text.split("\n") for text in said[family - 1 :])
    assert slip % 2 == family % 2 == 1, "printed on both sides, their backs must be empty"


def test_the_sheet_names_neither_guide_nor_address(paper: Paper) -> None:
    """The title or the address of a guide may say what a visit was about; its code does not."""
    said = _last_page(paper)
    assert paper.view.guide.title not in said
    assert paper.view.id not in said and "/visits/" not in said and "tas.example" not in said


def test_the_sheet_shows_the_signs_that_may_hang_on_a_wall_and_no_others(paper: Paper) -> None:
    said = " ".join(_leaf(paper).text_content().split())
    for group in paper.view.danger:
        words = {sign.text for sign in group.signs if len(sign.text.split()) > 3}
        assert all((text in said) == group.wall for text in words if plain(text, "nl") == text), group.id
        assert (group.title in said) == group.wall or len(group.title.split()) == 1


def test_the_stub_stays_with_the_worker(paper: Paper) -> None:
    (stub,) = lxml_html.fromstring(paper.html).xpath('//section[@aria-labelledby="referral-stub"]')
    assert stub.getparent().get("class") == "guide"
