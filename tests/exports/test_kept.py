"""Exports are kept by all that is in them and by nothing else; what no build uses is gone; what is asked for by hand says what it lacks."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from kit import build_at, copy_tiny
from source import EDITIONS, edition
from tas.bundles.offline import outlines_of
from tas.bundles.site_folder import Site
from tas.exports import FORMATS, handbook, kolibri, xlsform
from tas.exports.grading import enough
from tas.exports.make import left_out, make, refuse_what_is_missing
from tas.exports.missing import Missing
from tas.exports.own import own_exports
from tas.exports.perseus import exercise
from tas.exports.taken import Taken, taken
from tas.exports.told import File, Shelf
from tas.ground.parts import PARTS, Parts
from tas.read.bag import read_bag
from tas.read.project import read_project

MADE = tuple(format_ for format_ in FORMATS if format_ is not handbook)
"""All but the book, which is kept by the HTML that it is made of."""
ALL = {format_.ID for format_ in MADE}
QUESTIONS = {"moodle", "gift", "csv", "anki", "qti", "xlsform", "kolibri"}
"""Those that are made of the content, not of the pages."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny bag with its site."""
    root = copy_tiny(tmp_path_factory.mktemp("kept") / "tiny")
    build_at(root, papers=False)
    return root


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    """The same, of one's own; a site that is there is only read."""
    shutil.copytree(whole, tmp_path / "bag", symlinks=True, ignore=shutil.ignore_patterns("parts"))
    return tmp_path / "bag"


def read(root: Path) -> Taken:
    bag = read_bag(read_project(root))
    outline = outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url)[0]
    return taken(bag.libraries[outline.code], outline, Site(root / "site"))


def anew(root: Path, what: Taken | None = None) -> set[str]:
    """The formats of which something is made, not found."""
    said: list[str] = []
    made = list(make(what or read(root), MADE, root, said.append))
    names = {f"{(what or read(root)).code}/{one.order.name}": one.format.ID for one in made}
    return {names[name] for name in said}


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CHANGES: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "nothing": (lambda root: None, set()),
    "another sentence of a page": (lambda root: edit(root, "docs/id/duties/visit.md", "offers tea", "offers water"), set()),
    "the heading to which a question leads": (
        lambda root: edit(root, "docs/id/role/index.md", "## What it is {", "## What this is {"),
        QUESTIONS,
    ),
    "the description of the edition": (
        lambda root: edit(root, "docs/id/index.md", "A bag for tests.", "A bag for trials."),
        {"zim", "kolibri"},
    ),
    "the icon": (lambda root: edit(root, "site/assets/images/favicon.svg", "</svg>", "<g/></svg>"), {"scorm"}),
    "an interface word": (lambda root: edit(root, "locales/id.po", 'msgstr "Tugas"', 'msgstr "Kerja"'), ALL),
    "the name of the site": (lambda root: edit(root, "mkdocs.yml", "site_name: Tiny", "site_name: Small"), ALL),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_is_made_anew_and_nothing_else(name: str, root: Path) -> None:
    assert anew(root) == ALL
    change, formats = CHANGES[name]
    change(root)
    assert anew(root) == formats
    assert anew(root) == set()


def test_another_index_of_the_search_makes_no_package_of_one_quiz(root: Path) -> None:
    anew(root)
    edit(root, "site/search/index.id.js", "searchIndex", "searchIndex ")
    said: list[str] = []
    list(make(read(root), MADE, root, said.append))
    assert said and not [name for name in said if "/scorm/" in name]


