"""Tas against MkDocs with Material and static-i18n as they come, on the same generated pages in the same rounds: prints a table in Markdown.

Run in the activated environment: `python bench/scale.py` (250 and 1,000 pages in each of two editions), or `--pages 250 --rounds 5`. Ours
makes all offline forms besides, and no papers. Processor time is user and system time of all processes; a ratio is taken within one round, and
its median counts. Memory is the share of each process in what all of them hold at once (PSS, swapped out or not), looked at twenty times a second
in a round of its own. The search runs in the page itself, files from a server on this machine; what counts is the processor time of that thread,
which other work on the machine does not touch, times four for a slow phone.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parent)]

import corpus  # noqa: E402
from chromium import chromium, serve, watch  # noqa: E402

ROOT = Path(__file__).parents[1]
TODAY = int(time.time()) // 86400 * 86400
ENV = {
    **os.environ, "SOURCE_DATE_EPOCH": str(TODAY), "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "generator"),
}  # fmt: skip
OURS = [sys.executable, "-m", "tas", "build", "--no-papers"]
THEIRS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
SLOW = 4
SIZES = (250, 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=SIZES, help="in each of two editions")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rows: dict[str, list[str]] = {}
    for pages in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            for what, figure in measured(Path(folder), pages, options.rounds):
                rows.setdefault(what, []).append(figure)
                print(f"{pages} x 2: {what}: {figure}", flush=True)
    print(f"\n| | {' | '.join(f'{pages} × 2' for pages in options.pages)} |\n|---|{'---|' * len(options.pages)}")
    for what, figures in rows.items():
        print(f"| {what} | {' | '.join(figures)} |")


def measured(folder: Path, pages: int, rounds: int) -> Iterator[tuple[str, str]]:
    bag, plain = folder / "bag", folder / "plain"
    corpus.write_bag(bag, pages)
    corpus.write_plain(plain, pages)
    edits = corpus.edits(bag)
    memory = [most_memory(OURS, fresh(bag)), most_memory(THEIRS, fresh(plain))]  # this round warms up too
    found: dict[str, list[float]] = {}
    for number in range(rounds):
        times = {"Material, clean": spent(THEIRS, fresh(plain)), "clean": spent(OURS, fresh(bag))}
        for what, edit in edits.items():
            edit(number)
            times[what] = spent(OURS, bag)
        edits["a body"](rounds + number)
        times["a body, not as the first edit"] = spent(OURS, bag)  # the pages of the site before this one are there
        times["nothing changed"] = spent(OURS, bag)
        for what, seconds in times.items():
            found.setdefault(what, []).append(seconds)
    theirs = found["Material, clean"]
    yield "Material + static-i18n, clean and after any edit", f"{statistics.median(theirs):.1f} s"
    for what, seconds in found.items():
        if seconds is not theirs:
            ratio = statistics.median(one / other for one, other in zip(seconds, theirs, strict=True))
            yield f"Tas, {what}", f"{statistics.median(seconds):.1f} s, {ratio:.2f}"
    yield "memory of all processes at once, Tas / Material", " / ".join(f"{one:.0f} MB" for one in memory)
    place = f"{corpus.EDITED}/index.html"
    yield "HTML of a page, Tas / Material", " / ".join(f"{weight(one / 'site' / place)}" for one in (bag, plain))
    with chromium() as browser:
        views = [first_view(browser, one / "site") for one in (bag, plain)]
        yield "first view with all it loads, Tas / Material", " / ".join(views)
        yield from search_figures(browser, bag / "site")


def fresh(folder: Path) -> Path:
    for kept in ("site", ".cache"):
        shutil.rmtree(folder / kept, ignore_errors=True)
    return folder


def spent(command: list[str], folder: Path) -> float:
    """Seconds of the processor, of all that the command starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=ENV, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def most_memory(command: list[str], folder: Path) -> float:
    """MB."""
    most = 0
    with subprocess.Popen(
        command, cwd=folder, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max(most, sum(map(share, family(process.pid))))
            time.sleep(0.05)
    assert process.returncode == 0
    return most / 1000


def family(pid: int) -> Iterator[int]:
    """The process and all that came of it."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def share(pid: int) -> int:
    """kB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Pss:", "SwapPss:")))


def weight(file: Path) -> str:
    content = file.read_bytes()
    return f"{len(content) / 1000:.1f} kB ({len(gzip.compress(content, 9)) / 1000:.1f} gz)"


def first_view(browser: Any, site: Path) -> str:
    """kB on the wire, of what lies on the site itself."""
    page = browser.new_page()
    with serve(site) as base:
        seen = watch(page, base)
        page.goto(f"{base}{corpus.EDITED}/", wait_until="networkidle")
        urls = dict.fromkeys(url.partition("?")[0] for url in seen.requests if url.startswith(base))
    page.close()
    files = [site / url.removeprefix(base) for url in urls]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.is_file())
    return f"{size / 1000:.1f} kB gz in {len(files)} files"


SEARCH = """
async ([scripts, text, isWhole]) => {
  const put = (src) => new Promise((done, fail) => document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: fail })));
  for (const address of scripts) await put(address);
  let whole;
  const all = new Promise((done) => (whole = done));
  const load = (names) => isWhole ? Promise.all(names.map((name) => put(new URL(name, scripts.at(-1))))) : new Promise(() => {});
  const ask = tas.search.engine(tas.searchIndex, tas.stem, load, whole);
  const { partial } = ask(text, 10);
  if (!partial || !isWhole) return;
  await all;
  ask(text, 10);
}
"""


def search_figures(browser: Any, site: Path, runs: int = 7) -> Iterator[tuple[str, str]]:
    """From the first letter typed to an answer, and to the one from all of the index."""
    names = [next((site / "assets").glob(f"{name}.*.js")) for name in ("search-core", "stemmer-id")]
    dialog = [next((site / "assets").glob(f"{name}.*.js")) for name in ("search-script-id", "search-worker")]
    index = site / "search/index.id.js"
    text = next(corpus.pages("id", 8))[1].sections[2][0]
    first, all_files = [*dialog, *names, index], [*dialog, *names, *(site / "search").glob("index.id*.js")]
    with serve(site) as base:
        scripts = [f"{base}{file.relative_to(site).as_posix()}" for file in (*names, index)]
        for what, is_whole, files in (("first answer", False, first), ("answer from all of it", True, all_files)):
            times = [thread_time(browser, base, [scripts, text, is_whole]) for _ in range(runs)]
            size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1000
            yield f"search, {what}", f"{SLOW * statistics.median(times):.0f} ms, {size:.0f} kB gz"


def thread_time(browser: Any, base: str, asked: list[Any]) -> float:
    """Milliseconds of the processor that the page's thread takes."""
    page = browser.new_page()
    page.goto(base, wait_until="networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "TaskDuration")

    before = spent()
    page.evaluate(SEARCH, asked)
    after = spent()
    page.close()
    return 1000 * (after - before)


if __name__ == "__main__":
    main()
