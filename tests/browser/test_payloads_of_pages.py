"""Whatever somebody types into a page, a guide, a training session or a reference file is shown as text, on every output (quizzes: test_payloads.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from chromium import serve, watch
from kit import build_at, copy_tiny, with_offline_page, with_session
from lxml import html
from playwright.sync_api import Page
from pydantic import ValidationError
from tas.bundles import single_file
from tas.check.rules import RULES
from tas.check.texts import NAME_LISTS, NOT_PROSE
from tas.kinds import PAGES, kind_of
from tas.kinds.home import Door, HomePage
from tas.model.guide import Guide
from tas.model.reference import REFERENCE_FILES
from tas.model.session import Session
from tas.paper.papers import ordered
from tas.read.bag import read_bag
from tas.read.parse import _locate
from tas.read.project import read_project

PAYLOADS = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
KINDS = {
    "role": "role/index",
    "duties": "duties/visit",
    "suitability": "suitability/patience",
    "misconceptions": "misconceptions/only-money",
    "visits": "visits/first",
    "training": "training/evening",
}
"""Kind of page -> the one of the tiny bag that is copied for every payload."""
BODY = (
    "{0}\n\n## A {0} {{#a-{1}}}\n\n- {0}\n  - {0}\n\n1. {0}\n\n> {0}\n\n| {0} | b |\n|---|---|\n| {0} | b |\n\n"
    "**{0}** *{0}* `{0}`\n\n[{0}](term:client) [](source:law) [{0}](../duties/visit.md)\n\n[x]({0})\n\n[x](<{0}>)\n\n<{0}>\n\n"
    "![{0}]({0})\n\n[x]: {0}\n\n[x] [{0}][x]\n\n```{0}\n{0}\n```\n\n    {0}\n\n{0} {{ #copies }}\n\nx {{: {0} }}\n\n{0}\n===\n"
)
"""Everywhere in a body."""
PLAIN = {
    ("a", "rel"), ("blockquote",), ("br",), ("code",), ("em",), ("h1",), ("h2",), ("h3",), ("hr",), ("li",), ("ol",), ("ol", "start"),
    ("p",), ("pre",), ("s",), ("strong",), ("table",), ("tbody",), ("td",), ("th",), ("thead",), ("tr",), ("ul",), ("td", "style"),
    ("th", "style"), ("h1", "id"), ("h2", "id"), ("h3", "id"), ("div", "class"), ("div", "tabindex"), ("div",), ("code", "class"),
}  # fmt: skip
"""What Markdown makes, besides what stands in the pages of a harmless bag."""


def leaves(data: Any, path: tuple = ()) -> Iterator[tuple]:
    """The places of all texts that people read."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        names = key in NAME_LISTS and not (isinstance(value, list) and any(isinstance(one, dict) for one in value))
        if key not in NOT_PROSE and not names:
            if isinstance(value, str):
                yield (*path, key)
            yield from leaves(value, (*path, key))


def put(data: Any, path: tuple, value: Any) -> None:
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value


def get(data: Any, path: tuple) -> Any:
    for part in path:
        data = data[part]
    return data


def poisoned(data: dict[str, Any], model: Any, payload: str) -> dict[str, Any]:
    """The payload in every text, as much of it as the field takes; the field's own text where it takes none."""
    made = deepcopy(data)
    for path in leaves(data):
        put(made, path, payload)
    for _ in range(4):
        try:
            model.model_validate(made)
            return made
        except ValidationError as error:
            for detail in error.errors():
                path, _ = _locate(made, detail["loc"])
                most = detail.get("ctx", {}).get("max_length")
                fits = detail["type"] in ("string_too_long", "too_long") and isinstance(most, int)
                put(made, path, payload[:most] if fits else get(data, path))
    model.model_validate(made)
    return made


class ManyDoors(HomePage):
    """The home page of a bag that has a door for each payload."""

    doors: tuple[Door, ...]


@pytest.fixture(scope="module", autouse=True)
def many_doors() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PAGES, "index", replace(kind_of("index"), model=ManyDoors))
        yield


@pytest.fixture(scope="module")
def poisoned_site(many_doors: None, shared: Callable[[str, Callable[[Path], Path]], Path]) -> Path:
    """Every payload in every field of every kind of page; the rules that would refuse them are switched off."""
    return shared("poisoned-pages", build_poisoned)


