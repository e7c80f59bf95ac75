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
from pathlib import Path

import pytest
from kit import ROOT, copy_tiny
from tas.site.address import NoAddress, free_address

PATIENCE = 60


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = copy_tiny(tmp_path / "tiny")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "tas", "serve", address],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield root, f"http://{address}/"
    process.terminate()
    process.wait()


def wait_for(url: str, words: str) -> str:
    """Read the page until it says `words`."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            text = urllib.request.urlopen(url, timeout=5).read().decode()
        except OSError:
            text = ""
        if words in re.sub(r"<[^>]+>", "", text):
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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "tas", "serve", address]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        said = process.stdout.readline()
        process.terminate()
    assert said == f"serve    http://{address}/ shows the site as soon as it is built; Ctrl+C ends\n"
