"""What an edit costs: processor time of a build without papers after each kind of edit, as a share of a clean one of the same round.

Run in the activated environment: `python bench/edits.py` (this bag, copied), or with `--pages 250` a generated bag of as many pages in each of two
editions. User and system time of all processes; rounds alternate, and the median counts.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import corpus

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "quizzes", "guides", "training", "reference", "locales", "media")
TODAY = int(time.time()) // 86400 * 86400
ENV = {
    **os.environ, "SOURCE_DATE_EPOCH": str(TODAY), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "generator"),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, help="of a generated bag, in each of two editions")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bag = Path(folder, "bag")
        edits = generated(bag, options.pages) if options.pages else own(bag)
        times: dict[str, list[float]] = {"check, nothing kept": [], "clean": [], **{what: [] for what in edits}}
        times["nothing, but the site is gone"] = []
        times["check after one edit"] = []
        for number in range(options.rounds + 1):  # the first only warms up
            found = {"check, nothing kept": spent(fresh(bag), ["check"]), "clean": spent(fresh(bag))}
            for what, edit in edits.items():
                edit(number)
                found[what] = spent(bag)
                print(f"round {number}: {what} {found[what]:.2f} s, clean {found['clean']:.2f} s", flush=True)
            shutil.rmtree(bag / "site")
            found["nothing, but the site is gone"] = spent(bag)
            next(iter(edits.values()))(100 + number)
            found["check after one edit"] = spent(bag, ["check"])
            for what, seconds in found.items():
                times[what] += [seconds] if number else []
        for what, seconds in times.items():
            ratio = statistics.median(one / whole for one, whole in zip(seconds, times["clean"], strict=True))
            print(f"{what:32} {statistics.median(seconds):6.2f} s   {ratio:.2f} of a clean build")
        for page in ("index.html", "duties/home-visits/index.html", "part-1/page-7/index.html"):
            if (bag / "site" / page).is_file():
                print(f"{page}: {(bag / 'site' / page).stat().st_size / 1000:.1f} kB of HTML")


def generated(bag: Path, pages: int) -> dict[str, Callable[[int], None]]:
    corpus.write_bag(bag, pages)
    return corpus.edits(bag)


def own(bag: Path) -> dict[str, Callable[[int], None]]:
    bag.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", bag)
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, bag / folder)
    return {
        "a body": lambda n: corpus.replace(bag / "docs/id/suitability/patience.md", "\n## ", f"\n{n} sabar.\n\n## "),
        "a title": lambda n: corpus.replace(bag / "docs/id/suitability/patience.md", "\ntitle: ", "\ntitle: Si "),
        "a term": lambda n: corpus.replace(bag / "reference/id/glossary.yml", "meaning: ", f"meaning: Yang {n} "),
    }


def fresh(bag: Path) -> Path:
    for kept in ("site", ".cache"):
        shutil.rmtree(bag / kept, ignore_errors=True)
    return bag


def spent(bag: Path, command: list[str] | None = None) -> float:
    """Seconds of the processor, of all that the command starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "tas", *(command or ["build", "--no-papers"])],
        cwd=bag,
        env=ENV,
        capture_output=True,
        text=True,
    )
    if done.returncode and not command:
        sys.exit(done.stdout + done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
