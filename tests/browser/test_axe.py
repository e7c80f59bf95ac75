"""axe (WCAG 2.2 AA and best practice) on a quiz untouched, half done and done, in both schemes and both sizes."""

from __future__ import annotations

import pytest
from chromium import SCHEMES, SIZES, axe_script
from player import Reader
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


RUN = """async tags => {
    // What is hidden breaks no rule, and axe would walk it all the same: nine tenths of a quiz.
    const held = [...document.querySelectorAll('.quiz [hidden]')].filter((one) => !one.parentElement.closest('[hidden]'));
    const places = held.map((one) => { const place = document.createComment(''); one.replaceWith(place); return place; });
    const found = await axe.run('.quiz', {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
    places.forEach((place, at) => place.replaceWith(held[at]));
    return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}`));
}"""


def axe(page: Page) -> list[str]:
    """From the top of the page: what a scroll brings under the fixed header counts for axe as too small to be touched."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    return page.evaluate(RUN, TAGS)


def states(page: Page, every: int = 1):
    """Brings the quiz from one screen to the next: the start, items open and told, the end."""
    yield "start"
    page.locator("[data-do=begin]").click()
    at = 0
    while page.get_attribute("tas-quiz", "data-screen") in ("item", "break", "review"):
        at += 1
        shown = page.get_attribute("tas-quiz", "data-screen")
        if at % every == 0:
            yield f"{shown} {at}"
        if shown == "item":
            fill(page)
        page.locator(".stage-foot .go").click()
        if shown == "item" and page.locator(".feedback:visible").count():
            if at % every == 0:
                yield f"told {at}"
            page.wait_for_timeout(310)
            page.locator(".stage-foot .go").click()
    assert page.locator("[data-part=result]").is_visible()
    yield "end"


def fill(page: Page) -> None:
    """By script, so that nothing moves on by itself."""
    page.evaluate(
        """() => { const f = document.querySelector('[data-part=item]:not([hidden])');
        f.querySelectorAll('.chips').forEach(c => c.querySelector('input').click());
        const options = f.querySelectorAll('.option input'), typed = f.querySelector('.entry input');
        if (options.length && !f.querySelector(':checked')) options[1 % options.length].click();
        if (typed) { typed.value = '10'; typed.dispatchEvent(new Event('input', {bubbles: true})); } }"""
    )


@pytest.mark.parametrize(("quiz", "every"), [("kinds", 1), ("fit", 6)])
def test_axe_finds_nothing_on_any_kind_of_item(quiz: str, every: int, open_quiz) -> None:
    page = open_quiz(("tiny", f"nl/quizzes/{quiz}/"))
    Reader(page)
    found = []
    for state in states(page, every):
        for scheme in SCHEMES:
            for size in SIZES.values():
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(size)
                found += [f"{state}, {scheme}, {size['width']}: {line}" for line in axe(page)]
    assert found == []


def test_axe_finds_nothing_on_the_quizzes_of_the_bag(default_quiz, open_quiz) -> None:
    page = open_quiz(default_quiz, size="phone", scheme="dark")
    Reader(page)
    assert [f"{state}: {line}" for state in states(page, 5) for line in axe(page)] == []


def test_axe_finds_nothing_in_check_yourself(open_quiz) -> None:
    page = open_quiz(("tiny", "nl/duties/visit/"))
    found = axe(page)
    page.click("[data-do=load]")
    Reader(page)
    found += axe(page)
    for item in page.locator("[data-part=item]").all():
        for choice in item.locator(".option, .chips label:first-child").all()[:1]:
            choice.click()
        item.locator(".check").click()
    assert page.locator(".told .outcome").count()
    assert found + axe(page) == []


def test_axe_sees_a_seeded_defect(open_quiz) -> None:
    page = open_quiz(("tiny", "quizzes/kinds/"))
    Reader(page)
    page.locator("[data-do=begin]").click()
    page.evaluate("document.querySelector('.stage-bar button').removeAttribute('aria-label')")
    assert any("button-name" in line for line in axe(page))
