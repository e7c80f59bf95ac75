"""Every kind of page for everybody: axe (WCAG 2.2 AA and best practice), both schemes, phone and laptop; and the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chromium import SCHEMES, SIZES, axe_script
from player import SET_UP
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

KINDS = {
    "home": "",
    "role": "role/",
    "overview": "duties/",
    "duty": "duties/home-visits/",
    "calendar": "role/mother-and-child/",
    "ladder": "duties/working-with-medical-staff/",
    "map": "duties/access-to-care/",
    "day": "role/a-working-day/",
    "trait": "suitability/empathy/",
    "misconception": "misconceptions/only-money/",
    "matrix": "comparison/",
    "comparison": "comparison/midwife/",
    "quiz": "quizzes/myth-or-fact/",
    "visits": "visits/",
    "session": "training/danger-sign/",
    "glossary": "glossary/",
    "sources": "sources/",
    "plain": "about/",
    "not-found": "404.html",
}
GUIDES = {"": "visits/newborn-day-3-7/", "nl/": "visits/after-birth-week-1-2/"}
ALIKE = {
    "role", "overview", "calendar", "ladder", "map", "day", "trait", "misconception", "visits", "sources", "plain",
}  # fmt: skip
"""Kinds whose pages differ between the editions in nothing but words: the second edition need not be looked at again."""
PLACES = [
    *KINDS.values(),
    GUIDES[""],
    *(f"nl/{place}" for kind, place in KINDS.items() if kind not in ALIKE),
    f"nl/{GUIDES['nl/']}",
]


ALL = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
PLACED = ALL | {"rules": {"color-contrast": {"enabled": False}}}
ONCE = {("phone", "light"): ALL, ("laptop", "light"): PLACED, ("laptop", "dark"): COLOURS}
"""A scheme changes colours and nothing else, a size changes no colour."""
EACH = {(size, scheme): COLOURS if scheme == "dark" else ALL for size in SIZES for scheme in SCHEMES}


def axe(page: Page, rules: dict[str, Any] = ALL) -> list[str]:
    """`rule: target` for each violation of these rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
    result = page.evaluate("rules => axe.run(document, {...rules, resultTypes: ['violations']})", rules)
    return [f"{violation['id']}: {node['target']}" for violation in result["violations"] for node in violation["nodes"]]


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(place: str, bag_url: str, open_page: Callable[..., Page], thorough: bool) -> None:
    """Colours once in each scheme; in every size before a release."""
    page = open_page()
    page.goto(bag_url + place)
    found = []
    for (size, scheme), rules in (EACH if thorough else ONCE).items():
        page.set_viewport_size(SIZES[size])
        page.emulate_media(color_scheme=scheme)
        found += [f"{size} {scheme} {line}" for line in axe(page, rules)]
    assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_the_open_search_and_menu(size: str, bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page(size)
    page.goto(bag_url + "duties/home-visits/")
    page.keyboard.press("/")
    page.keyboard.type("ibu")
    page.wait_for_selector(".tas-search a[href*='/']")
    assert axe(page) == []
    page.keyboard.press("Escape")
    if size == "phone":
        page.click(".tas-menu > summary")
        assert axe(page) == []


def test_axe_sees_a_seeded_defect(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(bag_url)
    page.evaluate(
        "document.querySelector('article, main').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><button></button>')"
    )
    assert {line.partition(":")[0] for line in axe(page)} >= {"image-alt", "button-name"}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_scrolls_sideways_on_a_small_phone(place: str, bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page("phone")
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(bag_url + place)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("place", ["", "duties/home-visits/", "quizzes/myth-or-fact/"])
def test_text_at_twice_its_size_still_fits(place: str, bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page("laptop")
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.goto(bag_url + place)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_letters_alone_at_twice_their_size_push_nothing_aside(
    width: int, bag_url: str, open_page: Callable[..., Page]
) -> None:
    """As browsers do that enlarge the text and leave the layout of a wide screen."""
    page = open_page()
    page.set_viewport_size({"width": width, "height": 800})
    for place in ("", "duties/home-visits/", "comparison/", "comparison/midwife/", "glossary/", "offline/"):
        for prefix in GUIDES:
            page.goto(bag_url + prefix + place)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, prefix + place
            text = page.evaluate("(document.querySelector('.tas-content') || document.body).offsetWidth")
            assert text >= 0.4 * width, prefix + place


PLAY = f"""() => {{
  {SET_UP}
  const quiz = document.querySelector("tas-quiz"), answer = (item, n) => {{
    const all = item.querySelectorAll(".option input"), field = item.querySelector(".entry input");
    if (all.length) all[n % all.length].click();
    if (field) field.value = "3";
    for (const row of item.querySelectorAll("[data-row]")) row.querySelector("input")?.click();
  }};
  document.documentElement.style.fontSize = "200%";
  const wide = [], look = (at) => {{
    for (const one of [document.documentElement, document.querySelector(".segments")])
      if (one.scrollWidth > one.clientWidth) wide.push(`${{at}}: ${{one.scrollWidth}} of ${{one.clientWidth}}`);
  }};
  look("start");
  quiz.querySelector("[data-do=begin]").click();
  look("begun");
  quiz.items.forEach(({{ fieldset }}, n) => {{
    quiz.player.show(n);
    look(`item ${{n}}`);
    answer(fieldset, n);
    if (quiz.items[n].scoring.key) quiz.querySelector(".stage-foot .go").click();
    look(`item ${{n}} answered`);
  }});
  quiz.player.end();
  look(quiz.dataset.screen);
  for (const more of quiz.querySelectorAll("details")) more.open = true;
  look("details");
  return [quiz.dataset.screen, wide];
}}"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("place", ["quizzes/fit/", "quizzes/nutrition-hygiene-immunisation/", "quizzes/duties/"])
def test_letters_alone_at_twice_their_size_push_nothing_aside_in_a_running_quiz(
    place: str, width: int, bag_url: str, open_page: Callable[..., Page]
) -> None:
    """Every item before and after its answer, the end of a quiz, the picture of a mirror."""
    page = open_page()
    page.set_viewport_size({"width": width, "height": 740})
    for prefix in GUIDES:
        page.goto(bag_url + prefix + place)
        page.wait_for_selector("tas-quiz.is-ready")
        assert page.evaluate(PLAY) == ["end", []], prefix


def test_the_home_page_shows_its_sentence_and_three_doors_at_once(bag_url: str, open_page: Callable[..., Page]) -> None:
    for prefix in GUIDES:
        page = open_page("phone")
        page.goto(bag_url + prefix)
        for part in page.query_selector_all("h1, .tas-hero p, .tas-door"):
            box = part.bounding_box()
            assert box and box["y"] + box["height"] <= 640


def walk(page: Page, steps: int = 60) -> list[str]:
    """Press Tab and tell what has the focus, until it comes round."""
    seen: list[str] = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
            const r = e.getBoundingClientRect();
            // the link that fills a card draws its ring around the card
            const ring = [null, '::after'].some(part => getComputedStyle(e, part).outlineStyle !== 'none');
            return [e.tagName.toLowerCase(), e.className || e.id || '', r.width > 0 && r.height > 0, ring].join('|'); }"""
        )
        if told is None:
            break
        seen.append(told)
    return seen


@pytest.mark.parametrize("size", SIZES)
def test_everything_in_the_header_is_reached_by_tab_and_shows_it(
    size: str, bag_url: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(size)
    page.goto(bag_url + "duties/")
    walked = walk(page)
    assert "tas-skip" in walked[0]
    for wanted in ("tas-brand", "tas-search-open", "tas-button"):
        assert any(wanted in step for step in walked), wanted
    hidden = [step for step in walked if step.split("|")[2] != "true" and "tas-skip" not in step]
    assert hidden == []
    assert [step for step in walked if step.split("|")[3] != "true"] == []


def test_the_skip_link_leads_to_the_content(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(bag_url + "duties/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_menu_opens_and_closes_by_keyboard(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page("phone")
    page.goto(bag_url + "duties/")
    page.focus(".tas-menu > summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".tas-menu[open] nav a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tas-menu') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('.tas-menu').open") is False
    assert page.evaluate("document.activeElement.matches('.tas-menu > summary')")


def test_search_opens_finds_and_closes_by_keyboard(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(bag_url + "nl/duties/")
    page.focus(".tas-search-open")
    page.keyboard.press("Enter")
    page.keyboard.type("kraamtranen")
    page.wait_for_selector(".tas-search a[href*='/nl/']")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.tas-search-open')")


def test_a_term_is_explained_where_it_stands(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page("phone")
    page.goto(bag_url + "duties/home-visits/")
    term = page.locator("a.term").first
    term.focus()
    page.keyboard.press("Enter")
    shown = page.locator("[popover]:popover-open, .tas-term[open], [role=note]:visible").first
    shown.wait_for()
    assert len(shown.inner_text()) > 20
    page.keyboard.press("Escape")
    assert term.evaluate("e => e === document.activeElement")


def test_without_scripts_a_page_is_whole(bag_url: str, open_page: Callable[..., Page], bag_site: Path) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(bag_url + "quizzes/myth-or-fact/")
    page.locator("details.answer summary").first.click()
    assert page.locator("details.answer .rationale").first.is_visible()
    page.goto(bag_url + "duties/home-visits/")
    page.locator("a.term").first.click()
    assert "#term-" in page.url


@pytest.mark.parametrize("place", ["", "quizzes/myth-or-fact/", "quizzes/fit/", "visits/newborn-day-3-7/"])
def test_what_is_hidden_does_not_show(place: str, bag_url: str, open_page: Callable[..., Page]) -> None:
    """Whatever a style sheet says of buttons and boxes: `hidden` wins."""
    page = open_page(size="phone")
    page.goto(bag_url + place)
    page.keyboard.press("/")
    page.keyboard.type("xyzzyqwrt")
    page.locator(".tas-search__help").wait_for()
    assert page.locator(".tas-search [hidden]").count() > 0
    shown = "() => [...document.querySelectorAll('[hidden]')].filter(e => e.getClientRects().length).map(e => e.outerHTML.slice(0, 80))"
    assert page.evaluate(shown) == []


def test_one_name_in_the_global_scope(bag_url: str, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto(bag_url + "assets/images/favicon.svg")
    names = "() => Object.getOwnPropertyNames(window)"
    before = set(page.evaluate(names))
    page.goto(bag_url + "quizzes/myth-or-fact/")
    page.keyboard.press("/")
    page.keyboard.type("bayi")
    page.locator(".tas-result").first.wait_for()
    ours = {name for name in set(page.evaluate(names)) - before if not name.startswith(("on", "__"))}
    assert ours == {"tas"}
