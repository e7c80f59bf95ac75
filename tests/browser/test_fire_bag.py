"""A bag of another trade, made by the wheel alone, as its readers meet it: British English without misconceptions, and partly in Arabic."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import built
import pytest
from chromium import axe_script, serve, watch
from fire_bag import with_arabic, without_misconceptions
from kit import EPOCH, ROOT
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PAGES = (
    "", "duties/first-visit/", "danger-signs/", "visits/first/", "quizzes/first/", "comparison/",
    "ar/", "ar/duties/first-visit/", "ar/danger-signs/", "ar/visits/first/", "ar/quizzes/first/",
)  # fmt: skip
PLACES = """(words) => {
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode()); ) {
        const at = node.data.indexOf(words);
        if (at < 0 || !node.parentElement.checkVisibility()) continue;
        return [...words].map((_, step) => {
            const range = document.createRange();
            range.setStart(node, at + step);
            range.setEnd(node, at + step + 1);
            return range.getBoundingClientRect().left;
        });
    }
}"""
"""Where on the screen each letter of some words stands, from the left."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, installed into an empty environment (its dependencies lent by this one), used from a folder elsewhere."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)], check=True
    )
    (wheel,) = folder.glob("tas_bag-*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    python = folder / "venv/bin/python"
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)], check=True)
    (lib,) = (folder / "venv/lib").glob("python3*/site-packages")
    (lib / "lent.pth").write_text(sysconfig.get_path("purelib"))
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"SOURCE_DATE_EPOCH": EPOCH}

    def tas(*arguments: str, at: Path) -> str:
        done = subprocess.run(
            [str(python.with_name("tas")), *arguments], cwd=at, env=env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    used = subprocess.run(
        [str(python), "-c", "import tas; print(tas.__path__[0])"], env=env, capture_output=True, text=True
    )
    assert used.stdout.startswith(str(folder))
    tas("new", "bag", "ours", "--edition", "en-GB", "--profession", "Fire-safety adviser", at=folder)
    bag = folder / "ours"
    assert tas("check", at=bag).splitlines() == ["0 errors, 0 warnings"]
    assert tas("help", "sign-twice", at=bag).startswith("A danger sign is typed once")
    tas("schemas", at=bag)
    assert (bag / "schemas/quiz.json").is_file()
    tas("build", "--no-papers", at=bag)
    assert built.broken_links(bag / "site") == []
    with_arabic(without_misconceptions(bag, "en-GB"))
    assert tas("check", at=bag).splitlines() == ["0 errors, 0 warnings"]
    tas("build", "--no-papers", at=bag)
    return bag / "site"


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def test_it_is_whole_and_of_no_other_trade(site: Path) -> None:
    assert built.broken_links(site) == []
    assert {page.tree.get("lang") for page in built.pages(site)} == {"en-GB", "ar"}
    said = " ".join(page.tree.text_content() for page in built.pages(site)).lower()
    assert "fire-safety adviser" in said and "social worker" not in said and "misconception" not in said


@pytest.mark.parametrize("size", ["phone", "laptop"])
def test_every_page_opens_without_a_complaint_and_nothing_leads_sideways(size: str, base: str, open_page: Open) -> None:
    page = open_page(size)
    kept = watch(page, base)
    for address in PAGES:
        page.goto(base + address)
        wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= room, address
        assert page.evaluate("document.documentElement.dir") == ("rtl" if address.startswith("ar/") else "")
    assert kept.complaints == [] and all(url.startswith(base) for url in kept.requests)


@pytest.mark.parametrize("address", ["ar/duties/first-visit/", "ar/visits/first/", "ar/quizzes/first/"])
def test_axe_finds_nothing_in_arabic(address: str, base: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(base + address)
    page.evaluate(axe_script())
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
    assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]] == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ar/duties/first-visit/", "0800-2000"),
        ("ar/duties/first-visit/", "60 °C"),
        ("ar/duties/first-visit/", "2026-11-21"),
    ],
)
def test_a_number_is_read_in_its_order_in_lines_that_run_the_other_way(
    address: str, words: str, base: str, open_page: Open
) -> None:
    page = open_page("phone")
    page.goto(base + address)
    places = page.evaluate(PLACES, words)
    assert places == sorted(places) and len(set(places)) == len(words)
    page.evaluate("document.querySelectorAll('bdi').forEach((one) => one.replaceWith(...one.childNodes))")
    page.evaluate("document.querySelectorAll('.tel').forEach((one) => one.replaceWith(...one.childNodes))")
    page.evaluate("document.querySelector('main').normalize()")
    free = page.evaluate(PLACES, words)
    assert free != sorted(free), "without its element it turns round: the test above can fail"


def test_what_stands_before_a_line_stands_where_it_begins(base: str, open_page: Open) -> None:
    """The number of a step, the box of a line to tick, the bar of a contents list."""
    page = open_page("laptop")
    for address, before, text in (
        ("duties/first-visit/", ".tas-steps li::before", ".tas-steps li"),
        ("visits/first/", ".guide-ticks input", ".guide-ticks label > span"),
    ):
        edges = {}
        for prefix in ("", "ar/"):
            page.goto(base + prefix + address)
            if "::" in before:
                left, right = page.evaluate(
                    "([at]) => { const s = getComputedStyle(document.querySelector(at)); return [s.paddingLeft, s.paddingRight].map(parseFloat); }",
                    [text],
                )
                edges[prefix] = left > right
            else:
                box, words = (page.locator(name).first.bounding_box() for name in (before, text))
                edges[prefix] = box["x"] < words["x"]
        assert edges == {"": True, "ar/": False}, address


def test_the_search_finds_arabic_words(base: str, open_page: Open) -> None:
    page = open_page("phone")
    page.goto(base + "ar/")
    page.keyboard.press("/")
    page.locator(".tas-search input").fill("حريق")
    expect(page.locator(".tas-result a").first).to_have_attribute("href", re.compile("/ar/"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_quiz_is_taken_in_arabic(base: str, open_page: Open) -> None:
    page = open_page("phone")
    kept = watch(page, base)
    page.goto(base + "ar/quizzes/first/")
    page.locator(".quiz button").first.click()
    option = page.locator("[data-part=item]:visible [data-option]").first
    option.click()
    expect(option.locator("input")).to_be_checked()
    room = option.evaluate(
        """(option) => {
            const range = document.createRange(), edge = option.getBoundingClientRect();
            range.selectNodeContents([...option.querySelectorAll("span, label")].find((one) => one.textContent.length > 9) || option);
            const words = range.getBoundingClientRect();
            return [words.left - edge.left, edge.right - words.right];
        }"""
    )
    assert room[1] > 40, "the circle stands right of the words"
    assert kept.complaints == []
