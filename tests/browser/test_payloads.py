"""Whatever somebody types into a text field of a quiz is shown as text: it never runs and never becomes a tag or an address."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from chromium import serve, watch
from kit import ROOT, TINY, build_at, copy_tiny
from lxml import html
from player import SET_UP
from playwright.sync_api import Page
from tas.check.rules import RULES
from tas.paper.job import Job
from tas.paper.quiz_forms import PAPER, QUIZ_FORMS
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.render.environment import Renderer

PAYLOADS = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
TEXTS = {
    "title",
    "intro",
    "stem",
    "text",
    "rationale",
    "if_true",
    "if_false",
    "unit",
    "about",
    "next_step",
    "answer",
    "accepted",
    "think_about",
    "labels",
    "ask",
}
LIMITS = {"unit": 40, "accepted": 40, "labels": 28, "title": 70}
A_QUIZ = 10
"""Payloads that go into one quiz, each with a section of its own."""
ALLOWED_TAGS = {
    "a", "article", "b", "br", "button", "caption", "code", "dd", "details", "div", "dl", "dt", "em", "fieldset", "form", "h2", "h3", "h4", "input", "label", "legend", "li",
    "ol", "option", "p", "path", "rect", "section", "select", "span", "strong", "summary", "sup", "svg", "table", "tas-quiz", "tbody", "td",
    "textarea", "th", "thead", "title", "tr", "ul",
}  # fmt: skip


def test_there_are_at_least_sixty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 60


def poisoned(data: Any, payload: str, key: str = "", *, limit: int = 160) -> Any:
    """The same with the payload in every text field."""
    if isinstance(data, dict):
        limit = 40 if set(data) == {"id", "text"} else 160
        return {
            name: value if name in ("key", "id", "type", "points") else poisoned(value, payload, name, limit=limit)
            for name, value in data.items()
        }
    if isinstance(data, list):
        return [poisoned(one, payload, key, limit=limit) for one in data]
    if key in TEXTS and isinstance(data, str):
        return payload[: LIMITS.get(key, limit)].strip() or "x"
    return data


def knowledge(payloads: list[str]) -> dict[str, Any]:
    """For each payload a section with an item of every type, all its texts the payload."""
    kinds = yaml.safe_load((TINY / "quizzes/kinds.yml").read_text())
    small = yaml.safe_load((TINY / "quizzes/small.yml").read_text())
    items = kinds["sections"][0]["items"] + small["sections"][1]["items"][:1]
    sections = []
    for number, payload in enumerate(payloads):
        numbered = [item | {"id": f"{item['id']}-{number}"} for item in items]
        sections.append(poisoned({"id": f"s{number}", "title": "x", "intro": "x", "items": numbered}, payload))
    drawn = {"id": "drawn", "title": "x", "draw": "scope", "stem": f"{{task}} {payloads[-1]}"}
    return kinds | {"title": payloads[0][:70], "intro": payloads[1], "sections": [*sections, drawn]}


def profile(payloads: list[str]) -> dict[str, Any]:
    """For each payload a scale, a subscale with its bands, and an item, all their texts the payload."""
    fit = yaml.safe_load((TINY / "quizzes/fit.yml").read_text())
    fit["profile"]["subscales"] = [
        poisoned(fit["profile"]["subscales"][0] | {"id": f"sub-{n}"}, payload) for n, payload in enumerate(payloads)
    ]
    fit["profile"]["scales"] = [
        poisoned({"id": f"scale-{n}", "labels": list("abcde")}, payload) for n, payload in enumerate(payloads)
    ]
    fit["profile"]["band_titles"] = dict(zip(("low", "middle", "high"), payloads, strict=False))
    fit["profile"]["neighbours"] = [{"profession": "midwife", "text": payload} for payload in payloads[:6]]
    fit["profile"]["about"] = payloads[0]
    fit["sections"][0]["items"] = [
        {"id": f"likert-{n}", "type": "likert", "stem": payload, "scale": f"scale-{n}", "subscale": f"sub-{n}"}
        for n, payload in enumerate(payloads)
    ]
    fit["sections"][2] = poisoned(fit["sections"][2], payloads[2])
    return fit | {"title": payloads[1][:70], "intro": payloads[3]}


@pytest.fixture(scope="module")
def poisoned_site(shared: Callable[[str, Callable[[Path], Path]], Path]) -> Path:
    """Quizzes in which every payload stands in every kind of field; the rules that would refuse them are switched off."""
    return shared("poisoned", build_poisoned)


def build_poisoned(folder: Path) -> Path:
    root = copy_tiny(folder)
    quizzes = {"all-fit": profile(PAYLOADS)}
    quizzes |= {f"all-{at}": knowledge(PAYLOADS[at : at + A_QUIZ]) for at in range(0, len(PAYLOADS), A_QUIZ)}
    for name, quiz in quizzes.items():
        for edition in ("id", "nl"):
            (root / f"quizzes/{edition}/{name}.yml").write_text(  # JSON is YAML
                json.dumps(quiz, default=str)
            )
            page = (root / f"docs/{edition}/quizzes/kinds.md").read_text().replace("quiz: kinds", f"quiz: {name}")
            (root / f"docs/{edition}/quizzes/{name}.md").write_text(page)
    off = "".join(f"        {rule.ID}: 'off'\n" for rule in RULES)
    pages = "".join(f"  - quizzes/{name}.md\n" for name in quizzes)
    config = (root / "mkdocs.yml").read_text()
    config = config.replace("  - tas\n", f"  - tas:\n      levels:\n{off}")
    (root / "mkdocs.yml").write_text(config.replace("  - quizzes/small.md\n", f"  - quizzes/small.md\n{pages}"))
    return build_at(root, papers=False)


def test_every_payload_stands_in_every_kind_of_field(poisoned_site: Path) -> None:
    """What is searched for below is really there, as text."""
    shown: dict[str, str] = {}
    for file in (poisoned_site / "quizzes").glob("all-*/index.html"):
        tree = html.document_fromstring(file.read_bytes())
        for kind in ("item-stem", "rationale", "option", "band", "step"):
            shown[kind] = shown.get(kind, "") + " ".join(
                one.text_content() for one in tree.xpath(f'//*[@class="{kind}"]')
            )
    for kind, text in shown.items():
        assert text.count("alert(1)") >= 50, (kind, text.count("alert(1)"))


def strange(tree: html.HtmlElement) -> list[str]:
    """Tags that no quiz has, and attributes that could run, anywhere in the page."""
    found = []
    for element in tree.xpath('//div[contains(concat(" ", @class, " "), " quiz ")]//*'):
        if element.tag not in ALLOWED_TAGS:
            found.append(f"<{element.tag}>")
    found += ["<script>"] * len(tree.xpath('//script[not(@src) and not(@type="application/json")] | //article//script'))
    for element in tree.iter():
        for name, value in element.attrib.items():
            address = "".join(value.split()).lower()
            runs = name in ("href", "src", "action", "formaction", "xlink:href", "data") and address.startswith(
                ("javascript:", "data:", "vbscript:")
            )
            if name.startswith("on") or name == "srcdoc" or runs:
                found.append(f"{name}={value[:60]}")
    return found


def test_no_payload_becomes_a_tag_an_event_or_an_address(poisoned_site: Path) -> None:
    for file in set(poisoned_site.rglob("*.html")) - set((poisoned_site / "downloads").rglob("*.html")):
        assert strange(html.document_fromstring(file.read_bytes())) == [], file.parent.name


@pytest.mark.parametrize("edition", ["id", "nl"])
def test_nor_in_any_document(edition: str, poisoned_site: Path) -> None:
    """The single file has scripts and an icon of its own, outside the pages; the book has none; of papers the HTML is what the engine is given."""
    downloads = poisoned_site / "downloads" / edition
    single = html.document_fromstring((downloads / f"tas-{edition}.html").read_bytes())
    assert [one for one in strange(single) if not one.startswith(("<script>", "href=data:image/svg+xml;base64,"))] == []
    assert not single.xpath("//article//script")
    with ZipFile(downloads / f"tas-{edition}.epub") as book:
        chapters = [book.read(name) for name in book.namelist() if name.endswith(".xhtml")]
    papers = [job.html.encode() for job in paper_jobs(poisoned_site.parent, edition)]
    assert len(papers) > 2 * len(PAYLOADS) / A_QUIZ
    for document in (*chapters, *papers):
        assert strange(html.document_fromstring(document)) == []
        assert b"<script" not in document


def paper_jobs(root: Path, edition: str) -> list[Job]:
    library = read_bag(read_project(root)).libraries[edition]
    renderer = Renderer(library.edition)
    return [
        form.job(library, renderer, name, variant="A")
        for name in library.quizzes
        if name.startswith("all-")
        for form in QUIZ_FORMS
        if form is PAPER or not library.quizzes[name].profile
    ]


@pytest.mark.parametrize(
    "seed",
    ["<script>x</script>", "<img src=x>", '<p onclick="x">', '<a href="java\tscript:x">', '</div></div><p onload="x">'],
)
def test_a_seeded_defect_is_seen(seed: str, tiny_site: Path) -> None:
    text = (tiny_site / "quizzes/kinds/index.html").read_text()
    assert strange(html.document_fromstring(text)) == []
    assert strange(
        html.document_fromstring(text.replace('<span class="item-stem">', f'<span class="item-stem">{seed}', 1))
    )


@pytest.mark.browser
def test_no_payload_runs_while_the_quiz_is_answered(poisoned_site: Path, open_page) -> None:
    page: Page = open_page()
    page.add_init_script("window.ran = []; window.alert = window.msgbox = what => window.ran.push(String(what));")
    with serve(poisoned_site) as base:
        seen = watch(page, base)
        for file in sorted((poisoned_site / "quizzes").glob("all-*/index.html")):
            page.goto(base + file.relative_to(poisoned_site).as_posix(), wait_until="load")
            page.wait_for_selector("tas-quiz.is-ready", state="attached")
            page.evaluate(SET_UP)
            page.evaluate(ANSWER_ALL)
            assert page.evaluate("window.ran") == [], file.parent.name
            assert page.evaluate(STRANGE) == [], file.parent.name
        assert seen.foreign == []
        assert [line for line in seen.complaints if "404" not in line and "favicon" not in line] == []


ANSWER_ALL = """() => {
  document.querySelectorAll('.quiz details').forEach(d => { d.open = true; });
  document.querySelectorAll('fieldset.item').forEach(f => {
    const options = f.querySelectorAll('.options input'), typed = f.querySelector('input[type=text], textarea'), check = f.querySelector('.check');
    if (options.length) options[options.length - 1].click();
    f.querySelectorAll('select').forEach(s => { s.selectedIndex = 1; s.dispatchEvent(new Event('change', {bubbles: true})); });
    f.querySelectorAll('.moves button').forEach(b => b.click());
    if (typed) { typed.value = '<img src=x onerror=alert(1)>'; typed.dispatchEvent(new Event('change', {bubbles: true})); }
    if (check) check.click();
  });
  const quiz = document.querySelector('tas-quiz');
  if (quiz.player) {
    quiz.items.forEach((item, at) => quiz.player.show(at));
    if (!quiz.modes.profile) quiz.mode.handIn();
    quiz.player.end();
  }
  document.querySelectorAll('.quiz *').forEach(e => { e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); });
  document.querySelectorAll('.quiz .item-stem, .quiz p').forEach(e => { e.dispatchEvent(new MouseEvent('click', {bubbles: true})); });
}"""

STRANGE = """() => Array.from(document.querySelectorAll('.quiz *')).filter(e =>
  /^(script|img|iframe|object|embed|style|link|base|meta|video|audio|math)$/i.test(e.tagName) ||
  Array.from(e.attributes).some(a => /^on/i.test(a.name) || /^\\s*(javascript|vbscript|data):/i.test(a.name === 'href' || a.name === 'src' ? a.value : ''))
).map(e => e.outerHTML.slice(0, 80))"""


HTML_OF_TEXT = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    'setAttribute("on',
)


@pytest.mark.parametrize("file", sorted((ROOT / "generator/tas/assets/js").rglob("*.js")), ids=lambda file: file.stem)
def test_the_scripts_never_make_html_of_text(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [word for word in HTML_OF_TEXT if word in text] == []
