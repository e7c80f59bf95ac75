"""SCORM packages on a learning platform (scorm-again, in Chromium): scores, states, going on; and without a platform nothing changes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import watch
from hostile import squeezed
from lms import ANSWER, enter, learner, platform_of, value, wait_for
from lxml import html
from playwright.sync_api import Browser, Page
from source import EDITIONS, edition
from tas.text.inline import plain
from tiers import a_few

OPEN_ALL = """() => {
    const leaves = [...document.querySelectorAll(".tas-leaf")].filter((leaf) => leaf.id.startsWith("quizzes/"));
    leaves.forEach((leaf, at) => setTimeout(() => { location.hash = leaf.id; }, 150 * at));
    return leaves.length;
}"""
"""Turns to the page of each quiz, one after the other."""
pytestmark = pytest.mark.browser
NAMES = [f"tas-{code}-{quiz.id}" for code in EDITIONS for quiz in edition(code).quizzes if not quiz.mirror]
LINKED = re.compile(r"\s*\[[^\]]*\]\([^)]*\)\s*")
"""Whom to call and which source: a page has them as links."""
WHOLE = [f"tas-{code}-scorm" for code in EDITIONS]


@pytest.fixture(scope="module")
def platform(bag_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, str]]:
    with platform_of(bag_pages, tmp_path_factory.mktemp("lms")) as made:
        yield made


@pytest.fixture
def page(platform: tuple[Browser, str]) -> Iterator[Page]:
    with learner(platform) as page:
        yield page


@pytest.mark.parametrize("name", a_few(NAMES, 8))
def test_all_right_passes_all_wrong_fails_and_a_reload_goes_on(name: str, page: Page) -> None:
    seen = watch(page, page.url.rpartition("/")[0])
    frame = enter(page, name)
    assert (value(page, "core.lesson_status"), value(page, "core.score.raw")) == ("incomplete", "")
    answered = frame.evaluate(f"({ANSWER})('right')")
    assert all(right for _, scored, right in answered if scored)
    wait_for(page, "core.lesson_status", "passed")
    assert value(page, "core.score.raw") == "100"
    saved = page.evaluate("kept()")
    assert len(saved["suspend_data"]) < 4096 and "thoughts" not in saved["suspend_data"]
    page.evaluate("leave()")
    page.wait_for_function("finished === 1")

    sensitive = "mood-and-crisis" in name or "violence" in name
    frame = enter(page, name, {**saved, "core": {**saved["core"], "session_time": "00:00:00"}})
    again = frame.evaluate(
        "document.querySelector('tas-quiz').items.map((item) => [item.id, item.scored, item.checked && item.result.right])"
    )
    assert [right for _, scored, right in again if scored] == [not sensitive] * sum(scored for _, scored, _ in again)
    assert (value(page, "core.lesson_status"), value(page, "core.score.raw")) == ("passed", "100")

    frame = enter(page, name)
    frame.evaluate(f"({ANSWER})('wrong')")
    wait_for(page, "core.lesson_status", "failed")
    assert value(page, "core.score.raw") == "0"
    assert seen.complaints == [] and seen.foreign == []


def test_below_the_mark_it_fails_with_its_score_and_what_is_open_tells_no_score(page: Page) -> None:
    """By hand, as a learner does: the buttons of the player, in practice and as a test."""
    name = "tas-nl-duties"
    frame = enter(page, name)
    frame.evaluate(f"({ANSWER})('right')")
    scored = frame.evaluate("document.querySelector('tas-quiz').items.filter((item) => item.scored).length")
    frame = enter(page, name)
    frame.get_by_role("radio", name="Als toets").check()
    frame.get_by_role("button", name="Begin", exact=True).click()
    frame.locator(".item:visible .option").first.click()
    assert value(page, "core.score.raw") == "" and value(page, "core.lesson_status") == "incomplete"
    wait_for(page, "suspend_data", value(page, "suspend_data"))
    saved = page.evaluate("kept()")
    assert ";0t0;0:" in saved["suspend_data"]
    frame = enter(page, name, saved)
    assert frame.locator("tas-quiz input[value=test]").is_checked()
    frame.evaluate(
        f"""() => {{ ({ANSWER})('right'); const item = document.querySelector('tas-quiz').items.filter((one) => one.scored && one.scoring.kind === 'choice').slice(0, 6);
        for (const one of item) {{ one.reset(0); one.kind.write(one, []); one.show(); }} document.body.click(); }}"""
    )
    right = 100 * (scored - 6) // scored
    wait_for(page, "core.score.raw", str(right))
    assert right < 80 and value(page, "core.lesson_status") == "failed"


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_edition_tells_what_was_answered_and_stays_within_the_room(name: str, page: Page) -> None:
    seen = watch(page, page.url.rpartition("/")[0])
    frame = enter(page, name)
    assert value(page, "core.lesson_status") == "incomplete"
    count = frame.evaluate(OPEN_ALL)
    assert count == len(edition(name[4:6]).quizzes)
    frame.wait_for_function("(count) => document.querySelectorAll('tas-quiz.is-ready').length === count", arg=count)
    frame.evaluate(f"({ANSWER})('right')")
    wait_for(page, "core.lesson_status", "passed")
    saved = page.evaluate("kept()")
    assert 500 < len(saved["suspend_data"]) < 4096
    frame = enter(page, name, saved)
    frame.evaluate("location.hash = 'quizzes/duties'")
    frame.wait_for_selector("tas-quiz.is-ready", state="attached")
    again = frame.evaluate(
        "document.querySelector('tas-quiz.is-ready').items.map((item) => item.checked || !item.scored)"
    )
    assert len(again) > 20 and all(again)
    assert (value(page, "core.lesson_status"), value(page, "core.score.raw")) == ("passed", "100")
    assert seen.complaints == []


def test_without_a_platform_it_works_as_the_one_file_does(platform: tuple[Browser, str]) -> None:
    """At an address of its own, and in a frame that may look at nothing."""
    browser, base = platform
    page = browser.new_page()
    seen = watch(page, base)
    page.goto(f"{base}packages/tas-id-duties/index.html")
    page.evaluate(f"({ANSWER})('right')")
    page.reload()
    assert page.evaluate("document.querySelector('tas-quiz').items.filter((item) => item.checked).length") > 10
    page.set_content(
        f'<iframe sandbox="allow-scripts" style="width:100%;height:500px" src="{base}packages/tas-id-duties/index.html"></iframe>'
    )
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Mulai", exact=True).click()
    frame.locator(".item:visible .option").first.click()
    assert frame.locator(".item:visible input:checked").count() == 1
    assert seen.complaints == []
    page.close()


@pytest.mark.parametrize("code", EDITIONS)
def test_id_key_and_rationale_are_those_of_the_source(code: str, bag_pages: Path) -> None:
    """Of every question, in the package of its quiz and in that of the whole edition."""
    what, folder = edition(code), bag_pages / f"downloads/{code}/exports"
    whole = fieldsets(folder / f"tas-{code}-scorm.zip")
    for quiz in what.quizzes:
        if quiz.mirror:
            continue
        found = fieldsets(folder / f"scorm/tas-{code}-{quiz.id}.zip")
        assert list(found) == [item.interaction.id for item in quiz.items]
        for item in quiz.items:
            it = item.interaction
            for one in (found[it.id], whole[it.id]):
                assert json.loads(one.get("data-scoring", "")) == json.loads(json.dumps(it.scoring))
                told = squeezed(one.text_content())
                for part in (part for why in rationales(it) for part in LINKED.split(why)):
                    assert squeezed(plain(part, code)) in told, (it.id, part)


def rationales(it: Any) -> list[str]:
    parts = (*getattr(it, "options", ()), *getattr(it, "rows", ()), *getattr(it, "mistakes", ()), it)
    return [part.rationale for part in parts if getattr(part, "rationale", "")]


def fieldsets(file: Path) -> dict[str, html.HtmlElement]:
    with zipfile.ZipFile(file) as package:
        tree = html.document_fromstring(package.read("index.html").decode())
    return {one.get("data-item", ""): one for one in tree.iter("fieldset") if one.get("data-item")}


def test_each_package_says_what_it_is(platform: tuple[Browser, str], bag_pages: Path) -> None:
    """The manifest names the file, the version and the mark."""
    ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
    IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
    files = sorted((bag_pages / "downloads").glob("*/exports/**/*.zip"))
    assert sorted(file.stem for file in files) == sorted([*NAMES, *WHOLE])
    for file in files:
        with zipfile.ZipFile(file) as package:
            assert sorted(package.namelist()) == ["imsmanifest.xml", "index.html"]
            root = ET.fromstring(package.read("imsmanifest.xml"))
        assert root.findtext(f".//{IMS}schemaversion") == "1.2"
        assert root.find(f".//{IMS}resource").get(f"{ADL}scormtype") == "sco"  # type: ignore[union-attr]
        assert root.findtext(f".//{ADL}masteryscore") == "80"
