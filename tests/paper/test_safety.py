"""What leaves the worker's hands tells a stranger nothing, and takes nothing of the visit along."""

from __future__ import annotations

import pymupdf
from lxml import html as lxml_html
from paper_kit import Paper, paper_of
from tas.model.danger import Sign
from tas.text.inline import plain


def test_nothing_but_its_back_stands_behind_the_slip(paper: Paper) -> None:
    """It is cut off, or a sheet at the end: what stands behind it leaves the worker's hands too."""
    if not paper.is_guide:
        return
    words = paper.library.edition.words.gettext
    slip, back, notes = words("Referral slip"), words("Back of the referral slip: for who gets it")[:18], words("Notes")
    said = [page.extract_text().split("\n") for page in paper.pages]
    on = {
        word: [number for number, lines in enumerate(said) if any(line.startswith(word) for line in lines)]
        for word in (slip, back, notes)
    }
    if paper.form.paper == "a4":
        assert (on[slip], on[back]) == ([3], [2])
    else:
        assert (
            len(said) - 2 in on[slip]
            and on[back] == [len(said) - 1]
            and not set(on[notes]) & {len(said) - 2, len(said) - 1}
        )
    if paper.kind == "large":
        assert (len(said) - 2) % 2 == 0, "printed on both sides, the slip must begin a sheet"


def test_what_is_given_away_names_neither_guide_nor_address(paper: Paper) -> None:
    """The title or the address of a guide may say what a visit was about; its code does not."""
    if paper.is_leaf:
        return
    given = paper.pages[-2:] if paper.kind == "large" or paper.kind == "a5" else paper.pages
    cut = paper.form.paper == "a4" and paper.is_guide
    said = (
        "".join(page.crop((0, 600, page.width, page.height)).extract_text() for page in paper.pages[2:]) if cut else ""
    )
    said = said or "".join(page.extract_text() for page in given)
    assert paper.view.guide.title not in said
    assert paper.view.id not in said and "/visits/" not in said and "tas.example" not in said


def test_the_sheet_for_the_family_shows_signs_that_may_hang_on_a_wall_and_no_others(guide: Paper) -> None:
    family = paper_of(guide.library.edition.code, guide.view.id, "family")
    said = " ".join(
        lxml_html.fromstring(family.html).xpath("//section[contains(@class, 'guide-family')]")[0].text_content().split()
    )
    for group in family.view.danger:
        words = {sign.text for sign in group.signs if sign.urgency == "emergency" and len(sign.text.split()) > 3}
        assert all(
            (text in said) == (group.wall and not group.first_steps) for text in words if plain(text, "nl") == text
        ), group.id


def test_the_back_of_the_sheet_for_the_family_is_drawn_where_it_may_hang_on_a_wall(guide: Paper) -> None:
    """Each emergency beside its words, without a code that leads to the guide; nothing drawn where the visit is first of all about mood."""
    family = paper_of(guide.library.edition.code, guide.view.id, "family")
    document = lxml_html.fromstring(family.html)
    shown = [group for group in family.view.family_danger if not group.first_steps]
    signs = [sign for group in shown for sign in group.signs if sign.urgency == "emergency"]
    drawn = [_words(item) for item in document.xpath("//ul[contains(@class, 'guide-signs')]/li[img[@alt]]")]
    expected = [sign for sign in signs if sign.picture and guide.view.danger[0].wall]
    assert sorted(drawn) == sorted(_said(sign) for sign in expected)
    assert bool(drawn) == (bool(signs) and guide.view.danger[0].id not in ("mood", "violence", "self-harm"))
    assert document.xpath("//*[contains(@class, 'guide-qr')] | //a[starts-with(@href, 'http')]") == []


def test_the_leaf_draws_what_may_hang_on_a_wall(paper: Paper) -> None:
    """Each sign beside its words, with the alt text of the edition; who comes in sees nothing drawn of mood, harm or violence."""
    if not paper.is_leaf:
        return
    items = lxml_html.fromstring(paper.html).xpath("//ul[contains(@class, 'guide-ticks')]/li[.//img]")
    drawn = {
        (_words(item.xpath(".//label/span")[0]).partition(" (")[0], item.xpath(".//img/@alt")[0]) for item in items
    }
    pictures = paper.library.pictograms
    walls = [group for group in paper.view.leaf.groups if group.wall]
    expected = {
        (plain(sign.text, "nl"), pictures[sign.picture].alt) for group in walls for sign in group.signs if sign.picture
    }
    assert drawn == {(words.partition(" (")[0], alt) for words, alt in expected}
    assert bool(drawn) == bool(walls)


def _words(item: lxml_html.HtmlElement) -> str:
    return " ".join(item.text_content().replace("\N{NO-BREAK SPACE}", " ").split())


def _said(sign: Sign) -> str:
    return f"{sign.text} ({sign.age})" if sign.age else sign.text


HEAD = 44
"""Points from the top of a page, above all that the leaf itself says."""
URGENCIES = {"emergency": "Emergency", "now": "Now", "today": "Today"}


def test_a_page_on_which_signs_go_on_says_whose_they_are_and_how_urgent(paper: Paper) -> None:
    """Who holds one page of a leaf must not take the next label on it for theirs."""
    if not paper.is_leaf:
        return
    words, code = paper.library.edition.words.gettext, paper.library.edition.code
    went_on = 0
    for page in pymupdf.open(stream=paper.pdf):
        head = page.get_text(clip=(0, 0, page.rect.width, HEAD))
        signs, labels = [], []
        for group in paper.view.leaf.groups:
            for level, blocks in group.by_urgency():
                urgency = words(URGENCIES[level.urgency])
                labels += [found.y0 for found in page.search_for(f"{urgency} {plain(level.act, code)[:9]}")]
                for _, block in blocks:
                    for sign in block:
                        found = [one.y0 for one in page.search_for(plain(sign.text, code)[:30]) if one.y0 > HEAD]
                        signs += [(y, group.title, urgency) for y in found]
        first = min((y for y, *_ in signs), default=None)
        if first is not None and not any(label <= first for label in labels):
            went_on += 1
            assert any(title in head and urgency in head for y, title, urgency in signs if y == first), page.number
    assert went_on or paper.kind == "leaf", "in large print some list is always longer than a page"
