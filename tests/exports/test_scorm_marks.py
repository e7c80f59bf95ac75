"""SCORM packages of a tiny bag: what counts and from which mark on, what the platform keeps, and that text stays text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from chromium import watch
from hostile import HOSTILE, NAME, hostile_site, squeezed
from kit import build_at, copy_tiny
from lms import ANSWER, enter, learner, platform_of, value, wait_for
from playwright.sync_api import Browser, Page
from source import edition
from tas.exports import scorm

ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


def small_site(root: Path) -> Path:
    """`kinds`, nine questions of which are scored, has a mark of 89; in `small`, whose mark is 95, nothing is right or wrong."""
    copy_tiny(root)
    for code in ("id", "nl"):
        kinds, small = (root / f"quizzes/{code}/{name}.yml" for name in ("kinds", "small"))
        kinds.write_text(f"{kinds.read_text(encoding='utf-8')}\npass_mark: 89\n", encoding="utf-8")
        quiz = yaml.safe_load(small.read_text(encoding="utf-8"))
        item = {"type": "reflection", "stem": "When did you last say no?", "learn": "duties/visit#steps"}
        quiz |= {"pass_mark": 95, "reviewed": "2026-11-01"}
        quiz["sections"] = [{"id": "think", "title": "Think", "items": [{"id": "say-no", **item}]}]
        text = yaml.safe_dump(quiz, allow_unicode=True, sort_keys=False).replace("'2026-11-01'", "2026-11-01")
        small.write_text(text, encoding="utf-8")
    return build_at(root, papers=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("marks") / "tiny")


@pytest.fixture(scope="module")
def platform(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, str]]:
    with platform_of(site, tmp_path_factory.mktemp("lms")) as made:
        yield made


@pytest.fixture
def page(platform: tuple[Browser, str]) -> Iterator[Page]:
    with learner(platform) as page:
        yield page


def manifest(file: Path) -> ET.Element:
    with zipfile.ZipFile(file) as package:
        return ET.fromstring(package.read("imsmanifest.xml"))


def test_the_mark_is_that_of_the_quizzes_that_count(site: Path) -> None:
    folder = site / "downloads/id/exports"
    marks = {file.stem: manifest(file).findtext(f".//{ADL}masteryscore") for file in folder.rglob("*.zip")}
    assert marks == {"tas-id-small": None, "tas-id-kinds": "89", "tas-id-scorm": "89"}


def test_the_whole_takes_the_highest_mark_and_counts_what_is_sensitive_only_alone() -> None:
    """As the bridge does (js/exports/scorm.js)."""
    what = edition("nl")
    scored = [quiz for quiz in what.quizzes if not quiz.mirror]
    (mirror,) = [quiz for quiz in what.quizzes if quiz.mirror]
    marked = [replace(quiz, pass_mark=50 + number + 30 * quiz.sensitive) for number, quiz in enumerate(scored)]
    common, sensitive = ([quiz for quiz in marked if quiz.sensitive is secret] for secret in (False, True))

    def mark(*quizzes: object) -> int | None:
        return scorm.whole_mark(replace(what, quizzes=tuple(quizzes)))

    assert common and sensitive
    assert mark(*marked, replace(mirror, pass_mark=100)) == max(quiz.pass_mark for quiz in common)
    assert mark(mirror, *sensitive) == max(quiz.pass_mark for quiz in sensitive)
    assert mark(mirror) is None


@pytest.mark.browser
def test_where_nothing_is_scored_it_is_completed(page: Page) -> None:
    seen = watch(page, page.url.rpartition("/")[0])
    frame = enter(page, "tas-id-small")
    frame.evaluate(f"({ANSWER})('right')")
    page.evaluate("leave()")
    page.wait_for_function("finished === 1")
    assert (value(page, "core.lesson_status"), value(page, "core.score.raw")) == ("completed", "")
    assert seen.complaints == []


@pytest.mark.browser
def test_a_score_just_below_the_mark_is_not_rounded_up_to_it(page: Page) -> None:
    """Eight of nine are 88.9."""
    frame = enter(page, "tas-id-kinds")
    frame.evaluate(f"({ANSWER})('right')")
    wait_for(page, "core.score.raw", "100")
    frame = enter(page, "tas-id-kinds")
    frame.evaluate(
        f"""() => {{ const quiz = document.querySelector('tas-quiz'), item = quiz.items.find((one) => one.scoring.kind === 'text');
        item.check = () => {{}}; ({ANSWER})('right'); delete item.check; item.kind.write(item, ['x']); item.check(); document.body.click(); }}"""
    )
    wait_for(page, "core.score.raw", "88")
    assert value(page, "core.lesson_status") == "failed"


@pytest.mark.browser
def test_what_is_typed_comes_back_letter_by_letter(page: Page) -> None:
    """An exclamation mark ends an answer that was told; one that is typed does not."""
    typed = "wow! a;b,c:d % é !"
    frame = enter(page, "tas-id-kinds")
    item = "document.querySelector('tas-quiz').items.find((item) => item.scoring.kind === 'text')"
    frame.evaluate(
        f"(typed) => {{ const item = {item}; item.setUp(); item.kind.write(item, [typed]); item.changed(); item.check(); document.body.click(); }}",
        typed,
    )
    page.wait_for_function("String(value('cmi.suspend_data')).endsWith('!')")
    frame = enter(page, "tas-id-kinds", page.evaluate("kept()"))
    assert frame.evaluate(f"[{item}.response, {item}.checked]") == [[typed], True]


@pytest.mark.browser
def test_nothing_of_the_mirror_leaves_the_device(page: Page) -> None:
    """Also where its reader keeps it; and that takes nothing away from what other quizzes have told."""
    frame = enter(page, "tas-id-scorm")
    states = []
    for quiz in ("kinds", "fit"):
        frame.evaluate("(quiz) => { location.hash = `quizzes/${quiz}`; }", quiz)
        frame.wait_for_selector(f"tas-quiz[data-quiz={quiz}].is-ready", state="attached")
        frame.evaluate(
            """(quiz) => { const one = document.querySelector(`tas-quiz[data-quiz=${quiz}]`), item = one.items[0];
            item.setUp(); item.kind.write(item, [item.fieldset.querySelector("input[value]").value]); item.changed(); if (one.modes.profile) one.setKeep(true); one.remember(); document.body.click(); }""",
            quiz,
        )
        frame.wait_for_function("(quiz) => JSON.parse(localStorage.getItem('tas:progress')).quizzes[quiz]", arg=quiz)
        frame.wait_for_timeout(200)
        states.append(value(page, "suspend_data"))
    assert states[0] == states[1] and states[0].count(";") == 2 and states[0].split(";")[1].count("p") == 1


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_site(tmp_path_factory.mktemp("hostile")).site.folder


def test_hostile_text_stays_text(hostile: Path) -> None:
    """In the manifest, and in the page that it names: no script but those of the one file."""
    files = sorted((hostile / "downloads/id/exports").rglob("*.zip"))
    assert {file.stem for file in files} == {"tas-id-scorm", "tas-id-kinds", "tas-id-small"}
    for file in files:
        root = manifest(file)
        titles = {squeezed(title.text or "") for title in root.iter(f"{IMS}title")}
        wanted = {"tas-id-small": HOSTILE[0][:60], "tas-id-scorm": NAME}.get(file.stem, "")
        assert all(squeezed(wanted) in title for title in titles) and len(list(root.iter(f"{IMS}item"))) == 1
        assert [child.tag for title in root.iter(f"{IMS}title") for child in title] == []


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Of every light export, packages and table among them."""
    again = small_site(tmp_path / "again")
    first, second = (
        {file.relative_to(one).as_posix(): file.read_bytes() for file in one.glob("downloads/*/exports/**/*") if file.is_file()}
        for one in (site, again)
    )  # fmt: skip
    assert first == second
    assert {name.rpartition(".")[2] for name in first} == {"zip", "csv", "xml", "txt", "apkg", "xlsx"}
