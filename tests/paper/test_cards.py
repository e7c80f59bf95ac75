"""Cards to cut: exact sizes, backs that lie behind their fronts, and on a mother's card no service that could put her in danger."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import paper_checks as checks
import pypdfium2
import pytest
from lxml import html as lxml_html
from paper_kit import EDITIONS, library_of, shared_cache, the_only_press
from pdf_pages import pdf_pages
from tas.paper import flashcards
from tas.paper.card_sheets import sheets
from tas.paper.job import Job
from tas.paper.press import press
from tas.paper.wallet_cards import WALLET_CARDS, groups_of, safe_contacts
from tas.problems import ContentError
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.text.inline import plain

CODES = [code for code, _ in EDITIONS]
WORKER, MOTHER = "worker", "mother"
CARDS = dict(zip((WORKER, MOTHER), WALLET_CARDS, strict=True))
WALLETS = [(code, name) for code in CODES for card in WALLET_CARDS for name in card.names(library_of(code))]
FLASH = [(code, name) for code in CODES for name in library_of(code).danger_signs]


@cache
def wallet_job(code: str, name: str) -> Job:
    return CARDS[name].job(library_of(code), Renderer(library_of(code).edition), name)


@cache
def flash_job(code: str, name: str) -> Job:
    library = library_of(code)
    return flashcards.job(library, Renderer(library.edition), library.danger_signs[name])


def card_jobs() -> dict[str, Job]:
    jobs = {f"wallet/{code}/{name}": wallet_job(code, name) for code, name in WALLETS}
    return jobs | {f"flash/{code}/{name}": flash_job(code, name) for code, name in FLASH}


@pytest.mark.parametrize("name", WALLETS, ids="/".join)
def test_a_number_stands_once_beside_its_name(name: tuple[str, str]) -> None:
    """Also where a service has its number in its name."""
    lines = lxml_html.fromstring(wallet_job(*name).html).xpath("//li[span[@class='card-number']]")
    said = [(" ".join(line.text_content().split()), line.xpath("string(span)")) for line in lines]
    assert said and all(line.count(number) == 1 and line != number for line, number in said)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    with the_only_press():
        return press(card_jobs(), cache=shared_cache(), progress=lambda *_: None)


def drawn(page) -> list[dict]:
    return [*page.lines, *page.rects, *page.curves]


@pytest.mark.parametrize("name", card_jobs())
def test_cards_have_their_exact_size_and_stay_in_their_lines(name: str, made: dict[str, bytes]) -> None:
    """85 × 55 or 85 × 66 mm in the middle of the sheet; no word crosses a cut line; no ink within 10 mm of an edge."""
    height, rows = (55, 5) if name.startswith("wallet") else (66, 4)
    assert len(made[name]) <= 200_000
    for page in pdf_pages(made[name]):
        cuts_across = [20, 105, 190]
        cuts_down = [11 + height * row for row in range(rows + 1)]
        edges = {round(x / checks.MM) for thing in drawn(page) for x in (thing["x0"], thing["x1"])}
        assert set(cuts_across) <= edges
        levels = {round(y / checks.MM) for thing in drawn(page) for y in (thing["top"], thing["bottom"])}
        assert set(cuts_down) <= levels
        for word in page.extract_words(keep_blank_chars=False):
            if word["x0"] / checks.MM < 18:
                continue  # what is said of the sheet stands beside the cards
            left, right = word["x0"] / checks.MM, word["x1"] / checks.MM
            assert any(one < left and right < two for one, two in ((20, 105), (105, 190))), word["text"]
            top, bottom = word["top"] / checks.MM, word["bottom"] / checks.MM
            assert any(one < top and bottom < one + height for one in cuts_down[:-1]), word["text"]
        ink = checks.ink(page)
        assert min(min(thing["x0"] for thing in ink), min(thing["top"] for thing in ink), page.width - max(thing["x1"] for thing in ink), page.height - max(thing["bottom"] for thing in ink)) >= 10 * checks.MM - 0.2  # fmt: skip
        assert not [char for char in page.chars if char["upright"] and char["size"] < 8.95]


@pytest.mark.parametrize("name", [f"wallet/{code}/{name}" for code, name in WALLETS] + [f"flash/{code}/{name}" for code, name in FLASH[:1]])  # fmt: skip
def test_cards_cost_little_ink(name: str, made: dict[str, bytes]) -> None:
    for page in pypdfium2.PdfDocument(made[name]):
        histogram = page.render(scale=1).to_pil().convert("L").histogram()
        assert sum(histogram[:128]) / sum(histogram) < 0.12


def test_a_sheet_with_a_card_that_grows_is_an_error() -> None:
    job = wallet_job("nl", MOTHER)
    longer = replace(job, html=job.html.replace('<p class="card-note">', '<p class="card-note">' + "lorem ipsum " * 60))
    with pytest.raises(ContentError, match="but its cards fill 2"):
        longer.make()


def test_backs_lie_behind_their_fronts() -> None:
    """Flipped on the long edge, left comes to lie behind right: column by column, also where places stay empty."""
    for front, back in sheets("abcdefghijk", 4):
        assert [row[::-1] for row in front] == back
        assert all(len(row) == 2 for row in (*front, *back)) and len(front) == len(back) == 4
    assert [front for front, _ in sheets("abcdefghijk", 4)][1] == [["i", "j"], ["k", None], [None, None], [None, None]]


@pytest.mark.parametrize(("code", "name"), FLASH)
def test_each_sign_has_a_card_with_its_urgency_behind_it(code: str, name: str) -> None:
    library, document = library_of(code), lxml_html.fromstring(flash_job(code, name).html)
    pages = document.xpath("//div[@class='cards-sheet']")
    assert len(pages) == flash_job(code, name).most
    found = {}
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        for row, behind in zip(front.xpath("div"), back.xpath("div"), strict=True):
            for card, other in zip(row.xpath("div"), behind.xpath("div")[::-1], strict=True):
                words = card.xpath("string(p[contains(@class, 'card-words')])")
                assert bool(words) == bool(other.text_content().strip())
                if words:
                    assert ("is-words" in card.get("class")) == (not card.xpath(".//img | .//svg"))
                    behind_it = checks.squeezed(other.xpath("string(p[@class='card-sign'])"))
                    assert behind_it == checks.squeezed(words), "an age too: what helps a child can hurt a baby"
                    found[behind_it] = other.xpath("string(p[contains(@class, 'card-urgency')]/@class)")
    signs = library.danger_signs[name].signs
    for sign in signs:
        shown = f"{sign.age}: {plain(sign.text, code)}" if sign.age else plain(sign.text, code)
        assert found[checks.squeezed(shown)].endswith(f"is-{sign.urgency}")


def words_on(library: Library) -> list[str]:
    """Names and numbers of the services that a mother's card must not name."""
    telling = [contact for contact in library.contacts.values() if contact.telling]
    return [word for contact in telling for word in (contact.name, contact.number) if word]


