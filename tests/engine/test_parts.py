"""The contract between templates and all that reads what they made: `data-part`, never a class."""

from __future__ import annotations

import re
from pathlib import Path

from kit import ROOT
from tas.bundles.epub_text import chapter
from tas.bundles.html_tree import element
from tas.bundles.site_folder import Page

GENERATOR = ROOT / "generator/tas"
README = (GENERATOR / "templates/README.md").read_text(encoding="utf-8")
TABLE = README[README.index("| `data-part` |") :].split("\n\n")[0]
CONTRACT = {name for line in TABLE.splitlines()[2:] for name in re.findall(r"`([a-z-]+)`", line.split("|")[1])}


def test_the_templates_emit_what_the_contract_names(tiny_site: Path) -> None:
    made = {
        name
        for file in tiny_site.rglob("index.html")
        for name in re.findall(r'data-part="([a-z-]+)"', file.read_text())
    }
    assert CONTRACT and made >= CONTRACT


def test_bundles_hang_on_no_class() -> None:
    for file in (GENERATOR / "bundles").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "@class" not in text and 'get("class")' not in text, file.name
        assert set(re.findall(r"@data-part='([a-z-]+)'", text)) <= CONTRACT


def test_a_second_class_does_not_print_the_answers_of_a_book(tiny_site: Path) -> None:
    html = (tiny_site / "quizzes/small/index.html").read_text(encoding="utf-8")
    for name in ("item", "options", "rows", "answer"):
        html = html.replace(f'class="{name}"', f'class="{name} more"')
    made = chapter(Page("quizzes/small/", html.encode()), "x", lambda page, href: href, lambda name: element("p", name))
    assert len(made.answers) == html.count('data-part="answer"') > 0
    assert not [one for one in made.body.iter() if "rationale" in (one.get("class") or "")]
    assert [one for one in made.body.iter("ol") if one.get("type") == "A"]
