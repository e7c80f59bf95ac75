"""What `tas new` begins in a bag: whole files in every edition, found by `check` until they are written, and built when they are."""

from __future__ import annotations

import re
from pathlib import Path

import built
import overlay
import pytest
import yaml
from kit import build_at
from tas.__main__ import main
from tas.problems import Refused
from tas.read.bag import read_bag
from tas.read.project import read_project
from tas.scaffold.new_content import new_content
from tas.scaffold.new_edition import new_edition

MADE = (
    ("page", "duties/first-aid"),
    ("page", "role/at-night"),
    ("page", "suitability/courage"),
    ("page", "misconceptions/only-tea"),
    ("page", "comparison/teacher"),
    ("page", "thanks"),
    ("quiz", "at-night"),
    ("guide", "second"),
    ("session", "evening"),
)


def written(root: Path) -> None:
    """As its author would: each text another, none a TODO."""
    for number, file in enumerate(sorted([*root.glob("docs/*/**/*.md"), *root.glob("*/*/*.yml")])):
        lines = file.read_text(encoding="utf-8").split("\n")
        lines = [line.replace("TODO", f"Sentence {number} {at}") for at, line in enumerate(lines)]
        file.write_text("\n".join(lines), encoding="utf-8")


def test_each_is_whole_and_waits_for_its_author(tiny: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tiny)
    for what, name in MADE:
        assert main(["new", what, name]) == 0
    said = capsys.readouterr().out
    assert "written  docs/nl/duties/first-aid.md" in said and "written  guides/id/second.yml" in said
    problems = overlay.problems(tiny)
    assert len([line for line in problems if line.endswith("(unwritten)")]) > 100
    others = [line for line in problems if not line.endswith("(unwritten)")]
    assert not [line for line in others if "error" in line], others
    for what, name in MADE:
        slug = {"quiz": f"quizzes/{name}", "guide": f"visits/{name}", "session": f"training/{name}"}.get(what, name)
        assert (tiny / "mkdocs.yml").read_text().count(f"- {slug}.md\n") == 1
        with pytest.raises(Refused, match="is there already"):
            new_content(read_bag(read_project(tiny)), what, name)
    written(tiny)
    assert not [line for line in overlay.problems(tiny) if ": error: " in line]
    site = build_at(tiny, papers=False)
    assert built.broken_links(site) == []
    assert (site / "nl/visits/second/index.html").is_file() and (site / "duties/first-aid/index.html").is_file()
    assert (site / "nl/training/evening/index.html").is_file()


def test_a_config_from_windows_keeps_its_line_ends(tiny: Path) -> None:
    config = tiny / "mkdocs.yml"
    config.write_bytes(config.read_bytes().replace(b"\n", b"\r\n"))
    lines = config.read_bytes().count(b"\n")
    new_content(read_bag(read_project(tiny)), "page", "role/at-night")
    new_edition(read_bag(read_project(tiny)), "en")
    after = config.read_bytes()
    assert b"role/at-night.md\r\n" in after and b"locale: en\r\n" in after
    assert after.count(b"\r\n") == after.count(b"\n") > lines


def test_what_cannot_be_is_refused_and_nothing_is_written(tiny: Path) -> None:
    before = sorted(file for file in tiny.rglob("*"))
    bag = read_bag(read_project(tiny))
    for what, name, said in (
        ("page", "Duties/First", "small letters"),
        ("page", "../evil", "small letters"),
        ("quiz", "a/b", "small letters"),
        ("page", "quizzes/new", "tas new quiz new"),
        ("page", "duties/visit", "is there already"),
    ):
        with pytest.raises(Refused, match=said):
            new_content(bag, what, name)
    assert sorted(file for file in tiny.rglob("*")) == before


def test_an_edition_begins_with_a_page_behind_one_door(tiny: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tiny)
    assert main(["new", "edition", "en-GB"]) == 0
    assert "`tas words en-GB`" in capsys.readouterr().out
    config = (tiny / "mkdocs.yml").read_text()
    assert yaml.safe_load(config)["plugins"][0]["tas"]["partial"] == ["en-GB"]
    others = [line for line in overlay.problems(tiny) if not line.endswith("(unwritten)")]
    assert not [line for line in others if ": error: " in line], others
    written(tiny)
    site = build_at(tiny, papers=False)
    assert built.Page(site, site / "en-GB/index.html").tree.get("lang") == "en-GB"
    assert main(["status", "--edition", "en-GB"]) == 0
    said = capsys.readouterr().out
    assert "en-GB beside id" in said and re.search(r"to come    \d\d files", said) and "unread" in said
    for code, said in (("en-GB", "already"), ("Dutch", "language code")):
        assert main(["new", "edition", code]) == 2
        assert said in capsys.readouterr().err
