"""Figures of the build: the whole bag against the site engine as it comes, a first view's weight, the check, a second build.

Run in the activated environment: `python bench/build.py`. Times are medians of several runs in turn; on a noisy machine only the ratios mean something.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "quizzes", "guides", "training", "reference")
ENV = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
RUNS = 5


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bag, plain = Path(folder, "bag"), Path(folder, "plain")
        make_bag(bag)
        make_plain(plain)
        ours, copies, theirs = [], [], []
        for _ in range(RUNS):
            shutil.rmtree(bag / "site", ignore_errors=True)
            stages = staged([sys.executable, "-m", "tas", "build", "--no-papers"], bag)
            ours.append(sum(stages.values()))
            copies.append(stages["bundles"])
            theirs.append(timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], plain))
        tell("mkdocs + material + static-i18n as they come", theirs)
        tell("whole build without papers", ours)
        tell("  of it the copies to take along", copies)
        both = list(zip(ours, copies, theirs, strict=True))
        sites = statistics.median((own - copy) / other for own, copy, other in both)
        whole = statistics.median(own / other for own, _, other in both)
        added = statistics.median(copy / (own - copy) for own, copy, _ in both)
        print(f"ratio, run by run: check, site and publish {sites:.2f} (at most 1.25); with the copies {whole:.2f}")
        print(f"what the copies add to check, site and publish: {added:.2f}   (at most 0.5)")
        tell("check", [timed([sys.executable, "-m", "tas", "check"], bag) for _ in range(RUNS)])
        first = [timed([sys.executable, "-m", "tas", "build"], fresh(bag)) for _ in range(2)]
        second = [timed([sys.executable, "-m", "tas", "build"], bag) for _ in range(RUNS)]
        tell("first build with papers", first)
        tell("second build, nothing changed", second)
        print(f"first / second: {statistics.median(first) / statistics.median(second):.1f}   (at least 3)")
        weigh(bag / "site")
        weigh(plain / "site")


def make_bag(target: Path) -> None:
    target.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", target)
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder)


def make_plain(target: Path) -> None:
    """The same pages with the theme and static-i18n as they come: no plugin of ours, titles from the front matter."""
    target.mkdir()
    shutil.copytree(ROOT / "docs", target / "docs")
    languages = [
        {"locale": "id", "name": "Bahasa Indonesia", "default": True, "build": True},
        {"locale": "nl", "name": "Nederlands", "build": True},
    ]
    config = {
        "site_name": "Plain",
        "site_url": "https://tas.example.org/",
        "theme": {"name": "material"},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "markdown_extensions": ["attr_list", "tables"],
    }
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")


def fresh(bag: Path) -> Path:
    """As after set-up: nothing built, nothing cached."""
    shutil.rmtree(bag / "site", ignore_errors=True)
    shutil.rmtree(bag / ".cache", ignore_errors=True)
    return bag


def timed(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENV, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def staged(command: list[str], folder: Path) -> dict[str, float]:
    """Seconds of each stage that the build names, from its first line to the next stage's; the start counts for the first."""
    stages: dict[str, float] = {}
    since = time.perf_counter()
    stage = "check"
    with subprocess.Popen(command, cwd=folder, env=ENV, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            now = time.perf_counter()
            stages[stage] = stages.get(stage, 0) + now - since
            since, stage = now, (line.split() or [stage])[0]
    assert process.returncode == 0
    return stages


def tell(what: str, times: list[float]) -> None:
    print(f"{what}: {statistics.median(times):.2f} s   ({', '.join(f'{one:.2f}' for one in sorted(times))})")


def weigh(site: Path) -> None:
    """A page with every style and script it names; what its script fetches later (search) is not in the HTML."""
    for page in ("index.html", "duties/home-visits/index.html"):
        file = site / page
        text = re.sub(r"<template.*?</template>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        named = re.findall(r'<(?:script[^>]*? src|link[^>]*?rel="?(?:stylesheet|icon)"?[^>]*? href)="?([^"\s>]+)', text)
        files = [file, *((file.parent / name).resolve() for name in named if "//" not in name)]
        size = sum(len(gzip.compress(one.read_bytes(), 9)) for one in files)
        print(f"{site.parent.name}/{page}: {size / 1024:.1f} KiB gzipped in {len(files)} files")


if __name__ == "__main__":
    main()