def test_another_engine_makes_all_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file of it has changed: a template, a style and a reader of files count too."""
    anew(root)
    monkeypatch.setattr("tas.bundles.outline.engine", lambda: b"another")
    assert anew(root) == ALL


def test_what_no_build_uses_any_more_is_gone(root: Path) -> None:
    """One generation stays beside that of the last build, for a change that is taken back."""
    for old, new in pairwise(("Three questions.", "Three.", "Some.", "A few.")):
        anew(root)
        edit(root, "quizzes/id/small.yml", old, new)
    anew(root)
    files = {file.name for file in (root / PARTS).glob("exports-*")}
    assert files == {f"exports-id-{command}{end}" for command in ("build", "release", "asked") for end in ("", ".before")}  # fmt: skip
    count = len(list(make(read(root), [one for one in MADE if one.MADE == "build"], root, lambda name: None)))
    assert len(Parts(root / PARTS / "exports-id-build")._before[0].index) == count
    assert not (root / ".cache/exports").exists()


def test_a_mark_is_reached_by_as_many_answers_as_it_asks_for() -> None:
    for count in range(1, 45):
        for mark in range(1, 101):
            least = enough(count, mark)
            assert 100 * least >= mark * count and (least == 1 or 100 * (least - 1) < mark * count)


@pytest.mark.parametrize("code", EDITIONS)
def test_a_quiz_in_kolibri_is_passed_from_its_mark_on(code: str) -> None:
    what = edition(code)
    for _quiz, asked in what.carried(kolibri.carries):
        with zipfile.ZipFile(BytesIO(exercise(what, asked, 77))) as packed:
            index = json.loads(packed.read("exercise.json"))
        assert index["m"] * 100 >= 77 * index["n"] > (index["m"] - 1) * 100
    root = kolibri.tree(what, {}, b"", {})
    (quizzes,) = [node for node in root.children if node.name == "quizzes"]
    marks = {f"quiz:{quiz.id}": quiz.pass_mark for quiz in what.quizzes}
    for node in quizzes.children:
        assert node.mastery * 100 >= marks[node.name] * len(node.items) > (node.mastery - 1) * 100


def test_a_title_that_asks_ends_with_one_sign() -> None:
    outline = edition("nl").outline
    for title, end in (("Werk: 3", "Werk: 3."), ("Past dit bij mij?", "Past dit bij mij?")):
        shelf = Shelf(kolibri, (File("a.zip", "", "downloads/a.zip", 1),), ("Eén", title))
        told = outline.render("exports/told.html.j2", shelves=[shelf], way=lambda address: address)
        assert f"Eén; {end}</p>" in told


# -- by hand -----------------------------------------------------------------------------------------------------------


def by_hand(root: Path, *only: str, quiz: str | None = None) -> tuple[list[str], list[str]]:
    """(files, what was said)"""
    said: list[str] = []
    (root / ".cache/papers").mkdir(exist_ok=True)
    files = own_exports(read_bag(read_project(root)), root, only=only, quiz=quiz, edition="id", say=said.append)
    return [file.relative_to(root / "exports").as_posix() for file in files], said


def test_of_what_cannot_be_carried_no_file_is_written(root: Path) -> None:
    files, said = by_hand(root, "gift", "moodle", "csv", quiz="fit")
    assert files == ["id/tas-id.csv"]
    assert "id: gift has no place for How is this work for you?" in said
    assert {"id: gift has nothing in it for fit, so no file is written", "id: moodle has nothing in it for fit, so no file is written"} <= {*said}  # fmt: skip
    assert by_hand(root, "xlsform", quiz="small") == (
        [],
        ["id: xlsform has nothing in it for small, so no file is written"],
    )


def test_a_channel_by_hand_has_the_guides_and_makes_no_other_copy(root: Path) -> None:
    shutil.rmtree(root / "site")
    files, said = by_hand(root, "kolibri")
    assert files == ["id/tas-id-kolibri.zip"]
    with zipfile.ZipFile(root / "exports" / files[0]) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".sqlite3")]
        (root / "channel.sqlite3").write_bytes(packed.read(name))
        papers = [packed.read(one) for one in packed.namelist() if one.endswith(".pdf")]
    base = sqlite3.connect(root / "channel.sqlite3")
    found = base.execute("SELECT title FROM content_contentnode WHERE kind = 'document' ORDER BY lft").fetchall()
    base.close()
    guide = next(iter(read(root).library.guides.values()))
    assert (f"{guide.code} {guide.title}",) in found and papers[0].startswith(b"%PDF")
    assert not [line for line in said if "downloads/id/tas-id.zip" in line or "downloads/nl" in line]


def test_a_channel_without_the_guides_says_so(whole: Path) -> None:
    """As in a build without papers."""
    what = read(whole)
    guide = next(iter(what.library.guides.values()))
    assert f"{guide.code} {guide.title}" in left_out(kolibri, what)
    assert f"{guide.code} {guide.title}" not in left_out(xlsform, what)


def test_a_missing_package_is_told_before_anything_is_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libzim.writer", None)
    monkeypatch.setattr("tas.exports.own._site", lambda *_: pytest.fail("the pages were made"))
    with pytest.raises(Missing, match=r"zim needs the package libzim; install it with: .*tas-bag\[release\]"):
        by_hand(root, "zim", "csv")
    refuse_what_is_missing(one for one in FORMATS if one.ID != "zim")
