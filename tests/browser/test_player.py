"""Every quiz of both editions is taken to its end by keyboard alone, one item at a time, and nothing jumps or is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import serve
from player import SET_UP, Reader
from playwright.sync_api import Page, expect

KINDS = ("tiny", "quizzes/kinds/")
FIT = ("tiny", "quizzes/fit/")
CHECK = ("tiny", "duties/visit/")
pytestmark = pytest.mark.browser
LINES_OF_WORDS = """all => all.flatMap(({firstChild: text}) => [...text.data.matchAll(/\\S+/g)].map(({0: word, index}) => {
  const range = document.createRange();
  range.setStart(text, index);
  range.setEnd(text, index + word.length);
  return [word, new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size];
}))"""

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
)
ROWS = """() => [...document.querySelectorAll('[data-part=item]:not([hidden]) :is(.option, .row, .order > li)')]
  .filter(e => e.classList.contains('is-on') || !e.matches('.option')).slice(0, 1).map(e => Math.round(e.getBoundingClientRect().top + scrollY))"""
IN_VIEW = """() => { const box = document.querySelector('[data-part=item]:not([hidden]) .feedback').getBoundingClientRect(), foot = document.querySelector('.stage-foot').getBoundingClientRect();
  return box.top < foot.top - 20 && box.bottom > 0 && foot.bottom <= innerHeight + 1; }"""


def result(page: Page) -> str:
    return page.locator("[data-part=result]").inner_text()


def complaints(page: Page) -> list[str]:
    return [line for line in page.watched.complaints if "404" not in line]  # type: ignore[attr-defined]


def tap(page: Page, item: str = "") -> None:
    """What a finger does on whatever item is shown, then "Check" or "Next"."""
    shown = page.locator("[data-part=item]:visible")
    for chips in shown.locator(".chips").all():
        chips.locator(".chip").first.click()
    if shown.locator(".option").count():
        shown.locator(".option").first.click()
    for field in shown.locator("input[type=text]").all():
        field.fill("3")
    page.locator(".stage-foot .go").click()


@pytest.mark.parametrize("size", ["phone"])
def test_a_quiz_is_taken_to_its_end_by_keyboard_and_nothing_jumps(knowledge_quiz, size: str, open_quiz) -> None:
    page = open_quiz(knowledge_quiz, size=size)
    reader = Reader(page)
    reader.press("begin")
    while reader.screen == "item":
        item = reader.current
        if item.scored:
            reader.answer(item, "wrong")
            before = page.evaluate(ROWS)
            told = reader.check()
            assert page.evaluate(ROWS) == before, (item.id, "the chosen row stays where it was")
            assert page.evaluate(IN_VIEW), (item.id, "verdict and why are in view")
            assert len(told) > 40, "why, and what is right"
            page.wait_for_timeout(310)
        reader.go()
    scored = [item for item in reader.items if item.scored]
    assert reader.words["score"].format(right=0, total=len(scored)) in result(page)
    assert page.locator("[data-part=missed] li").count() > 0
    assert page.locator(".dots .dot:visible").count() == len(reader.items)
    assert complaints(page) == []


def test_everything_right_is_told_so(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    for item, told in reader.all_items("right"):
        assert told.startswith((reader.words["right"], *reader.words["grades"][2:])), item.id
    assert reader.words["all-right"] in result(page)
    assert page.locator("[data-part=missed]").is_hidden()


@pytest.mark.parametrize("way", ["right", "wrong"])
def test_a_mirror_is_taken_to_its_picture_by_keyboard(profile_quiz, way: str, open_quiz) -> None:
    page = open_quiz(profile_quiz)
    reader = Reader(page)
    reader.press("begin")
    while reader.screen in ("item", "break"):
        if reader.screen == "item" and reader.current.scored:
            at = reader.current
            reader.answer(at, way)
            page.wait_for_timeout(20)
            assert reader.current is at, "keys choose and never move on"
        reader.go()
    assert reader.screen == "end"
    flowers = page.locator(".mirror-track").evaluate_all("all => all.map(one => one.dataset.band)")
    assert set(flowers) == {"high" if way == "right" else "low"}
    assert len(flowers) == page.locator(".subscale").count()
    page.locator(".mirror-details > summary").click()
    assert all(page.locator(".subscale h4").nth(at).is_visible() for at in range(len(flowers))), (
        "each side is explained"
    )
    assert "%" not in result(page) and page.locator("[data-part=ask] li").count() > 0
    assert page.evaluate("localStorage.length") == 0, "do not keep is the first choice"
    assert complaints(page) == []


def test_a_mirror_moves_on_by_touch_can_be_undone_and_told_not_to(open_quiz) -> None:
    page = open_quiz(FIT)
    reader = Reader(page)
    page.locator("[data-do=begin]").click()
    page.locator(".stage-foot .go").click()
    first = reader.current
    page.locator(".option:visible").nth(2).click()
    page.wait_for_function(
        "id => document.querySelector('[data-part=item]:not([hidden])').dataset.item !== id", arg=first.id
    )
    page.locator(".stage-verdict button").click()
    assert reader.current is first and page.locator(".option.is-on:visible").count() == 1
    page.locator(".stage-bar button").last.click()
    page.locator("[data-part=auto]").uncheck(force=True)
    page.locator("[data-do=begin]").click()
    at = reader.current
    page.locator(".option:visible").nth(1).click()
    page.wait_for_timeout(700)
    assert reader.current is at


def test_with_reduced_motion_a_mirror_never_moves_on(open_quiz) -> None:
    page = open_quiz(FIT, reduced_motion="reduce")
    reader = Reader(page)
    assert page.locator(".quiz-auto").is_hidden()
    page.locator("[data-do=begin]").click()
    page.locator(".stage-foot .go").click()
    at = reader.current
    page.locator(".option:visible").nth(1).click()
    page.wait_for_timeout(700)
    assert reader.current is at


def test_back_goes_item_by_item_and_a_reload_stays(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    page.locator("[data-do=begin]").click()
    first = reader.current
    tap(page)
    page.wait_for_timeout(310)
    page.locator(".stage-foot .go").click()
    second = reader.current
    assert second is not first
    page.reload()
    reader = Reader(page)
    assert reader.current.id == second.id
    page.go_back()
    expect(page.locator("[data-part=item]:visible")).to_have_attribute("data-item", first.id)
    assert page.locator(".feedback:visible").count() == 1, "as it was told"
    page.go_back()
    expect(page.locator("[data-part=start]")).to_be_visible()
    assert "#" not in page.url


def test_it_goes_on_where_one_was_and_both_editions_share_it(open_quiz) -> None:
    page = open_quiz(KINDS)
    page.wait_for_selector("tas-quiz.is-ready")
    page.locator("[data-do=begin]").click()
    tap(page)
    page.goto(page.url.replace("/quizzes/", "/nl/quizzes/"))
    reader = Reader(page)
    begin = page.locator("[data-do=begin]")
    assert begin.inner_text() == reader.words["resume"].format(n=2)
    begin.click()
    assert reader.current is reader.items[1]


YESTERDAY = {"mode": "test", "round": 2, "keep": False}
"""As the site kept it before the player: no `auto`, no `done`."""


def test_progress_of_readers_who_used_the_site_before_is_kept(open_quiz) -> None:
    page = open_quiz(KINDS)
    page.wait_for_selector("tas-quiz.is-ready")
    items = page.locator("[data-part=item]").evaluate_all(
        "all => all.map(f => [`${f.dataset.item}:${f.dataset.hash}`, JSON.parse(f.dataset.scoring)])"
    )
    answers = {
        name: {
            "response": scoring.get("key", ["x"])[:1] if scoring["kind"] == "number" else scoring.get("key", ["x"]),
            "checked": scoring["kind"] != "open",
        }
        for name, scoring in items
        if "mapping" not in scoring
    }
    kept = {"answers": answers, "quizzes": {"kinds": YESTERDAY}}
    page.evaluate("kept => localStorage.setItem('tas:progress', JSON.stringify(kept))", kept)
    page.reload()
    reader = Reader(page)
    rest = [item for item in reader.items if item.scored and item.scoring.get("mapping")]
    begin = page.locator("[data-do=begin]")
    if rest:
        assert begin.inner_text() == reader.words["resume"].format(n=reader.items.index(rest[0]) + 1)
    else:
        assert begin.is_hidden() and page.locator("[data-part=start] [data-do=see]").is_visible()
    told = page.locator('[data-part=item][data-state="right"]').count()
    assert told == len([item for item in reader.items if item.scored]) - len(rest)


def test_a_test_tells_nothing_before_it_is_handed_in(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    reader.tab_until(lambda at: at["name"].endswith("-mode"))
    page.keyboard.press("ArrowDown")
    reader.press("begin")
    last = [item for item in reader.items if item.scored][-1]
    while reader.screen == "item":
        if reader.current.scored and reader.current is not last:
            reader.answer(reader.current, "right")
        assert page.locator(".feedback").count() == 0
        reader.go()
    assert reader.screen == "review"
    assert page.locator('.dot[data-status="open"]').count() == 1
    page.get_by_role("button", name=reader.words["hand-in"]).press("Enter")
    scored = [item for item in reader.items if item.scored]
    assert reader.words["score"].format(right=len(scored) - 1, total=len(scored)) in result(page)
    expect(page.locator("[data-part=result] h2")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_only_what_was_wrong_is_tried_again(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    ways = iter(["right", "wrong"] * 20)
    reader.press("begin")
    while reader.screen == "item":
        if reader.current.scored:
            reader.answer(reader.current, next(ways))
            reader.check()
            page.wait_for_timeout(310)
        reader.go()
    wrong = page.locator('[data-part=item][data-state="wrong"]').count()
    reader.press("retry")
    assert page.locator(".segments i").count() == wrong
    assert page.locator('[data-part=item][data-state="wrong"]').count() == 0
    assert reader.screen == "item" and not page.locator(".feedback:visible").count()


def test_an_option_that_is_pinned_keeps_its_place_and_others_change(open_quiz) -> None:
    page = open_quiz(KINDS)
    Reader(page)
    page.evaluate(SET_UP)
    seen = set()
    for _ in range(5):
        values = page.eval_on_selector_all('[data-item="one-of-three"] input', "all => all.map(i => i.value)")
        assert values[-1] == "c"
        seen.add(tuple(values))
        page.evaluate("document.querySelector('[data-do=again]').click()")
    assert len(seen) > 1


def test_answers_that_are_not_kept_last_until_the_tab_is_closed(open_quiz) -> None:
    page = open_quiz(FIT)
    reader = Reader(page)
    reader.press("begin")
    reader.go()
    reader.answer(reader.current, "right")
    page.reload()
    Reader(page)
    assert page.locator("[data-part=item] input:checked").count() == 1
    assert page.evaluate("localStorage.length") == 0
    page.evaluate("document.querySelector('[data-part=keep] [value=yes]').click()")
    assert page.evaluate("localStorage.getItem('tas:progress')").count("patience-1") == 1
    page.evaluate("document.querySelector('[data-part=keep] [value=no]').click()")
    assert page.evaluate("localStorage.length") == 0


def answered(page: Page, step: str) -> None:
    """Every item at once; `step` says which option (n: the number of the item)."""
    page.evaluate(SET_UP)
    page.evaluate(
        f"document.querySelectorAll('[data-part=item]').forEach((f, n) => {{ const all = f.querySelectorAll('.option input'); if (all.length) all[{step} % all.length].click(); }})"
    )
    page.evaluate("document.querySelector('[data-part=start] [data-do=again]').hidden = false")
    page.evaluate("document.querySelector('tas-quiz').player.end()")


def test_answers_all_alike_get_a_note_above_the_picture(open_quiz) -> None:
    page = open_quiz(FIT)
    Reader(page)
    answered(page, "2")
    assert page.locator("[data-notice=alike]").is_visible() and page.locator(".mirror").is_visible()


@pytest.mark.parametrize("size", ["phone", "laptop"])
def test_each_word_of_the_axis_stands_over_its_flowers(size: str, open_quiz) -> None:
    page = open_quiz(FIT, size=size)
    Reader(page)
    answered(page, "2")
    words = [one.bounding_box() for one in page.locator(".mirror-axis > *").all()]
    assert len({word["y"] for word in words}) == 1
    for band, word in zip(("high", "middle", "low"), words[1:], strict=True):
        for flower in page.locator(f'.mirror-track[data-band="{band}"] svg').all():
            box = flower.bounding_box()
            assert abs(box["x"] + box["width"] / 2 - word["x"] - word["width"] / 2) < 20, band


@pytest.mark.parametrize(("size", "most"), [("laptop", 800 - 61), ("phone", 2 * 740)])
@pytest.mark.parametrize("step", ["n", "(n * 7 + 1)"])
def test_a_mirror_with_its_buttons_is_one_screen_of_a_laptop_and_two_of_a_phone(
    step: str, size: str, most: int, profile_quiz, open_quiz
) -> None:
    page = open_quiz(profile_quiz, size=size)
    Reader(page)
    answered(page, step)
    head, buttons = page.locator(".mirror-head").bounding_box(), page.locator(".mirror .quiz-go").bounding_box()
    assert buttons["y"] + buttons["height"] - head["y"] <= most, "below a header of 61 px"
    assert all(box.bounding_box()["height"] >= 24 for box in page.locator(".mirror :is(a, button)").all())
    assert [word for word in page.eval_on_selector_all(".mirror-chart a", LINES_OF_WORDS) if word[1] > 1] == []


def test_a_mirror_on_paper_is_one_sheet_without_buttons(open_quiz, tmp_path: Path) -> None:
    page = open_quiz(FIT)
    Reader(page)
    answered(page, "n")
    page.emulate_media(media="print")
    assert page.locator("[data-part=item]:visible, .quiz button:visible").count() == 0
    assert page.locator(".for-paper").first.is_visible()
    from pypdf import PdfReader

    page.pdf(path=tmp_path / "mirror.pdf", prefer_css_page_size=True)
    assert len(PdfReader(tmp_path / "mirror.pdf").pages) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});",
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
    assert done and reader.words["all-right"] in result(page)


def test_a_strict_policy_holds(tiny_site: Path, open_page) -> None:
    with serve(tiny_site, {"Content-Security-Policy": POLICY}) as base:
        page = open_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto(base + "quizzes/kinds/")
        reader = Reader(page)
        assert [told for _, told in reader.all_items("right")] and reader.words["all-right"] in result(page)
        assert [line for line in said if "Content" in line] == []


def test_without_a_script_a_quiz_is_a_readable_list(any_quiz, open_quiz) -> None:
    page = open_quiz(any_quiz, java_script_enabled=False)
    answers = page.locator("details.answer")
    for at in range(min(answers.count(), 4)):
        answers.nth(at).locator("summary").click()
        assert answers.nth(at).locator(".rationale").first.is_visible()
    assert page.locator("[data-part=start]:visible").count() == 0
    assert page.locator("[data-part=item]:visible").count() == page.locator("[data-part=item]").count() > 0


def test_a_quiz_works_from_a_file(tiny_site: Path, open_page) -> None:
    page = open_page(size="phone")
    page.goto((tiny_site / "quizzes/kinds/index.html").as_uri())
    reader = Reader(page)
    assert [told for _, told in reader.all_items("right")] and reader.words["all-right"] in result(page)


def test_an_item_is_set_up_when_it_is_first_shown_or_printed(open_quiz) -> None:
    page = open_quiz(KINDS)
    Reader(page)
    many = page.locator("[data-part=item] :is(.option, .row)").count()
    assert page.locator(".key, .chips").count() == 0
    page.click("[data-do=begin]")
    assert 0 < page.locator(".key, .chips").count() < many
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".key, .chips").count() == many


def begin_check(page: Page) -> Reader:
    button = page.locator("[data-do=load]")
    button.focus()
    page.keyboard.press("Enter")
    reader = Reader(page)
    assert not button.is_visible() and page.evaluate("document.activeElement.matches('tas-quiz legend')")
    return reader


def test_check_yourself_brings_the_player_when_a_reader_begins(open_quiz) -> None:
    page = open_quiz(CHECK)
    asked = page.watched.requests  # type: ignore[attr-defined]
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/quiz-" in url and url.endswith(".js")]
    assert page.locator("[data-part=item]:visible").count() == 0
    begin_check(page)
    assert len([url for url in asked if "/quiz-" in url and url.endswith(".js")]) == 1
    assert page.locator("[data-part=item]:visible").count() == page.locator("[data-part=item]").count() == 3


def test_what_a_list_keeps_of_its_end_counts_nothing_secret(open_quiz) -> None:
    page = open_quiz(CHECK)
    begin_check(page)
    total = page.evaluate(
        """() => { const quiz = document.querySelector('tas-quiz'), max = () => quiz.done.total;
        for (const item of quiz.items) item.checked = true;
        quiz.refresh(); const all = max(); quiz.done = undefined; quiz.items[0].secret = true;
        quiz.refresh(); return [max(), all]; }"""
    )
    assert 0 < total[0] < total[1]


def test_check_yourself_works_from_a_file_and_under_a_strict_policy(tiny_site: Path, open_page) -> None:
    with serve(tiny_site, {"Content-Security-Policy": POLICY}) as base:
        for place in ((tiny_site / CHECK[1] / "index.html").as_uri(), base + CHECK[1]):
            page = open_page("phone")
            said: list[str] = []
            page.on(
                "console", lambda message, said=said: said.append(message.text) if message.type == "error" else None
            )
            page.goto(place)
            begin_check(page)
            assert [line for line in said if "favicon" not in line] == []


def test_where_the_player_does_not_come_check_yourself_stays_a_readable_list(tiny_url: str, open_page) -> None:
    for page in (open_page(), open_page(java_script_enabled=False)):
        page.route("**/quiz-*.js", lambda route: route.abort())
        page.goto(tiny_url + CHECK[1])
        if page.locator("[data-do=load]").is_visible():
            page.click("[data-do=load]")
        page.locator("details.answer summary").first.click()
        expect(page.locator(".rationale").first).to_be_visible()
        assert page.locator("[data-part=item]:visible").count() == 3
        assert page.locator("[data-do=load]:visible").count() == 0


def test_check_yourself_is_answered_where_it_stands(open_quiz) -> None:
    page = open_quiz(CHECK)
    reader = begin_check(page)
    for item in reader.items:
        reader.answer(item, "wrong")
        reader.tab_until(lambda at, item=item: at["go"] and at["item"] == item.id)
        page.keyboard.press("Enter")
    told = page.locator(".told .outcome").all_inner_texts()
    assert len(told) == 3 and all(reader.words["right"] != line for line in told)
    page.goto(page.url.replace("duties/visit", "quizzes/kinds"))
    Reader(page)
    assert page.locator('[data-part=item][data-state="wrong"]').count() == 3, (
        "progress hangs on the item, not on the page"
    )


@pytest.mark.parametrize("place", [KINDS, FIT], ids=["kinds", "fit"])
def test_every_screen_fits_a_small_phone_and_text_twice_as_large(place, open_quiz) -> None:
    page = open_quiz(place)
    Reader(page)
    over = "() => [...document.querySelectorAll('.quiz *')].filter(e => e.getClientRects().length && !e.closest('.tas-vh, .key, .item-number') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"
    small = "() => [...document.querySelectorAll('.quiz :is(button, label.option, .chip, summary)')].filter(e => e.getClientRects().length && (e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5)).map(e => e.outerHTML.slice(0, 90))"
    count = page.locator("[data-part=item]").count()
    for at in range(-1, count):
        if at >= 0:
            page.evaluate("at => document.querySelector('tas-quiz').player.show(at)", at)
        for width, size in ((320, "100%"), (360, "200%"), (1280, "200%")):
            page.set_viewport_size({"width": width, "height": 640})
            page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            assert page.evaluate(over) == [], (at, width, size)
            assert page.evaluate(small) == [], (at, width, size)


def test_right_and_wrong_are_told_without_colour(open_quiz) -> None:
    page = open_quiz(KINDS, forced_colors="active")
    reader = Reader(page)
    reader.press("begin")
    reader.answer(reader.current, "wrong")
    reader.check()
    said = page.locator('[data-item="one-of-three"] .verdict').all_text_contents()
    assert any(reader.words["best"] in one for one in said) and any(reader.words["yours"] in one for one in said)
    styles = page.eval_on_selector_all(
        '[data-item="one-of-three"] .option[data-state]', "all => all.map(o => getComputedStyle(o).borderTopStyle)"
    )
    assert set(styles) == {"solid", "dashed"}


def test_a_row_that_was_chosen_looks_right_or_wrong_once_it_is_told(open_quiz) -> None:
    page = open_quiz(KINDS)
    reader = Reader(page)
    look = "all => [...new Set(all.map(one => getComputedStyle(one).backgroundColor))]"
    seen: dict[str, set[str]] = {"right": set(), "wrong": set(), "chosen": set()}
    reader.press("begin")
    for at in range(2):
        item = reader.current
        assert item.scoring["kind"] == "choice"
        reader.answer(item, ["wrong", "right"][at])
        seen["chosen"] |= set(page.locator(".option.is-on:visible").evaluate_all(look))
        reader.check()
        for state in ("right", "wrong"):
            seen[state] |= set(page.locator(f".option[data-state={state}]:visible").evaluate_all(look))
        page.wait_for_timeout(310)
        reader.go()
    assert [len(colours) for colours in seen.values()] == [1, 1, 1]
    assert len(set.union(*seen.values())) == 3


def test_nothing_moves(open_quiz) -> None:
    page = open_quiz(KINDS)
    Reader(page)
    moving = "() => [...document.querySelectorAll('.quiz *')].filter(e => { const s = getComputedStyle(e); return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; }).length"
    assert page.evaluate(moving) == 0
    assert page.evaluate("() => tas.words.check")