def build_poisoned(folder: Path) -> Path:
    root = with_session(with_offline_page(copy_tiny(folder)))
    named = []
    for number, payload in enumerate(PAYLOADS):
        guide = yaml.safe_load((root / "guides/id/first.yml").read_text())
        write(root / f"guides/id/p{number}.yml", poisoned(guide, Guide, payload) | {"code": f"P-{number}"})
        session = yaml.safe_load((root / "training/id/evening.yml").read_text())
        write(root / f"training/id/p{number}.yml", poisoned(session, Session, payload))
        for kind, slug in KINDS.items():
            head = yaml.safe_load((root / f"docs/id/{slug}.md").read_text().split("---\n")[1])
            head = poisoned(head, kind_of(slug).model, payload)
            head |= {shown: f"p{number}" for shown in ("guide", "session") if shown in head}
            body = BODY.format(payload, number)
            (root / f"docs/id/{kind}/p{number}.md").write_text(f"---\n{dump(head)}---\n\n{body}")
            named.append(f"{kind}/p{number}")
    home = root / "docs/id/index.md"
    head = yaml.safe_load(home.read_text().split("---\n")[1])
    doors = [door for payload in PAYLOADS for door in poisoned(head, ManyDoors, payload)["doors"][:1]]
    home.write_text(f"---\n{dump(poisoned(head, ManyDoors, PAYLOADS[0]) | {'doors': [*head['doors'], *doors]})}---\n")
    for file in sorted((root / "reference/id").glob("*.yml")):
        if file.stem != "wording":
            write(file, multiplied(yaml.safe_load(file.read_text()), REFERENCE_FILES[file.stem]))
    off = "".join(f"        {rule.ID}: 'off'\n" for rule in RULES)
    config = (root / "mkdocs.yml").read_text().replace("  - tas\n", f"  - tas:\n      levels:\n{off}")
    config = config.replace("site_name: Tiny", "site_name: '<img src=x onerror=alert(1)>\" onload=\"alert(1)'")
    pages = "".join(f"  - {slug}.md\n" for slug in named)
    (root / "mkdocs.yml").write_text(config.replace("  - quizzes/small.md\n", f"  - quizzes/small.md\n{pages}"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(single_file, "LIMIT", 100_000_000)  # one file for all of it, as is read below
        return build_at(root, papers=False)


def multiplied(data: dict[str, Any], model: Any) -> dict[str, Any]:
    """Each entry once as it is, and the first one once for each payload."""
    more: dict[str, list[Any]] = {name: [] for name in data}
    for number, payload in enumerate(PAYLOADS):
        made = poisoned({name: entries[-1:] for name, entries in data.items()}, model, payload)
        for name in data:
            more[name].append(made[name][0] | {"id": f"p{number}"})
    return {name: [*entries, *more[name]] for name, entries in data.items()}


def dump(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"')


def write(file: Path, data: dict[str, Any]) -> None:
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def parts(tree: html.HtmlElement) -> set[tuple[str, ...]]:
    """(element,) and (element, attribute) of a document."""
    found: set[tuple[str, ...]] = set()
    for element in tree.iter():
        if isinstance(element.tag, str):
            found.add((element.tag,))
            found.update((element.tag, name) for name in element.attrib)
    return found


def runs(tree: html.HtmlElement) -> list[str]:
    """Addresses of a scheme that is not ours, and events."""
    found = []
    for element in tree.iter():
        for name, value in element.attrib.items():
            address = "".join(value.split()).lower()
            scheme = address.partition(":")[0] if ":" in address.partition("/")[0] and address[0] != "#" else ""
            foreign = name in ("href", "src", "action", "formaction", "data", "xlink:href") and scheme not in (
                "", "http", "https", "mailto", "tel", "data" if element.tag in ("link", "img") else "",
            )  # fmt: skip
            loads = name in ("src", "srcset", "poster", "data") and ("//" in address and element.tag != "a")
            if name.startswith("on") or name in ("srcdoc", "formaction") or foreign or loads:
                found.append(f"{element.tag} {name}={value[:60]}")
    return found


@pytest.fixture(scope="module")
def harmless(tiny_site: Path, poisoned_site: Path) -> set[tuple[str, ...]]:
    """What stands in the pages of the tiny bag, and in those that it has beside it in the other edition, and what Markdown makes besides."""
    pages = [html.document_fromstring(file.read_bytes()) for file in tiny_site.rglob("*.html")]
    beside = [
        html.document_fromstring((poisoned_site / "nl" / slug / "index.html").read_bytes())
        for slug in ("offline", "trainers", "training/evening")
    ]
    return PLAIN.union(*map(parts, [*pages, *(article for page in beside for article in page.iter("article"))]))


def site_pages(site: Path) -> list[Path]:
    return sorted(set(site.rglob("*.html")) - set((site / "downloads").rglob("*.html")))


def test_every_payload_stands_in_the_pages_as_text(poisoned_site: Path) -> None:
    for kind in KINDS:
        for number in range(len(PAYLOADS)):
            text = html.parse(str(poisoned_site / f"{kind}/p{number}/index.html")).getroot().text_content()
            assert text.count("alert(1)") + text.count("evil") + text.count("msgbox") + text.count("tas-quiz") >= 5 or (
                "{{ config" in text or "javascript" in text
            ), (kind, number)


def test_every_payload_stands_in_a_door_and_among_the_sources(poisoned_site: Path) -> None:
    home = html.parse(str(poisoned_site / "index.html")).getroot()
    sources = html.parse(str(poisoned_site / "sources/index.html")).getroot().text_content()
    assert len(home.find_class("tas-door")) == 3 + len(PAYLOADS)
    assert sum(payload in sources for payload in PAYLOADS) > len(PAYLOADS) / 2


def test_nothing_beyond_the_list_comes_into_a_page(poisoned_site: Path, harmless: set[tuple[str, ...]]) -> None:
    for file in site_pages(poisoned_site):
        tree = html.document_fromstring(file.read_bytes())
        where = file.parent.relative_to(poisoned_site)
        assert parts(tree) - harmless == set(), where
        assert runs(tree) == [], where


@pytest.mark.parametrize("edition", ["id", "nl"])
def test_nor_into_anything_to_take_along(
    edition: str, poisoned_site: Path, tiny_site: Path, harmless: set[tuple[str, ...]]
) -> None:
    downloads = poisoned_site / "downloads" / edition
    single = html.document_fromstring((downloads / f"tas-{edition}.html").read_bytes())
    assert runs(single) == []
    for article in single.iter("article"):
        assert {part[0] for part in parts(article)} - {part[0] for part in harmless} - {"use"} == set()
    with ZipFile(downloads / f"tas-{edition}.epub") as book:
        chapters = [book.read(name) for name in book.namelist() if name.endswith(".xhtml")]
    with ZipFile(downloads / f"tas-{edition}.zip") as packed:
        zipped = [packed.read(name) for name in packed.namelist() if name.endswith(".html")]
    bag = read_bag(read_project(poisoned_site.parent))
    papers = [
        order.job.html.encode() for order in ordered(bag, bag.project.site_url) if f"/{edition}/" in order.address
    ]
    assert len(papers) > (len(PAYLOADS) if edition == "id" else 3)
    for document in (*chapters, *zipped, *papers):
        assert runs(html.document_fromstring(document)) == []
    for document in (*chapters, *papers):
        assert b"<script" not in document


@pytest.mark.parametrize(
    "seed", ["<marquee>x</marquee>", '<p onclick="x">', '<a href="java\tscript:x">', '<img src="//x.example/t.png">']
)
def test_a_seeded_defect_is_seen(seed: str, tiny_site: Path, harmless: set[tuple[str, ...]]) -> None:
    text = (tiny_site / "role/index.html").read_text()
    assert parts(html.document_fromstring(text)) <= harmless and runs(html.document_fromstring(text)) == []
    tree = html.document_fromstring(text.replace("</h1>", f"</h1>{seed}", 1))
    assert parts(tree) - harmless or runs(tree)


@pytest.mark.browser
def test_no_payload_runs(poisoned_site: Path, open_page, thorough: bool) -> None:
    """A page of each kind in eight; in the one file, where no browser saw more in one page than in its neighbours, each payload in one of
    them, and all of them before a release."""
    page: Page = open_page()
    page.add_init_script("window.ran = []; window.alert = window.msgbox = what => window.ran.push(String(what));")
    with serve(poisoned_site) as base:
        seen = watch(page, base)
        some = [f"{kind}/p{number}/" for number in range(0, len(PAYLOADS), 8) for kind in KINDS]
        for address in ["", "glossary/", "sources/", "comparison/", *some]:
            page.goto(base + address, wait_until="load")
            page.evaluate(TOUCH)
            assert page.evaluate("window.ran") == [], address
        page.goto(f"{base}downloads/id/tas-id.html", wait_until="load")
        leaves_ = page.evaluate("[...document.querySelectorAll('.tas-leaf')].map(leaf => leaf.id)")
        assert len(leaves_) > len(KINDS) * len(PAYLOADS)
        for leaf in leaves_ if thorough else leaves_[:: len(KINDS) - 1]:
            page.evaluate("id => { location.hash = '#' + encodeURI(id); }", leaf)
            page.evaluate(TOUCH)
        assert page.evaluate("window.ran") == []
        assert seen.foreign == []


TOUCH = """() => {
  const shown = document.querySelector('.tas-leaf:not([hidden])') || document.querySelector('main');
  shown.querySelectorAll('details').forEach(one => { one.open = true; });
  shown.querySelectorAll('*').forEach(one => {
    for (const kind of ['mouseover', 'focus', 'pointerover']) one.dispatchEvent(new Event(kind, {bubbles: true}));
  });
}"""


@pytest.mark.browser
def test_no_payload_runs_in_the_results_of_the_search(poisoned_site: Path, open_page) -> None:
    page: Page = open_page()
    page.add_init_script("window.ran = []; window.alert = what => window.ran.push(String(what));")
    with serve(poisoned_site) as base:
        seen = watch(page, base)
        page.goto(base, wait_until="load")
        for question in ("alert", "onerror", "<img src=x onerror=alert(1)>", "script", "javascript"):
            page.keyboard.press("/")
            page.get_by_role("combobox").or_(page.get_by_role("searchbox")).first.fill(question)
            page.wait_for_timeout(400)
            strange = "[...document.querySelectorAll('dialog *')].filter(one => /^(img|script|iframe|svg:script)$/i.test(one.tagName)).length"
            assert page.evaluate(strange) == 0
            assert page.evaluate("window.ran") == []
            page.keyboard.press("Escape")
        assert seen.foreign == []
