"""ZIM: the checker of its makers passes it, Kiwix serves it and finds words in it, and two of them have the same entries."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from shutil import which
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from kit import whole_bag
from source import EDITIONS
from tas.bundles.offline import outlines_of
from tas.bundles.site_folder import Site
from tas.exports import zim
from tas.exports.taken import taken

archives = pytest.importorskip("libzim.reader", reason="libzim is not installed; ./tas test installs it")
pytestmark = pytest.mark.release
WORDS = {
    "id": {"imunisasi": "duties/immunisation", "supervisi": "role/supervision", "disabilitas": "duties/disability", "advokasi": "duties/advocacy"},
    "nl": {"vaccinaties": "duties/immunisation", "schulden": "duties/money-and-debts", "werkbegeleiding": "role/supervision", "belangenbehartiging": "duties/advocacy"},
}  # fmt: skip
"""A word, and a page that must be found by it."""


@pytest.fixture(scope="module")
def made(bag_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    folder, bag = tmp_path_factory.mktemp("zim"), whole_bag()
    files = {}
    for outline in outlines_of(bag, site_name="Tas", site_url="https://tas.example.org/"):
        (order,) = zim.orders(taken(bag.libraries[outline.code], outline, Site(bag_pages)))
        files[outline.code] = folder / order.name
        files[outline.code].write_bytes(order.make())
        again = folder / f"again-{order.name}"
        again.write_bytes(order.make())
    yield files


def entries(file: Path) -> dict[str, bytes]:
    archive = archives.Archive(file)
    found = (archive._get_entry_by_id(number) for number in range(archive.all_entry_count))
    return {
        entry.path: bytes(entry.get_item().content)
        for entry in found
        if not entry.is_redirect and not entry.path.startswith(("fulltext", "title", "listing", "Counter"))
    }


@pytest.mark.parametrize("code", EDITIONS)
def test_zimcheck_passes_and_two_have_the_same_entries(code: str, made: dict[str, Path]) -> None:
    assert which("zimcheck"), "apt-get install zim-tools"
    done = subprocess.run(["zimcheck", "-A", str(made[code])], capture_output=True, text=True, check=False)
    assert "Overall Test Status: Pass" in done.stdout and "[WARNING]" not in done.stdout, done.stdout
    first, second = entries(made[code]), entries(made[code].with_name(f"again-{made[code].name}"))
    assert first == second and len(first) > 80


@pytest.mark.parametrize("code", EDITIONS)
def test_kiwix_finds_words_of_the_edition(code: str, made: dict[str, Path]) -> None:
    assert which("kiwix-serve"), "apt-get install kiwix-tools"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        ["kiwix-serve", "-i", "127.0.0.1", "-p", str(port), str(made[code])], stdout=subprocess.DEVNULL
    )
    try:
        base = f"http://127.0.0.1:{port}"
        for word, page in WORDS[code].items():
            said = _get(f"{base}/search?books.name=tas-{code}&pattern={quote(word)}&pageLength=20")
            (found,) = {
                href for href in re.findall(r'href="([^"]*)"', unescape(said)) if href.endswith(f"{page}/index.html")
            }
            assert "<h1" in _get(base + found), word
    finally:
        server.terminate()
        server.wait()


def _get(address: str) -> str:
    for _ in range(50):
        try:
            with urlopen(address) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise AssertionError(address)
