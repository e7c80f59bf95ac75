"""Whether what is kept gives what is made: after each of twenty kinds of edit of a copy of this bag, and after builds that were killed.

Run in the activated environment: `python bench/same.py` (this bag, twenty kinds) or `python bench/same.py --kills 200` (a tiny bag, each
build killed at a random moment with its cache on, and built again). Compares every file of the site with that of a build from nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "quizzes", "guides", "training", "reference")
BUILD = [sys.executable, "-m", "tas", "build", "--no-papers"]
TODAY = str(int(time.time()) // 86400 * 86400)
Site = dict[str, bytes]
Edit = Callable[[Path], object]

BODY, NEW = "docs/id/suitability/patience.md", "docs/id/suitability/more-patience.md"

NEW_PART = "\n## 1, 2, 3 {#new-part}\n\n4, 5.\n\n## "


def change(file: str, pattern: str, new: str) -> Edit:
    def edit(bag: Path) -> None:
        text, count = re.subn(pattern, new, (bag / file).read_text(encoding="utf-8"), count=1)
        assert count, (file, pattern)
        (bag / file).write_text(text, encoding="utf-8")

    return edit


def copied(bag: Path) -> None:
    text = (bag / BODY).read_text(encoding="utf-8")
    (bag / NEW).write_text(re.sub(r"\ntitle: .*", "\ntitle: Masih sabar", text, count=1), encoding="utf-8")
    change("mkdocs.yml", r"( +)- suitability/patience.md\n", r"\g<0>\1- suitability/more-patience.md\n")(bag)


def renamed(bag: Path) -> None:
    (bag / NEW).rename(bag / NEW.replace("more-", "much-"))
    change("mkdocs.yml", "more-patience.md", "much-patience.md")(bag)


def deleted(bag: Path) -> None:
    (bag / NEW.replace("more-", "much-")).unlink()
    change("mkdocs.yml", r" +- suitability/much-patience.md\n", "")(bag)


def edition(bag: Path) -> None:
    for folder in FOLDERS:
        shutil.copytree(bag / folder / "nl", bag / folder / "nl-BE")
    shutil.copy(bag / "locales/nl.po", bag / "locales/nl-BE.po")
    entry = "        - locale: nl-BE\n          name: Nederlands (België)\n          build: true\n"
    change("mkdocs.yml", r"( +- locale: nl\n(?: {10}.*\n)+)", rf"\1{entry}")(bag)


KINDS: dict[str, Edit] = {
    "body": change(BODY, r"\n## ", "\nSabar sekali.\n\n## "),
    "title": change(BODY, r"\ntitle: ", "\ntitle: Si "),
    "heading": lambda bag: [change(BODY.replace("/id/", f"/{code}/"), r"\n## ", NEW_PART)(bag) for code in ("id", "nl")],
    "term": change("reference/id/glossary.yml", r"(\n +meaning: )([^\s>])", r"\1Yaitu: \2".replace(": ", ", ")),
    "source": change("reference/id/sources.yml", r"(\n +title: )(['\"]?)", r"\1\2Baru "),
    "contact": change("reference/id/contacts.yml", r"(\n +when: )([^\s>])", r"\1Kini \2"),
    "danger sign": change("reference/nl/danger-signs.yml", r"(\n +(?:- )?text: )([^\s>'\"])", r"\1Nu \2"),
    "quiz item": change("quizzes/id/duties.yml", r"(\n +stem: )([^\s>])", r"\1Jadi \2"),
    "guide": change("guides/nl/closing-visit.yml", r"(\nsubtitle: )(['\"]?)", r"\1\2Nu "),
    "diagram": change("reference/id/diagrams.yml", r"(\n +title: )(['\"]?)", r"\1\2Baru "),
    "nav order": change("mkdocs.yml", r"( +- suitability/(?!index)\S+\n)( +- suitability/\S+\n)", r"\2\1"),
    "option": change("mkdocs.yml", "mailto:kesalahan@", "mailto:salah@"),
    "catalogue word": change("locales/id.po", r'\nmsgstr "(\w)', r'\nmsgstr "Baru \1'),
    "theme file": change("generator/tas/templates/theme/partials/footer.html", "</footer>", "<p>More.</p></footer>"),
    "new page": copied,
    "renamed page": renamed,
    "deleted page": deleted,
    "engine file": change("generator/tas/kinds/kind.py", '"""', '"""Other words. '),
    "dependency version": lambda bag: (bag / "generator/markdown_it_py-99.dist-info").mkdir(),
    "edition added": edition,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--only", choices=KINDS, action="append", help="this kind of edit; may be given again")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bag = Path(folder, "bag")
        shutil.copytree(ROOT / "generator", bag / "generator", ignore=shutil.ignore_patterns("__pycache__"))
        failed = (
            kills(bag, options.kills, random.Random(options.seed))
            if options.kills
            else kinds(bag, options.only or [*KINDS])
        )
    sys.exit(failed)


def kinds(bag: Path, wanted: list[str]) -> int:
    shutil.copy(ROOT / "mkdocs.yml", bag)
    for name in (*FOLDERS, "locales", "media", "assets"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, bag / name)
    levels = 'unpractised-page: "off"\n        missing-counterpart: "off"'  # a new page has no questions yet, and is in one edition
    change("mkdocs.yml", "unpractised-page: error", levels)(bag)
    before, failed = built(bag), 0
    for what in wanted:
        KINDS[what](bag)
        kept = built(bag)
        made = from_nothing(bag)
        failed += tell(what, kept, made)
        if what not in ("engine file", "dependency version") and kept == before:
            print(f"{what}: changes nothing")
            failed += 1
        before = kept
    print(f"{len(wanted)} kinds of edit, {failed} failed")
    return failed


def kills(bag: Path, number: int, chance: random.Random) -> int:
    tiny = ROOT / "tests/sites/tiny"
    shutil.copytree(tiny / "locales", bag / "locales")
    shutil.copy(tiny / "mkdocs.yml", bag)
    for code in ("id", "nl"):
        for name in filter(lambda name: (tiny / name).is_dir(), FOLDERS):
            shutil.copytree(tiny / name, bag / name / code)
    states = [("id", "body"), ("nl", "body"), ("id", "term"), ("nl", "term"), ("id", "title")]
    expected, failed, ended = {}, 0, 0
    for state in states:
        put(bag, tiny, *state)
        expected[state] = from_nothing(bag)
    put(bag, tiny, *states[0])
    start = time.perf_counter()
    built(bag)
    whole = time.perf_counter() - start
    for count in range(number):
        state = states[(count + 1) % len(states)]
        put(bag, tiny, *state)
        with subprocess.Popen(
            BUILD, cwd=bag, env=env(bag), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as one:
            time.sleep(chance.uniform(0.1, 1.1) * whole)
            ended += one.poll() is not None
            one.kill()
        failed += tell(f"kill {count}, {state}", built(bag), expected[state], quiet=True)
        if count % 10 == 9:
            print(f"{count + 1} kills, {failed} failed", flush=True)
    print(
        f"{number} kills ({ended} came when the build was done), {failed} times the next build was another than from nothing"
    )
    return failed


def put(bag: Path, tiny: Path, code: str, what: str) -> None:
    """The tiny bag with one edit."""
    for edition in ("id", "nl"):
        for file in ("docs/duties/visit.md", "reference/glossary.yml"):
            folder, _, name = file.partition("/")
            shutil.copy(tiny / file, bag / folder / edition / name)
    if what == "term":
        change(f"reference/{code}/glossary.yml", "The person", "The other person")(bag)
    else:
        old, new = ("\ntitle: ", "\ntitle: Other ") if what == "title" else ("Rina", "So Rina")
        change(f"docs/{code}/duties/visit.md", old, new)(bag)


def tell(what: str, kept: Site, made: Site, *, quiet: bool = False) -> bool:
    differ = sorted(name for name in kept.keys() | made.keys() if kept.get(name) != made.get(name))
    if differ or not quiet:
        print(f"{what}: {len(made)} files, {f'these differ: {differ}' if differ else 'all the same'}", flush=True)
    return bool(differ)


def from_nothing(bag: Path) -> Site:
    for name in ("site", ".cache"):
        if (bag / name).exists():
            (bag / name).rename(bag / f"{name}.away")
    made = built(bag)
    for name in ("site", ".cache"):
        shutil.rmtree(bag / name)
        if (bag / f"{name}.away").exists():
            (bag / f"{name}.away").rename(bag / name)
    return made


def built(bag: Path) -> Site:
    done = subprocess.run(BUILD, cwd=bag, env=env(bag), capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    site = bag / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def env(bag: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(bag / "generator"), "SOURCE_DATE_EPOCH": TODAY, "NO_MKDOCS_2_WARNING": "1"}


if __name__ == "__main__":
    main()
