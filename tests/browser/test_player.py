"""Every quiz of both editions is taken to its end by keyboard alone, all right and all wrong, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kit import TINY
from player import Reader
from playwright.sync_api import Page

KINDS = ("tiny", "quizzes/kinds/")
FIT = ("tiny", "quizzes/fit/")
pytestmark = pytest.mark.browser


def requests_after_load(page: Page) -> Callable[[], list[str]]:
    """What the page has asked for since now; its icon a browser fetches when it likes."""
    page.wait_for_load_state("networkidle")
    seen = page.watched.requests  # type: ignore[attr-defined]
    seen.clear()
    return lambda: [url for url in seen if not url.endswith("/favicon.svg")]


def result(page: Page) -> str:
    return page.locator("[data-part=result]").inner_text()


def complaints(page: Page) -> list[str]:
    return [line for line in page.watched.complaints if "404" not in line]  # type: ignore[attr-defined]


@pytest.mark.parametrize("way", ["right", "wrong"])
def test_a_quiz_is_taken_to_its_end_by_keyboard(knowledge_quiz, way: str, open_quiz) -> None:
    page = open_quiz(knowledge_quiz)
    requests = requests_after_load(page)
    reader = Reader(page)
    for item, told in reader.all_items(way):
        outcomes = (
            (reader.words["right"], *reader.words["grades"][2:])
            if way == "right"
            else (reader.words["wrong"], reader.words["grades"][0])
        )
        assert told.startswith(outcomes), (item.id, told)
        assert len(told) > 40, "why, and where to read on"
    scored = [item for item in reader.items if item.scored]
    right = len(scored) if way == "right" else 0
    score = reader.words["score"].format(right=right, total=len(scored))
    assert score in result(page)
    assert reader.said() == reader.words["done"]
    assert page.locator("[data-part=missed] li").count() == len(scored) - right
    assert page.locator("[data-part=all-right]").is_visible() == (way == "right")
    assert requests() == [] and complaints(page) == []


@pytest.mark.parametrize("way", ["right", "wrong"])
def test_a_fit_quiz_is_taken_to_its_profile_by_keyboard(profile_quiz, way: str, open_quiz) -> None:
    page = open_quiz(profile_quiz)
    requests = requests_after_load(page)
    reader = Reader(page)
    for item in reader.items:
        if item.scored:
            reader.answer(item, way)
    reader.press("finish")
    assert page.evaluate("document.activeElement.dataset.part") == "result"
    shown = page.locator(".subscale .band:visible")
    wanted = "high" if way == "right" else "low"
    assert {shown.nth(at).get_attribute("data-band") for at in range(shown.count())} == {wanted}
    assert shown.count() == page.locator(".subscale").count()
    moved = page.locator(f".subscale [data-part={'raised' if way == 'right' else 'lowered'}] li:visible")
    assert moved.count() >= shown.count()
    told = result(page)
    assert "%" not in told
    assert not page.locator(".sums:visible, .count-yourself:visible, .score:visible").count()
    assert page.locator("[data-part=glance] svg").count() == shown.count()
    assert page.locator("[data-part=knowledge] li").count() == sum("key" in item.scoring for item in reader.items)
    assert page.evaluate("Object.keys(localStorage)") == [] or all(
        "tas" not in key for key in page.evaluate("Object.keys(localStorage)")
    )
    assert requests() == [] and complaints(page) == []


def test_a_test_tells_nothing_before_it_is_handed_in(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    reader.tab_until(lambda at: at["name"].endswith("-mode"))
    page.keyboard.press("ArrowDown")
    assert page.locator(".check:visible").count() == 0
    scored = [item for item in reader.items if item.scored]
    for item in scored[:-1]:
        reader.answer(item, "right")
    assert page.locator(".feedback:not(:empty)").count() == 0
    reader.press("finish")
    numbers = page.locator(f'[data-item="{scored[-1].id}"] .item-number').inner_text()
    assert reader.words["missing"].format(numbers=numbers) in reader.said()
    page.keyboard.press("Enter")
    assert reader.words["score"].format(right=len(scored) - 1, total=len(scored)) in result(page)
    assert page.evaluate("document.activeElement.dataset.part") == "result"
    page.reload()
    Reader(page)
    assert reader.words["score"].format(right=len(scored) - 1, total=len(scored)) in result(page)


def test_only_what_was_wrong_is_tried_again_in_another_order(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    first = page.eval_on_selector_all(".options input", "all => all.map(i => i.value)")
    ways = iter(["right", "wrong"] * 20)
    for item in reader.items:
        if item.scored:
            reader.answer(item, next(ways))
            reader.check(item)
    wrong = page.locator('fieldset[data-state="wrong"]').count()
    right = page.locator('fieldset[data-state="right"]').count()
    assert wrong and right
    reader.press("retry")
    assert page.locator('fieldset[data-state="wrong"]').count() == 0
    assert page.locator('fieldset[data-state="right"]').count() == right
    assert reader.where()["item"] is not None, "the focus goes to the first of them"
    assert page.locator("[data-part=result]").is_hidden()
    assert page.eval_on_selector_all(".options input", "all => all.map(i => i.value)") != first


def test_an_option_that_is_pinned_keeps_its_place(open_quiz) -> None:
    page = open_quiz(KINDS)
    Reader(page)
    for _ in range(5):
        values = page.eval_on_selector_all('[data-item="one-of-three"] input', "all => all.map(i => i.value)")
        assert values[-1] == "c"
        page.evaluate("document.querySelector('[data-do=again]').click()")


def test_a_reload_goes_on_where_one_was(default_quiz, open_quiz) -> None:
    page = open_quiz(default_quiz)
    reader = Reader(page)
    profile = page.locator("tas-quiz[data-profile]").count() > 0
    if profile:
        reader.tab_until(lambda at: at["name"].endswith("-keep"))
        page.keyboard.press("ArrowDown")
    half = [item for item in reader.items if item.scored][: max(1, len(reader.items) // 2)]
    for item in half:
        reader.answer(item, "right")
        if not profile:
            reader.check(item)
    before = state(page)
    page.reload()
    Reader(page)
    assert state(page) == before
    assert (
        reader.words["progress"].format(done=len(half), total=sum(item.scored for item in reader.items))
        in page.locator(".quiz-progress").inner_text()
    )


def state(page: Page) -> list:
    """What is answered and what is told, as it is seen."""
    return page.eval_on_selector_all(
        "fieldset.item",
        """all => all.map(f => [f.dataset.item, f.dataset.state || '', Array.from(f.querySelectorAll('input, select, textarea'), i => [i.value, i.checked]),
          Array.from(f.querySelectorAll('.order li'), li => li.dataset.option), (f.querySelector('.feedback') || f).innerText])""",
    )


def test_answers_are_carried_from_one_edition_to_the_other(open_quiz, tmp_path: Path) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    for item in reader.items[:5]:
        reader.answer(item, "right")
        reader.check(item)
    with page.expect_download() as waiting:
        page.locator("details.quiz-store summary").focus()
        page.keyboard.press("Enter")
        reader.press("export")
    waiting.value.save_as(tmp_path / "answers.json")
    states = page.eval_on_selector_all("fieldset.item", "all => all.map(f => f.dataset.state)")
    other = open_quiz(("tiny", "nl/quizzes/kinds/"))
    there = Reader(other)
    assert other.locator("fieldset[data-state]").count() == 0
    other.locator('input[type="file"]').set_input_files(tmp_path / "answers.json")
    other.wait_for_selector("fieldset[data-state]")
    assert other.eval_on_selector_all("fieldset.item", "all => all.map(f => f.dataset.state)") == states
    assert there.said() == there.words["taken"].format(count=5)
    other.locator('input[type="file"]').set_input_files(TINY / "mkdocs.yml")
    other.wait_for_function(f"document.querySelector('.quiz-say').textContent === {there.words['not-ours']!r}")


def test_both_editions_on_one_device_share_what_was_answered(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    reader.answer(reader.items[0], "right")
    reader.check(reader.items[0])
    page.goto(page.url.replace("/quizzes/", "/nl/quizzes/"))
    Reader(page)
    assert page.locator('[data-item="one-of-three"][data-state="right"]').count() == 1


def test_do_not_keep_is_the_first_choice_and_leaves_nothing(open_quiz) -> None:
    page = open_quiz(FIT)
    reader = Reader(page)
    at = reader.tab_until(lambda at: at["name"].endswith("-keep"))
    assert at["value"] == "no" and at["checked"]
    reader.answer(reader.items[0], "right")
    assert page.evaluate("localStorage.length") == 0
    page.evaluate("scrollTo(0, 0)")
    reader.tab_until(lambda at: at["name"].endswith("-keep"), key="Shift+Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("localStorage.getItem('tas:progress')").count("patience-1") == 1
    page.keyboard.press("ArrowUp")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    Reader(page)
    assert page.locator("fieldset.item input:checked").count() == 0


def test_answers_all_alike_get_a_notice_and_no_profile(open_quiz) -> None:
    page = open_quiz(FIT)
    Reader(page)
    page.evaluate("document.querySelectorAll('.options--scale').forEach(o => o.querySelectorAll('input')[2].click())")
    page.evaluate(
        "document.querySelectorAll('fieldset.item').forEach(f => { if (!f.querySelector(':checked')) f.querySelector('input').click(); })"
    )
    page.evaluate("document.querySelector('[data-do=finish]').click()")
    assert page.locator("[data-notice=alike]").is_visible()
    assert not page.locator("[data-part=profile]").is_visible()


def test_answers_given_too_fast_get_a_notice_that_can_be_answered(open_quiz) -> None:
    page = open_quiz(FIT, fast=True)
    Reader(page)
    page.evaluate(
        "document.querySelectorAll('fieldset.item').forEach((f, n) => f.querySelectorAll('input')[n % 2].click())"
    )
    page.evaluate("document.querySelector('[data-do=finish]').click()")
    assert page.locator("[data-notice=fast]").is_visible()
    assert not page.locator("[data-part=profile]").is_visible()
    page.locator("[data-do=anyway]").press("Enter")
    assert page.locator("[data-part=profile]").is_visible()


def test_a_subscale_with_a_missing_answer_has_no_band(open_quiz) -> None:
    page = open_quiz(FIT)
    reader = Reader(page)
    page.evaluate(
        "document.querySelectorAll('fieldset.item').forEach((f, n) => { if (n) f.querySelectorAll('input')[n % 2].click(); })"
    )
    reader.press("finish")
    assert reader.said().startswith(reader.words["missing"].format(numbers="1"))
    page.keyboard.press("Enter")
    assert page.locator('[data-subscale="patience"] .band:visible').count() == 0
    assert page.locator('[data-subscale="patience"] .missing').is_visible()
    assert page.locator('[data-subscale="listening"] .band:visible').count() == 1


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        "Storage.prototype.getItem = () => '{broken';",
    ],
    ids=["forbidden", "full", "broken"],
)
def test_a_store_that_fails_never_breaks_a_quiz(broken: str, open_quiz, open_page) -> None:
    page = open_page()
    page.add_init_script(broken)
    open_quiz(KINDS, page=page)
    reader = Reader(page)
    done = [told for _, told in reader.all_items("right")]
    assert done and reader.words["score"].format(right=len(done), total=len(done)) in result(page)


def test_without_a_script_a_quiz_is_a_readable_list(any_quiz, open_quiz) -> None:
    page = open_quiz(any_quiz, java_script_enabled=False)
    answers = page.locator("details.answer")
    for at in range(min(answers.count(), 4)):
        answers.nth(at).locator("summary").click()
        assert answers.nth(at).locator(".rationale").first.is_visible()
    for hidden in ("finish", "mode", "store"):
        assert page.locator(f"[data-part={hidden}]:visible").count() == 0
    assert page.locator("fieldset.item").count() > 0


def test_a_quiz_works_from_a_file(tiny_site: Path, open_page) -> None:
    page = open_page(size="phone")
    page.goto((tiny_site / "quizzes/kinds/index.html").as_uri())
    reader = Reader(page)
    done = [told for _, told in reader.all_items("right")]
    assert reader.words["score"].format(right=len(done), total=len(done)) in result(page)


def test_several_quizzes_stand_on_one_page(tiny_site: Path, open_page) -> None:
    """As a single-file copy of the site has them."""
    page = open_page()
    page.goto((tiny_site / "quizzes/kinds/index.html").as_uri())
    page.wait_for_selector("tas-quiz.is-ready")
    page.evaluate(
        """() => { const other = document.createElement('div'); other.className = 'quiz';
        other.innerHTML = new DOMParser().parseFromString(window.html, 'text/html').querySelector('.quiz').innerHTML; document.querySelector('.quiz').after(other); }"""
        if page.evaluate(f"window.html = {(tiny_site / 'quizzes/small/index.html').read_text()!r}")
        else ""
    )
    second = 'tas-quiz[data-quiz="small"]'
    reader = Reader(page, second)
    for item, told in reader.all_items("right"):
        assert told.startswith(reader.words["right"]), item.id
    assert page.locator(f"{second} [data-part=result]").is_visible()
    assert page.locator('tas-quiz[data-quiz="kinds"] [data-part=result]').is_hidden()
    assert page.locator('tas-quiz[data-quiz="kinds"] fieldset[data-state]').count() == 0


def test_check_yourself_is_answered_where_it_stands(open_quiz) -> None:
    page = open_quiz(("tiny", "duties/visit/"))
    reader = Reader(page)
    told = [told for _, told in reader.all_items("wrong")]
    assert len(told) == 3 and all(line.startswith(reader.words["wrong"]) for line in told)
    page.goto(page.url.replace("duties/visit", "quizzes/kinds"))
    Reader(page)
    assert page.locator('fieldset[data-state="wrong"]').count() == 3, "progress hangs on the item, not on the page"


@pytest.mark.parametrize("place", [KINDS, FIT], ids=["kinds", "fit"])
def test_a_quiz_fits_a_small_phone_and_text_twice_as_large(place, open_quiz) -> None:
    page = open_quiz(place)
    Reader(page)
    page.evaluate(
        "document.querySelectorAll('fieldset.item').forEach((f, n) => { const i = f.querySelectorAll('.options input'); if (i.length) i[n % 2].click(); const c = f.querySelector('.check'); if (c) c.click(); })"
    )
    page.evaluate("document.querySelectorAll('[data-do=finish]').forEach(b => { b.click(); b.click(); })")
    for width, size in ((320, "100%"), (360, "200%"), (1280, "200%")):
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        over = page.evaluate(
            "() => Array.from(document.querySelectorAll('.quiz *')).filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"
        )
        assert over == [], (width, size)
        small = page.evaluate(
            "() => Array.from(document.querySelectorAll('.quiz button, .quiz label.option, .quiz select, .quiz summary')).filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 90))"
        )
        assert small == [], "targets are 44 px high"


def test_right_and_wrong_are_told_without_colour(open_quiz) -> None:
    page = open_quiz(KINDS, forced_colors="active")
    reader = Reader(page)
    reader.answer(reader.items[0], "wrong")
    reader.check(reader.items[0])
    verdicts = page.locator('[data-item="one-of-three"] .verdict')
    assert sorted(verdicts.all_inner_texts()) == sorted([reader.words["right"], reader.words["wrong"]])
    styles = page.eval_on_selector_all(
        '[data-item="one-of-three"] .option[data-state]', "all => all.map(o => getComputedStyle(o).borderTopStyle)"
    )
    assert set(styles) == {"solid", "dashed"}


def test_nothing_moves(open_quiz) -> None:
    page = open_quiz(KINDS)
    Reader(page)
    moving = "() => Array.from(document.querySelectorAll('.quiz *')).filter(e => { const s = getComputedStyle(e); return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; }).length"
    assert page.evaluate(moving) == 0


def test_the_print_view_of_a_profile_is_the_profile(open_quiz) -> None:
    page = open_quiz(FIT)
    Reader(page)
    page.evaluate(
        "document.querySelectorAll('fieldset.item').forEach((f, n) => f.querySelectorAll('input')[n % 2].click())"
    )
    page.evaluate("document.querySelector('[data-do=finish]').click()")
    page.emulate_media(media="print")
    assert page.locator("fieldset.item:visible, .quiz button:visible").count() == 0
    assert page.locator(".for-paper").is_visible()
    assert page.locator(".subscale .band:visible").count() == 3