@pytest.mark.parametrize("code", CODES)
def test_mothers_card_names_no_service_that_could_endanger_her(code: str) -> None:
    library = library_of(code)
    forbidden = words_on(library)
    assert {"id": "129", "nl": "0800-2000"}[code] in forbidden
    (said,) = {
        " ".join(
            lxml_html.fromstring(wallet_job(code, MOTHER).html).xpath("string(//div[@class='guide cards'])").split()
        )
    }
    named = [word for word in forbidden if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said)]
    assert named == []
    assert not [word for word in library.wording.telling_words if word.casefold() in said.casefold()]
    worker = lxml_html.fromstring(wallet_job(code, WORKER).html).text_content()
    assert any(word in worker for word in forbidden), "the worker's card has them: the words above would be found"


def test_a_telling_contact_never_reaches_the_mothers_card() -> None:
    library = library_of("id")
    groups = groups_of(library)
    first = safe_contacts(library, groups)[0]
    marked = {**library.contacts, first.id: first.model_copy(update={"telling": True})}
    assert first.id not in {contact.id for contact in safe_contacts(replace(library, contacts=marked), groups)}


def test_the_same_cards_twice(made: dict[str, bytes]) -> None:
    assert wallet_job("id", MOTHER).make() == made[f"wallet/id/{MOTHER}"]
