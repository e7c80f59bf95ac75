"""A guide during a visit: boxes, notes and local numbers stay on the device; parts and paper can be chosen; nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from chromium import watch
from pdf_pages import PdfPage, pdf_pages
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GUIDE, OTHER, DUTCH = "visits/newborn-day-3-7/", "visits/newborn-6-48-hours/", "nl/visits/after-birth-week-1-2/"
LOCAL = "[data-contact=puskesmas]"
Open = Callable[..., Page]


@pytest.fixture
def guide(bag_url: str, open_page: Open) -> Page:
    page = open_page("phone")
    page.goto(bag_url + GUIDE)
    return page


def write(page: Page) -> None:
    page.check("[name=before-2]")
    page.check("[name=question-feeding-well][value=no]")
    page.fill("[name=notes]", "two\nlines")
    page.fill("#next-visit", "Monday")


def written(page: Page) -> list:
    return [
        page.is_checked("[name=before-2]"),
        page.is_checked("[name=question-feeding-well][value=no]"),
        page.input_value("[name=notes]"),
        page.input_value("#next-visit"),
    ]


NOTHING = [False, False, "", ""]
ALL = [True, True, "two\nlines", "Monday"]


def test_what_is_written_outlasts_a_reload_and_not_the_tab(guide: Page, bag_url: str) -> None:
    write(guide)
    guide.reload()
    assert written(guide) == ALL
    other_tab = guide.context.new_page()
    other_tab.goto(bag_url + GUIDE)
    assert written(other_tab) == NOTHING


def test_ticks_and_notes_are_erased_at_once_and_numbers_stay(guide: Page) -> None:
    write(guide)
    guide.fill(f".guide-leaf {LOCAL}", "0812 3456")
    guide.click("[data-do=erase-visit]")
    assert written(guide) == NOTHING
    assert guide.input_value(f".guide-leaf {LOCAL}") == "0812 3456"
    assert guide.evaluate("sessionStorage.length") == 0
    assert guide.inner_text("tas-guide [role=status]") == "Sudah dihapus."


def test_a_local_number_is_typed_once_for_every_guide(guide: Page, bag_url: str) -> None:
    guide.fill(f".guide-leaf {LOCAL}", "Bu Sri 0812-3456-789")
    assert guide.input_value(f".guide-family {LOCAL}") == "Bu Sri 0812-3456-789"
    assert guide.get_attribute(".guide-leaf .guide-dial", "href") == "tel:08123456789"
    guide.goto(bag_url + OTHER)
    assert guide.input_value(f".guide-leaf {LOCAL}") == "Bu Sri 0812-3456-789"
    assert "0812-3456-789" in pdf_text(guide)
    guide.click("[data-do=erase-contacts]")
    assert guide.input_value(f".guide-leaf {LOCAL}") == ""
    assert guide.locator(".guide-dial").count() == 0
    assert guide.evaluate("localStorage.getItem('tas:contacts:id')") is None


def test_editions_have_numbers_of_their_own(guide: Page, bag_url: str) -> None:
    guide.fill(f".guide-leaf {LOCAL}", "0812")
    guide.goto(bag_url + DUTCH)
    assert all(
        value == "" for value in guide.locator("[data-contact]").evaluate_all("all => all.map(one => one.value)")
    )


def test_what_is_typed_is_printed_where_it_stands(guide: Page) -> None:
    write(guide)
    said = pdf_text(guide)
    assert "Monday" in said and "two" in said and "lines" in said


def test_parts_are_left_out_but_never_the_danger_signs(guide: Page) -> None:
    full = pages(guide)
    guide.click("tas-guide summary")
    for part in ("notes", "referral-stub", "sources", "family-side", "all-signs", "referral", "explain"):
        guide.uncheck(f"[name=part][value={part}]")
    fewer = pages(guide)
    said = "".join(page.extract_text() for page in fewer)
    assert len(fewer) < len(full)
    assert "Tanda bahaya" in said and "Jelaskan" not in said and "Surat rujukan" not in said
    assert guide.locator("[name=part][value=danger-signs]").count() == 0


def test_a_slip_that_is_left_out_takes_its_back_along(guide: Page) -> None:
    guide.click("tas-guide summary")
    guide.uncheck("[name=part][value=referral]")
    said = pdf_text(guide)
    assert "Surat rujukan" not in said and "gunting di sini" not in said


def test_the_paper_is_remembered_for_the_next_guide(guide: Page, bag_url: str) -> None:
    guide.click("tas-guide summary")
    guide.check("[name=paper][value=large]")
    guide.goto(bag_url + OTHER)
    assert guide.is_checked("[name=paper][value=large]")
    assert max(char["size"] for char in pages(guide)[0].chars) > 30


def test_nothing_leaves_the_device(bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(bag_url + GUIDE, wait_until="networkidle")  # the browser asks for the icon of the page when it likes
    kept = watch(page, bag_url)
    write(page)
    page.fill(f".guide-leaf {LOCAL}", "0812")
    page.click("[data-do=erase-visit]")
    assert kept.requests == [] and kept.complaints == []
    assert page.evaluate("document.cookie") == ""
    assert page.locator("form").filter(has=page.locator(".guide-write")).count() == 0


@pytest.mark.parametrize("broken", ["getItem", "setItem", "window"])
def test_a_broken_store_breaks_nothing(broken: str, bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new Error('no'); } })"
        if broken == "window"
        else f"Storage.prototype.{broken} = function () {{ throw new Error('no'); }}"
    )
    kept = watch(page, bag_url)
    page.goto(bag_url + GUIDE)
    write(page)
    page.fill(f".guide-leaf {LOCAL}", "0812 3456")
    assert written(page) == ALL
    assert page.input_value(f".guide-family {LOCAL}") == "0812 3456"
    if broken != "getItem":
        assert "tidak menyimpan" in page.inner_text("tas-guide [role=status]")
    page.click("[data-do=erase-contacts]")
    assert written(page) == ALL, "erasing numbers leaves the notes alone"
    assert not kept.complaints


def test_what_a_store_holds_that_is_not_ours_is_passed_over(bag_url: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(bag_url + GUIDE)
    for odd in ("null", "[1]", "x", '{"puskesmas": {"a": 1}, "notes": [2]}', '"text"'):
        page.evaluate(
            "odd => { localStorage.setItem('tas:contacts:id', odd); localStorage.setItem('tas:paper', odd); }", odd
        )
        page.reload()
        assert page.is_visible("tas-guide")


def test_without_scripts_boxes_and_lines_work(bag_url: str, open_page: Open) -> None:
    page = open_page("phone", java_script_enabled=False)
    page.goto(bag_url + GUIDE)
    page.check("[name=before-2]")
    page.fill("[name=notes]", "note")
    page.fill(f".guide-leaf {LOCAL}", "0812")
    assert not page.is_visible("tas-guide")


def test_all_of_it_works_from_the_keyboard(guide: Page) -> None:
    guide.focus("[name=paper][value=a4]")
    guide.keyboard.press("ArrowDown")
    assert guide.is_checked("[name=paper][value=large]")
    guide.focus("tas-guide summary")
    guide.keyboard.press("Enter")
    guide.keyboard.press("Tab")
    guide.keyboard.press("Space")
    assert not guide.is_checked("[name=part][value=before-you-go]")
    guide.focus("[name=before-1]")
    guide.keyboard.press("Space")
    assert guide.is_checked("[name=before-1]")


def test_on_a_phone_all_lines_to_write_on_begin_and_end_together(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page("phone")
    page.goto(bag_url + "visits/newborn-day-3-7/")
    fields = page.locator(".guide .guide-field-line > input:visible")
    boxes = [box for box in (field.bounding_box() for field in fields.all()) if box]
    assert len(boxes) > 10
    assert len({(round(box["x"]), round(box["width"])) for box in boxes}) <= 3, "on the page, in a card, in a list"
    for above, below in pairwise(boxes):
        assert below["y"] - above["y"] - above["height"] >= 12


def test_every_control_has_a_name(guide: Page) -> None:
    """Chromium's own accessibility tree: what a screen reader says."""
    guide.click("tas-guide summary")
    session = guide.context.new_cdp_session(guide)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    controls = [
        node for node in nodes if node.get("role", {}).get("value") in ("checkbox", "radio", "textbox", "button")
    ]
    assert len(controls) > 60
    assert [node for node in controls if not node.get("name", {}).get("value", "").strip()] == []


def pages(page: Page) -> list[PdfPage]:
    return pdf_pages(page.pdf(prefer_css_page_size=True))


def pdf_text(page: Page) -> str:
    return "".join(one.extract_text() for one in pages(page))
