"""The same guide gives the same bytes, kept by what went in."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from paper_kit import FORMS, GUIDES, ROOT, Paper, booklet_of, library_of, paper_of
from tas.ground.cache import Cache, key
from tas.paper import EXPORTS
from tas.paper.guide_forms import BOOKLET
from tas.paper.job import Job
from tas.paper.press import press
from tas.problems import ContentError
from tas.read.bag import Bag, read_bag
from tas.read.project import read_project
from tas.render.environment import Renderer


@cache
def bag() -> Bag:
    return read_bag(read_project(ROOT))


OTHER_PROCESS = """
import hashlib, json, sys
sys.path[:0] = sys.argv[1:3]
from paper_kit import job_of, library_of
papers = {"/".join(name): job_of(library_of(name[0]), name[1], name[2]).make() for name in json.loads(sys.argv[3])}
print(json.dumps({name: hashlib.sha256(paper).hexdigest() for name, paper in papers.items()}))
"""
SAMPLE = [*((*GUIDES[0], form) for form in FORMS), *((*guide, "a4") for guide in GUIDES[-1:])]
"""Each form: what could make bytes differ is the code of a form, not the words of a guide."""


def test_two_processes_give_equal_bytes() -> None:
    said = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS, *map(str, Path(__file__).parents[:2]), json.dumps(SAMPLE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta", "LC_ALL": "C"},
    )
    assert json.loads(said.stdout) == {
        "/".join(name): hashlib.sha256(paper_of(*name).pdf).hexdigest() for name in SAMPLE
    }


def test_another_revision_gives_other_bytes(one: Paper) -> None:
    """What the test above compares does change with what it must show."""
    assert one.remade(one.view.guide.reviewed.isoformat(), "2001-01-01").pdf != one.pdf


@pytest.fixture
def jobs() -> dict[str, Job]:
    page = '<html lang="id"><title>Tas</title><h1>Tas</h1><p style="break-before: page">'
    return {name: Job(f"guides/id/{name}.yml", page + name, 2, "{pages} pages, but at most {most}") for name in "abc"}


def test_a_paper_is_made_once(jobs: dict[str, Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def again() -> dict[str, bytes]:
        return press(jobs, cache=Cache(tmp_path), progress=lambda made, all_, name: said.append(f"{made}/{all_}"))

    first = again()
    assert said == ["1/3", "2/3", "3/3"]
    monkeypatch.setattr(
        "tas.paper.press._made", lambda jobs, workers: iter([pytest.fail("rendered again") for _ in jobs])
    )
    assert again() == first
    assert len(said) == 3


def test_one_core_and_several_give_equal_papers(jobs: dict[str, Job], tmp_path: Path) -> None:
    few, many = (
        press(jobs, cache=Cache(tmp_path / str(workers)), progress=lambda *_: None, workers=workers)
        for workers in (1, 2)
    )
    assert few == many


def test_what_is_wrong_is_said_of_all_papers_at_once(jobs: dict[str, Job], tmp_path: Path) -> None:
    bad = {name: replace(job, most=1) for name, job in jobs.items()}
    with pytest.raises(ContentError) as raised:
        press(bad, cache=Cache(tmp_path), progress=lambda *_: None)
    assert str(raised.value).splitlines() == [
        f"guides/id/{name}.yml:1:1: error: 2 pages, but at most 1 (page-budget)" for name in "abc"
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", [lambda kept: b"", lambda kept: kept[:-1], lambda kept: b"x" + kept[1:]])
def test_a_broken_file_counts_as_missing(harm, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep("a", b"first")
    (file,) = tmp_path.iterdir()
    assert cache.find("a") == b"first"
    file.write_bytes(harm(file.read_bytes()))
    assert cache.find("a") is None


def test_where_one_part_ends_is_part_of_the_key() -> None:
    assert key([b"ab", b"c"]) != key([b"a", b"bc"])


def test_a_change_anywhere_is_another_key(one: Paper) -> None:
    keys = {
        Job("a.yml", html, most, "", fields).key for html in ("a", "b") for most in (1, 2) for fields in (True, False)
    }
    assert len(keys) == 8


def test_files_are_named_as_promised() -> None:
    orders = {export.ID: [order.address for order in export.orders(bag(), "/")] for export in EXPORTS}
    for form, suffix in (("pdf", ""), ("large", ".large"), ("booklet", ".booklet"), ("fillable", ".fillable")):
        named = {f"downloads/{code}/guides/{guide_id}{suffix}.pdf" for code, guide_id in GUIDES}
        assert set(orders[f"guide-{form}"]) == named


def test_a_booklet_is_made_the_same_twice(tmp_path: Path) -> None:
    code, guide_id = GUIDES[0]
    job = BOOKLET.job(library_of(code), Renderer(library_of(code).edition), guide_id, paper_of(code, guide_id).url)
    assert job.make() == booklet_of(code, guide_id)


def test_each_export_is_in_the_list() -> None:
    """A module that orders papers is an export; the list names it. Their IDs are different, their addresses too."""
    folder = ROOT / "generator" / "tas" / "paper"
    modules = {file.stem for file in folder.glob("*.py") if "\ndef orders(" in file.read_text("utf-8")}
    listed = {export.__name__.rpartition(".")[2] for export in EXPORTS if isinstance(export, ModuleType)}
    assert modules == listed
    assert len({export.ID for export in EXPORTS}) == len(EXPORTS)
    addresses = [order.address for export in EXPORTS for order in export.orders(bag(), "/")]
    assert len(set(addresses)) == len(addresses)
