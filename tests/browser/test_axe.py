"""axe (WCAG 2.2 AA and best practice) on a quiz untouched, half done and done, in both schemes and both sizes."""

from __future__ import annotations

import pytest
from chromium import SCHEMES, SIZES
from kit import ROOT
from player import Reader
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AXE = (ROOT / "tests/tools/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HALF = """part => { document.querySelectorAll('fieldset.item').forEach((f, n, all) => {
  if (n >= all.length * part) return;
  const options = f.querySelectorAll('.options input'), typed = f.querySelector('input[type=text]'), check = f.querySelector('.check');
  if (options.length && !f.querySelector(':checked')) options[n % options.length].click();
  f.querySelectorAll('select').forEach(s => { s.selectedIndex = 1; });
  if (typed) typed.value = '10';
  if (check) check.click();
  f.querySelectorAll('details').forEach(d => { d.open = true; });
}); document.querySelector('.quiz-store').open = true; }"""


def axe(page: Page) -> list[str]:
    """From the top of the page: what a scroll brings under the fixed header counts for axe as too small to be touched."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    result = page.evaluate(
        "tags => axe.run('.quiz', {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS
    )
    return [f"{violation['id']}: {node['target']}" for violation in result["violations"] for node in violation["nodes"]]


def states(page: Page):
    """Brings the quiz from one state to the next."""
    yield "untouched"
    page.evaluate(HALF, 0.5)
    yield "half done"
    page.evaluate(HALF, 1)
    page.evaluate("document.querySelectorAll('[data-do=finish]').forEach(b => b.click())")
    assert page.locator("[data-part=result]").is_visible()
    yield "done"


@pytest.mark.parametrize("quiz", ["kinds", "fit"])
def test_axe_finds_nothing_on_any_kind_of_item(quiz: str, open_quiz) -> None:
    page = open_quiz(("tiny", f"nl/quizzes/{quiz}/"))
    Reader(page)
    found = []
    for state in states(page):
        for scheme in SCHEMES:
            for size in SIZES.values():
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size(size)
                found += [f"{state}, {scheme}, {size['width']}: {line}" for line in axe(page)]
    assert found == []


def test_axe_finds_nothing_on_the_quizzes_of_the_bag(default_quiz, open_quiz) -> None:
    page = open_quiz(default_quiz, size="phone", scheme="dark")
    Reader(page)
    assert [f"{state}: {line}" for state in states(page) for line in axe(page)] == []


def test_axe_sees_a_seeded_defect(open_quiz) -> None:
    page = open_quiz(("tiny", "quizzes/kinds/"))
    Reader(page)
    page.evaluate("document.querySelector('.quiz legend').remove(); document.querySelector('.quiz select').id = ''")
    assert any("select-name" in line for line in axe(page))
