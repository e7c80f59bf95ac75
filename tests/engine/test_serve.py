"""The live preview follows every folder that people write in, shows what is wrong in the page, and recovers."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import media_kit
import pytest
from kit import ROOT, copy_tiny
from tas.read.bag import read_bag
from tas.read.known import Known
from tas.read.library import Library
from tas.read.project import read_project
from tas.site.address import NoAddress, free_address
from tas.site.given import Given
from tas.site.live import BothWays
from tas.site.preview import Pages, Preview
from tas.view.practice import asked_on

PATIENCE = 60


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@contextmanager
def served(root: Path, address: str) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tas", "serve", address],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = copy_tiny(tmp_path / "tiny")
    with served(root, free_port()) as url:
        yield root, url


def wait_for(url: str, words: str) -> str:
    """Read the page until it says `words`."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            text = urllib.request.urlopen(url, timeout=5).read().decode()
        except OSError:
            text = ""
        if words in text or words in re.sub(r"<[^>]+>", "", text):
            return text
        time.sleep(0.3)
    raise AssertionError(f"{url} never said {words!r}; it says {text[-1500:]!r}")


@pytest.mark.slow
def test_the_preview_follows_every_folder_and_recovers_from_errors(preview: tuple[Path, str]) -> None:
    root, url = preview
    wait_for(url + "duties/visit/", "You learn how a visit goes.")

    for file, old, new, place in (
        ("docs/nl/duties/visit.md", "how a visit goes", "how a walk goes", "nl/duties/visit/"),
        ("quizzes/id/small.yml", "The client decides.", "The client always decides.", "quizzes/small/"),
        ("guides/id/first.yml", "Charge your phone.", "Charge your telephone.", "visits/first/"),
        ("reference/id/glossary.yml", "The person you work with.", "The person you work for.", "role/"),
    ):
        path = root / file
        path.write_text(path.read_text().replace(old, new))
        wait_for(url + place, new)

    page = root / "docs/nl/duties/visit.md"
    good = page.read_text()
    page.write_text(good.replace("sources:\n  - law", "sources:\n  - lwa"))
    wait_for(url + "nl/duties/visit/", 'there is no source "lwa" in this edition; did you mean "law"?')
    page.write_text("no front matter")
    wait_for(url, "the page has no front matter")
    page.write_text("")  # as it is for a moment while an editor saves it
    wait_for(url, "the page has no front matter")
    page.write_text(good.replace("how a walk goes", "how a run goes"))
    wait_for(url + "nl/duties/visit/", "how a run goes")


