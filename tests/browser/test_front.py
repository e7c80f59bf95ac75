"""What stands around the player: search that answers, numbers where there is danger, lists that can be shortened, the way back to a quiz."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
EDITIONS = pytest.mark.parametrize("prefix", ["", "nl/"])
WIDE = "document.documentElement.scrollWidth"


@EDITIONS
def test_an_empty_search_offers_questions_and_a_result_tells_the_page_and_the_sentence(
    prefix: str, bag_url: str, open_page: Open
) -> None:
    page = open_page("phone")
    page.goto(bag_url + prefix)
    page.keyboard.press("/")
    field = page.locator(".tas-search input")
    inside = page.evaluate(
        "(q => q('.tas-search input').offsetWidth / q('.tas-search').clientWidth)(q => document.querySelector(q))"
    )
    assert inside > 0.7, "the field has the width of the dialog, but for the way out of it"
    examples = page.locator(".tas-search__examples button")
    expect(examples).to_have_count(4)
    expect(page.locator(".tas-search__share")).to_be_hidden()
    expect(page.locator(".tas-search__further")).to_be_hidden()
    examples.first.click()
    expect(field).to_be_focused()
    first = page.locator(".tas-result").first
    expect(first.locator("a").first).to_have_attribute("href", re.compile("quizzes/fit/$"))
    expect(page.locator(".tas-search__examples")).to_be_hidden()
    expect(first.locator("a").first).to_contain_text(
        page.request.get(first.locator("a").first.get_attribute("href"))
        .text()
        .partition('name="description" content="')[2]
        .partition('"')[0]
    )
    field.fill("bolehkah cerita masalah klien" if not prefix else "mag ik iets doorvertellen")
    asked = page.locator("mark", has_text=re.compile("cerita|klien|rahasia|vertel", re.IGNORECASE))
    text = page.locator(".tas-result a[data-anchor] .tas-result__text").filter(has=asked).first
    # a sentence as it stands on the page, read once the reader pauses, not the first letters of its section
    expect(text).to_have_text(re.compile(r"^[^…]+[.!?]”?$"))
    heights = page.evaluate("[...document.querySelectorAll('.tas-result')].slice(0, 5).map((one) => one.offsetTop)")
    assert len(heights) == 5 and heights == sorted(heights)
    assert page.evaluate(WIDE) <= 360


@EDITIONS
def test_pages_about_danger_tell_whom_to_call_and_what_fits(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    contacts = f"localStorage.setItem('tas:contacts:{'nl' if prefix else 'id'}', JSON.stringify({{'hospital-emergency': '0274 111', huisarts: '020 222'}}))"
    page.goto(bag_url + prefix + "duties/crisis-intervention/")
    page.evaluate(contacts)
    page.reload()
    card = page.locator(".tas-emergency--page")
    expect(card.locator('a[href="tel:112"]')).to_be_visible()
    expect(card.locator(".tas-emergency__dial").first).to_have_attribute("href", re.compile("^tel:02(74111|0222)$"))
    expect(card.locator(".tas-emergency__foot b").first).to_be_visible()
    page.emulate_media(media="print")
    expect(card).to_be_visible()
    page.evaluate("document.documentElement.dataset.print = 'card', document.querySelector('.tas-sos').open = true")
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator('.tas-sos a[href="tel:112"]')).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(bag_url + prefix + "duties/violence-and-reporting/")
    feet = " ".join(card.locator(".tas-emergency__foot").all_inner_texts())
    assert feet and not re.search("tinggalkan|[Ll]aat haar niet alleen", feet), "whoever stays may be in danger"
    page.goto(bag_url + prefix + "danger-signs/")
    expect(card.locator('a[href="tel:112"]')).to_be_visible()
    expect(card.locator(".tas-emergency__foot")).to_have_count(1)
    page.goto(bag_url + prefix + "duties/home-visits/")
    expect(card).to_have_count(0)


@EDITIONS
def test_the_card_prints_alone(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.add_init_script(
        "window.print = () => { window.printed = document.documentElement.dataset.print; dispatchEvent(new Event('afterprint')); }"
    )
    page.goto(bag_url + prefix)
    page.locator(".tas-sos summary").click()
    page.locator(".tas-emergency__print").click()
    assert page.evaluate("[window.printed, document.documentElement.dataset.print || '']") == ["card", ""]


@EDITIONS
def test_who_does_what_is_told_by_verb_on_a_phone_and_can_show_one(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(bag_url + prefix + "comparison/")
    tasks = page.locator(".tas-verbs li:visible")
    expect(page.locator(".tas-matrix > table")).to_be_hidden()
    everything = tasks.count()
    assert everything > 20
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate(WIDE) <= width
    lines = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.tas-verbs li')].map((one) => one.querySelectorAll('dl > div').length))"
    )
    assert lines <= 3, "a line a verb"
    page.select_option("[data-show-only]", index=2)
    assert 0 < tasks.count() <= everything
    assert (
        page.evaluate(
            "new Set([...document.querySelectorAll('.tas-verbs [data-of]')].filter((one) => one.offsetParent).map((one) => one.dataset.of)).size"
        )
        == 1
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    heads = page.locator(".tas-matrix thead th[data-of]:visible")
    expect(heads).to_have_count(1)
    page.select_option("[data-show-only]", "")
    assert heads.count() > 5
    broken = """[...document.querySelectorAll('.tas-matrix tbody td .tas-level')].filter((one) => one.scrollWidth > one.parentElement.clientWidth + 1).length"""
    assert page.evaluate(broken) == 0, "no word is wider than its column"


BROKEN = """() => [...document.querySelectorAll('.tas-matrix td .tas-level')].filter(e => {
  const range = document.createRange();
  range.selectNodeContents(e);
  return new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top))).size > 1;
}).map(e => e.textContent)"""


@pytest.mark.parametrize("width", [1280, 1920])
@EDITIONS
def test_no_word_of_the_matrix_is_broken(prefix: str, width: int, bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(bag_url + prefix + "comparison/")
    assert page.locator(".tas-matrix td .tas-level:visible").count() > 50
    assert [words for words in page.evaluate(BROKEN) if " " not in words.strip()] == []


@EDITIONS
def test_the_glossary_shows_what_is_typed(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(bag_url + prefix + "glossary/")
    terms = page.locator(".tas-letter dl > div:visible")
    everything = terms.count()
    field = page.locator("[data-filter]")
    field.fill("KLIEN" if not prefix else "client")  # capitals and accents do not matter
    assert 0 < terms.count() < everything
    expect(page.locator(".tas-filter [role=status]")).to_have_text(str(terms.count()))
    field.fill("xqzv")
    expect(terms).to_have_count(0)
    expect(page.locator(".tas-filter [role=status]")).not_to_be_empty()
    field.fill("")
    expect(terms).to_have_count(everything)


@EDITIONS
def test_a_guide_prints_first_and_gives_back_what_was_erased(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(bag_url + prefix + ("visits/newborn-day-3-7/" if not prefix else "visits/after-birth-week-1-2/"))
    tools = page.locator("tas-guide")
    own = tools.locator("[data-contact]").first
    name = own.get_attribute("data-contact")
    order = "(q => q('[data-do=print]').compareDocumentPosition(q('[data-do=erase-visit]')) & 4)(q => document.querySelector(q))"
    assert page.evaluate(order), "printing comes before erasing"
    assert own.evaluate("one => one.offsetWidth") > 200
    own.fill("0812 345")
    same = page.locator(f".guide [data-contact={name}]").first
    expect(same).to_have_value("0812 345")
    tools.locator("[data-do=erase-contacts]").click()
    expect(same).to_have_value("")
    expect(own).to_have_value("")
    tools.locator("[data-do=undo]").click()
    expect(same).to_have_value("0812 345")
    expect(tools.locator("[data-do=undo]")).to_be_hidden()
    box = page.locator(".guide input[type=checkbox]").first
    box.check()
    tools.locator("[data-do=erase-visit]").click()
    expect(box).not_to_be_checked()
    tools.locator("[data-do=undo]").click()
    expect(box).to_be_checked()
    assert page.evaluate(WIDE) <= 360


OLD = """() => { const answers = {}, items = [...document.querySelectorAll('[data-part=item]')].slice(0, 3);
  for (const item of items) answers[`${item.dataset.item}:${item.dataset.hash}`] = {response: [item.querySelector('input').value], checked: true};
  return JSON.stringify({answers, quizzes: {'myth-or-fact': {mode: 'practice', round: 0, keep: false}}}); }"""


@EDITIONS
def test_progress_of_before_the_player_is_gone_on_with(prefix: str, bag_url: str, open_page: Open) -> None:
    """As version 1 kept it: no day, no end, no word of moving on by itself."""
    page = open_page("phone")
    page.goto(bag_url + prefix + "quizzes/myth-or-fact/")
    kept = page.evaluate(OLD)
    page.evaluate("kept => localStorage.setItem('tas:progress', kept)", kept)
    page.reload()
    begin = page.locator("[data-do=begin]")
    expect(begin).to_contain_text("4")
    assert json.loads(page.evaluate("localStorage.getItem('tas:progress')"))["answers"] == json.loads(kept)["answers"]
    page.goto(bag_url + prefix)
    link = page.locator(".tas-go-on a")
    expect(link).to_be_visible()
    link.click()
    begin.click()
    expect(page.locator("[data-part=item]:visible legend")).to_contain_text("4")
    page.evaluate("localStorage.clear()")
    page.goto(bag_url + prefix)
    expect(link).to_be_hidden()


def test_the_way_to_another_language_leads_to_the_nearest_page(bag_url: str, open_page: Open) -> None:
    page = open_page()
    page.goto(bag_url + "comparison/community-health-volunteer/")
    link = page.locator(".tas-editions a")
    expect(link).to_have_attribute("href", re.compile("nl/comparison/$"))
    assert link.get_attribute("title")
    page.goto(bag_url + "comparison/doctor/")
    expect(link).to_have_attribute("href", re.compile("nl/comparison/doctor/$"))


@EDITIONS
def test_offline_begins_with_saving(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(bag_url + prefix + "offline/")
    expect(page.locator("[data-do=save]")).to_be_visible()
    assert page.evaluate(
        "document.querySelector('[data-do=save]').getBoundingClientRect().top < document.querySelector('.tas-form').getBoundingClientRect().top"
    )
    expect(page.locator(".tas-form__qr").first).to_be_hidden()
    page.set_viewport_size({"width": 800, "height": 800})
    expect(page.locator(".tas-form__qr").first).to_be_visible()


@EDITIONS
def test_without_scripts_a_mirror_offers_its_paper_first(prefix: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone", java_script_enabled=False)
    page.goto(bag_url + prefix + "quizzes/fit/")
    first = page.locator("noscript a[download]").first
    expect(first).to_be_visible()
    assert (first.bounding_box() or {})["y"] < (page.locator("tas-quiz").bounding_box() or {})["y"]
