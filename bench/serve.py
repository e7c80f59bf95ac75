"""How long until a saved edit is in the browser: from the write to the page that says it, in a preview of a copy of this bag.

Run in the activated environment on an idle machine: `python bench/serve.py`. Clock time; the median of ten edits of each kind, in turn
in both editions.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "quizzes", "guides", "training", "reference", "locales", "assets", "media")
PATIENCE = 60
PAGE = "docs/{}/suitability/patience.md"
Edit = Callable[[Path, str, str], str]


def body(bag: Path, code: str, word: str) -> str:
    change(bag / PAGE.format(code), r"\n## ", f"\n{word}.\n\n## ")
    return "suitability/patience/"


def quiz(bag: Path, code: str, word: str) -> str:
    change(bag / f"quizzes/{code}/duties.yml", r"(\n +stem: )([^\s>])", rf"\1{word} \2")
    return "quizzes/duties/"


def guide(bag: Path, code: str, word: str) -> str:
    change(bag / f"guides/{code}/closing-visit.yml", r"(\nsubtitle: .*)", r"\1 " + word)
    return "visits/closing-visit/"


def term(bag: Path, code: str, word: str) -> str:
    change(bag / f"reference/{code}/glossary.yml", r"(\n +meaning: )([^\s>])", rf"\1{word} \2")
    return "glossary/"


def error(bag: Path, code: str, word: str) -> str:
    change(bag / PAGE.format(code), r"\n## ", f"\n[](term:{word})\n\n## ")
    return "suitability/patience/"


def mended(bag: Path, code: str, word: str) -> str:
    change(bag / PAGE.format(code), r"\n\[\]\(term:\w+\)\n", f"\n{word}.\n")
    return "suitability/patience/"


KINDS: dict[str, Edit] = {
    "a body": body, "a quiz": quiz, "a guide": guide, "a term": term, "an error": error, "the error mended": mended,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        bag = Path(folder)
        shutil.copy(ROOT / "mkdocs.yml", bag)
        for name in FOLDERS:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, bag / name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "tas", "serve", address]
        with subprocess.Popen(command, cwd=bag, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as preview:
            try:
                measure(bag, f"http://{address}/", rounds)
            finally:
                preview.terminate()


def measure(bag: Path, url: str, rounds: int) -> None:
    times: dict[str, list[float]] = {what: [] for what in KINDS}
    print(f"first build: {until(url, '<html', time.perf_counter()):.1f} s", flush=True)
    for number in range(rounds):
        for what, edit in KINDS.items():
            code = ("id", "nl")[number % 2]
            word = f"{''.join(chr(97 + int(digit)) for digit in str(number))}q{what.replace(' ', '')}"
            time.sleep(2)  # the search is made again, as it is while somebody thinks
            start = time.perf_counter()
            page = edit(bag, code, word)
            times[what].append(until(url + ("" if code == "id" else "nl/") + page, word, start))
    for what, seconds in times.items():
        print(f"{what:18} {statistics.median(seconds):.2f} s   ({min(seconds):.2f}–{max(seconds):.2f})")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def change(file: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, file.read_text(encoding="utf-8"), count=1)
    assert count, (file, pattern)
    file.write_text(text, encoding="utf-8")


def until(url: str, word: str, start: float) -> float:
    while time.perf_counter() < start + PATIENCE:
        try:
            if word in urllib.request.urlopen(url, timeout=PATIENCE).read().decode():
                return time.perf_counter() - start
        except OSError:
            pass
        time.sleep(0.02)
    sys.exit(f"{url} never said {word!r}")


if __name__ == "__main__":
    main()
