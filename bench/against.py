"""Processor time of `check` and of a clean build without papers, against another checkout: `python bench/against.py ../older`.

The other checkout has its own .venv and its own content, so a figure per kB of content stands beside each. Runs alternate; site/ and .cache/
of both are deleted before each.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "quizzes", "guides", "training", "reference")
TODAY = int(time.time()) // 86400 * 86400
ENV = {**os.environ, "SOURCE_DATE_EPOCH": str(TODAY), "NO_MKDOCS_2_WARNING": "1"}
RUNS = 5
COMMANDS = {"check": ["check"], "build": ["build", "--no-papers"]}


def main(other: Path) -> None:
    checkouts = (other.resolve(), ROOT)
    sizes = [content(root) for root in checkouts]
    for name, command in COMMANDS.items():
        times: list[list[float]] = [[], []]
        for turn in range(RUNS + 1):  # the first only warms up: Python compiles its modules, the disk is read
            for root, found in zip(checkouts, times, strict=True):
                seconds = processor_time(root, command)
                if turn:
                    found.append(seconds)
        before, now = map(statistics.median, times)
        each = [1000 * seconds / size for seconds, size in zip((before, now), sizes, strict=True)]
        print(f"{name}: {now:.2f} s against {before:.2f} s, {now / before:.2f} of it;", end=" ")
        print(f"a kB of content {each[1]:.2f} ms against {each[0]:.2f} ms, {each[1] / each[0]:.2f} of it")


def content(root: Path) -> float:
    """In kB."""
    files = (file for folder in FOLDERS for file in (root / folder).rglob("*") if file.is_file())
    return sum(file.stat().st_size for file in files) / 1000


def processor_time(root: Path, command: list[str]) -> float:
    """Seconds, user and system, of the process and all that it starts."""
    for kept in ("site", ".cache"):
        shutil.rmtree(root / kept, ignore_errors=True)
    package = "tas" if (root / "generator/tas").is_dir() else "generator"
    env = {**ENV, "PYTHONPATH": str(root / "generator" if package == "tas" else root)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    python = root / ".venv/bin/python"
    subprocess.run([python, "-m", package, *command], cwd=root, env=env, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(Path(sys.argv[1]))
