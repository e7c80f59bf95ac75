"""The engine serves any bag: its code and its words name no profession, no edition and nobody whom only this bag visits."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from kit import ROOT
from tas.ground.places import PACKAGE
from tas.read.interface_words import used_words

CODE = sorted(
    file
    for pattern in ("**/*.py", "templates/**/*.j2", "templates/**/*.html", "assets/js/**/*.js", "assets/css/**/*.css")
    for file in PACKAGE.glob(pattern)
    if "languages" not in file.parts and "scaffold/bag" not in file.as_posix()
)
PEOPLE = re.compile(
    r"\b(mothers?|midwi\w+|nurses?|doctors?|lawyers?|clinics?|patients?|social work\w*)\b", re.IGNORECASE
)
"""Whom this bag knows and another does not."""
EDITIONS = re.compile(r"""(["'])(id|nl|en|id-ID|nl-NL)\1""")
AS_A_KEY = re.compile(r"""(\bget\(|\bset\(|[\[,(]\s*|getAttribute\()["']id["']|["']id["']\s*(:|\]|,|\))""")
"""`id` is the name of a field too."""
MEANT = {
    ("read/interface_words.py", '"en"'),  # the language of the engine's own words
    ("__main__.py", '"en"'),
    ("read/parse.py", '"en"'),  # what a message gives as an example
    ("read/settings.py", '"en"'),
    ("model/diagram.py", "clinic"),  # the name of a drawing
    ("check/rules/unknown_name.py", '"id"'),  # the name of a field
    ("templates/offline/epub/package.opf.j2", '"id"'),
    ("assets/js/search/question.js", '"en"'),  # letters between the parts of a compound
}


@cache
def professions() -> re.Pattern[str]:
    """Ids and names, from the reference files of this bag."""
    names = {
        name
        for file in ROOT.glob("reference/*/professions.yml")
        for one in yaml.safe_load(file.read_text(encoding="utf-8"))["professions"]
        for name in (one["id"], one["name"], one["id"].replace("-", "_"))
    }
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(names)))})(?![\w-])", re.IGNORECASE)


def spoken(file: Path, text: str) -> str:
    """What runs: without comments and docstrings, whose examples are of some bag."""
    if file.suffix == ".py":
        return ast.unparse(_Undocumented().visit(ast.parse(text)))
    if file.suffix in (".js", ".css"):
        return re.sub(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", "", text, flags=re.DOTALL)
    return re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)


class _Undocumented(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:  # a string that stands alone
        alone = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return ast.Pass() if alone else node


def named(file: Path, text: str) -> list[str]:
    said = spoken(file, text)
    found = [match[0] for pattern in (professions(), PEOPLE) for match in pattern.finditer(said)]
    for line in said.splitlines():
        for match in EDITIONS.finditer(line):
            if not (match[2] == "id" and AS_A_KEY.search(line)):
                found.append(match[0].replace("'", '"'))
    here = file.relative_to(PACKAGE).as_posix()
    return [name for name in found if (here, name) not in MEANT]


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_name(file: Path) -> None:
    assert named(file, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kinds/home.py", 'if profession == "social-worker": pass'),
        ("kinds/home.py", 'own = library.professions["midwife"]'),
        ("kinds/home.py", 'def f():\n    """A midwife."""\n    return edition.code == "nl"'),
        ("kinds/home.py", 'first = edition.code == "id"'),
        ("templates/page/end.html.j2", "{# a nurse #}{{ _('Call the nurse') }}"),
        ("templates/page/end.html.j2", "<p>bidan</p>"),
        ("assets/js/page/age.js", 'if (lang === "nl") run();'),
    ],
)
def test_a_name_is_seen(name: str, text: str) -> None:
    assert len(named(PACKAGE / name, text)) >= 1


def test_no_word_that_readers_meet_is_of_one_trade() -> None:
    assert [word for word in used_words() if any(PEOPLE.search(form) for form in word)] == []