@pytest.mark.slow
def test_a_preview_may_begin_with_an_error(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    edit(root / "docs/nl/duties/visit.md", "sources:\n  - law", "sources:\n  - lwa")
    with served(root, free_port()) as url:
        wait_for(url, 'there is no source "lwa" in this edition')
        edit(root / "docs/nl/duties/visit.md", "sources:\n  - lwa", "sources:\n  - law")
        wait_for(url + "nl/duties/visit/", "You learn how a visit goes.")
        assert "You plan together." in fetched(url + "role/"), "every page is made, not the one that was mended"
        edit(root / "docs/nl/duties/visit.md", "how a visit goes", "how a walk goes")
        wait_for(url + "nl/duties/visit/", "how a walk goes")


@pytest.mark.slow
def test_a_picture_that_is_added_or_changed_is_seen_at_once(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    with served(root, free_port()) as url:
        wait_for(url + "duties/visit/", "You learn how a visit goes.")
        media_kit.media_bag(root)
        shown = re.search(
            r'src="../../(assets/media/knock-480[^"]*)"', wait_for(url + "duties/visit/", "The first minute")
        )
        assert shown and urllib.request.urlopen(url + shown[1]).read()[:2] == b"\xff\xd8"
        edit(root / "docs/id/media/knock.yml", "Example Maker", "Somebody Else")
        wait_for(url + "duties/visit/", "Somebody Else, CC BY 4.0")
        (root / "docs/id/media/knock.jpg").write_bytes(media_kit.saved(media_kit.drawn(500, 400), "JPEG"))
        again = wait_for(url + "duties/visit/", 'height="384"')
        new = re.search(r'src="../../(assets/media/knock-480[^"]*)"', again)
        assert new and new[1] != shown[1] and urllib.request.urlopen(url + new[1]).read()
        (root / "docs/id/media/knock.jpg").write_bytes(b"MZ")
        wait_for(url + "duties/visit/", "this is no JPG inside; save the photo anew as JPEG or PNG")


FOLLOWED = (
    ("docs/nl/duties/visit.md", "how a visit goes", "how a walk goes", ["nl/duties/visit"]),
    ("docs/id/duties/visit.md", "how a visit goes", "how a run goes", ["duties/visit"]),
    ("docs/id/duties/visit.md", "## Why {#why}", "## Why so {#why}", ["duties/visit"]),
    ("quizzes/id/small.yml", "The client decides.", "The client always decides.", ["quizzes/small"]),
    ("guides/nl/first.yml", "Charge your phone.", "Charge your telephone.", ["nl/visits/first"]),
    ("reference/id/glossary.yml", "The person you work with.", "The person you work for.", ["glossary", "role/index"]),
)  # fmt: skip
"""Edit -> the pages that it changes."""
PAGES = [
    f"{prefix}{page}" for prefix in ("", "nl/") for page in ("", "role/", "duties/visit/", "suitability/patience/", "comparison/",
    "quizzes/small/", "quizzes/fit/", "visits/first/", "glossary/", "sources/")
]  # fmt: skip


@pytest.mark.slow
def test_what_is_followed_is_what_a_preview_that_begins_anew_shows(tmp_path: Path) -> None:
    root, address = copy_tiny(tmp_path / "tiny"), free_port()
    with served(root, address) as url:
        wait_for(url, "Tiny")
        for file, old, new, pages in FOLLOWED:
            edit(root / file, old, new)
            for page in pages:
                wait_for(f"{url}{page.removesuffix('/index')}/", new.strip("# ").removesuffix(" {#why}"))
        wait_for(url + "search/index.id.js", "Why so")
        followed = {page: fetched(url + page) for page in PAGES}
    with served(root, address) as url:
        wait_for(url, "Tiny")
        assert {page: fetched(url + page) for page in PAGES} == followed


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def fetched(url: str) -> str:
    """Without the numbers of the live reload."""
    return re.sub(r"livereload\(\d+, \d+\)", "", urllib.request.urlopen(url, timeout=5).read().decode())


class Counting:
    """A maker that makes no HTML and notes what it is asked for."""

    site_url = "/"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.pages: Pages = {}

    def whole(self, given: Given) -> Pages:
        self.asked.append("all")
        composers = {library.edition.code: given.composer(library) for library in given.bag}
        return {(code, slug): one.compose(slug) for code, one in composers.items() for slug in one.library.pages}

    def frames(self, given: Given, pages: Pages) -> None:
        self.asked += sorted("/".join(name) for name in pages)

    def search(self, given: Given, pages: Pages) -> None:
        self.pages = pages


def test_an_edit_makes_the_pages_that_show_it_and_no_other(tmp_path: Path) -> None:
    root, maker = copy_tiny(tmp_path / "tiny"), Counting()
    look = Preview(root, maker)

    def asked(file: str, old: str, new: str) -> list[str]:
        edit(root / file, old, new)
        maker.asked.clear()
        assert look.look() and not look.look()
        look.stop()
        return maker.asked

    assert look.look() and maker.asked == ["all"]
    for file, old, new, pages in FOLLOWED:
        made = asked(file, old, new)
        assert {page if page.startswith("nl/") else f"id/{page}" for page in pages} <= set(made)
        assert len(made) < 8
    assert asked("docs/nl/role/index.md", "title: ", "title: Other ") == ["all"]
    assert asked("mkdocs.yml", "site_name: Tiny", "site_name: Small") == ["all"]
    assert asked("locales/id.po", 'msgstr "Tugas"', 'msgstr "Pekerjaan"') == ["all"]
    assert asked("docs/nl/role/index.md", "\n\n", "\n\n[](term:nobody) ") == []
    assert [problem.rule for problem in look.problems] == ["unknown-name"]
    assert asked("docs/nl/role/index.md", "[](term:nobody) ", "") == [], "what is shown was made before"
    assert not look.problems
    assert asked("mkdocs.yml", "nav:", "nav") == [] and look.problems
    assert asked("mkdocs.yml", "nav\n", "nav:\n") == [] and not look.problems
    (root / "docs/nl/glossary.md").unlink()
    maker.asked.clear()
    assert look.look() and (look.problems or maker.asked == ["all"])


def test_what_goes_wrong_while_pages_are_made_is_told_and_tried_again(tmp_path: Path) -> None:
    class Failing(Counting):
        def frames(self, given: Given, pages: Pages) -> None:
            raise RuntimeError("no frame")

    root, maker = copy_tiny(tmp_path / "tiny"), Failing()
    look = Preview(root, maker)
    look.look()
    edit(root / "docs/nl/duties/visit.md", "how a visit goes", "how a walk goes")
    assert look.look() and [problem.message for problem in look.problems] == ["no frame"]
    edit(root / "docs/nl/duties/visit.md", "how a walk goes", "how a visit goes")
    assert look.look() and maker.asked == ["all", "all"] and not look.problems


def test_a_system_that_tells_of_no_change_is_asked(tmp_path: Path) -> None:
    root, told = copy_tiny(tmp_path / "tiny"), Event()
    look = Preview(root, Counting())
    look.look()

    class Handler:
        def on_any_event(self, event: object) -> None:
            told.set()

    ways = BothWays(look)
    ways.schedule(Handler(), str(root), recursive=True)
    ways._told.start = lambda: (_ for _ in ()).throw(OSError)
    ways.start()
    try:
        assert not told.is_set() and not look.has_changed()
        edit(root / "docs/nl/duties/visit.md", "how a visit goes", "how a walk goes")
        assert told.wait(PATIENCE)
    finally:
        ways.stop()
        ways.join()


def test_what_was_made_of_models_stays_while_they_do(tmp_path: Path) -> None:
    root, known = copy_tiny(tmp_path / "tiny"), Known()

    def read() -> Library:
        return read_bag(read_project(root), known).libraries["nl"]

    first = read()
    asked_on(first)
    assert read().of_models is first.of_models
    edit(root / "docs/nl/duties/visit.md", "how a visit goes", "how a walk goes")
    assert read().of_models is first.of_models and read().pages == first.pages
    for file, old, new in (
        ("docs/nl/role/index.md", "title: ", "title: Other "),
        ("quizzes/nl/small.yml", "title: ", "title: Other "),
        ("locales/nl.po", 'msgstr "', 'msgstr "O'),
    ):
        asked_on(read())
        edit(root / file, old, new)
        assert not read().of_models, file


def test_a_port_that_is_taken_is_passed_by() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        host, free = free_address(f"127.0.0.1:{port}").split(":")
    assert host == "127.0.0.1" and port < int(free) < port + 50
    assert free_address(str(port)) == f"127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("home", "such as 127.0.0.1:8000"),
        ("127.0.0.1:0", "no address"),
        ("127.0.0.1:99999", "no address"),
        ("no.such.host.example:8000", "does not know the host"),
        ("192.0.2.1:8000", "can be used"),
    ],
)
def test_an_address_that_cannot_be_is_refused(wanted: str, said: str) -> None:
    with pytest.raises(NoAddress, match=said):
        free_address(wanted)


def test_the_preview_says_where_it_is(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path / "tiny")
    address = free_port()
    command = [sys.executable, "-m", "tas", "serve", address]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        said = process.stdout.readline()
        process.terminate()
    assert said == f"serve    http://{address}/ shows the site as soon as it is built; Ctrl+C ends\n"
