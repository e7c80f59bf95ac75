"""Figures of the search beside the theme's own on the same build: scores, bytes on the wire, times in Chromium at 4x CPU throttle.

Chromium throttles a page and not its workers, so both searches are timed in their workers as they are, for the ratio, and ours also in the
page itself under throttle, for the milliseconds.

Run in the activated environment: `python bench/search.py`. Times are medians; on a noisy machine only the ratios mean something.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1] / folder) for folder in ("tests/search", "tests", ".")]

import built  # noqa: E402
import material  # noqa: E402
from chromium import chromium, serve, watch  # noqa: E402
from kit import build_at, copy_bag  # noqa: E402
from playwright.sync_api import Page  # noqa: E402
from scores import Score, measure  # noqa: E402
from search_kit import Query, built_index, core, queries  # noqa: E402

EDITIONS = {"id": "", "nl": "nl/"}
RUNS = 7
THROTTLE = 4
WORKER = next((Path(material.__file__).parent / "templates/assets/javascripts/workers").glob("search.*.min.js"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = build_at(copy_bag(Path(folder, "bag")), papers=False)
        theirs = add_theirs(site, engine_index(Path(folder, "engine")))
        weights(site, theirs)
        with serve(site) as base, chromium() as browser:
            page = browser.new_page()
            first_views(page, base, site)
            for edition in EDITIONS:
                print(f"\n{edition}: scores")
                show_scores("ours", our_scores(site, edition))
                show_scores("theme's default", their_scores(page, edition, base))
                print(f"{edition}: times at {THROTTLE}x CPU throttle, medians of {RUNS}")
                times(browser, base, site, edition)


def engine_index(root: Path) -> Path:
    """The index that the theme's own search would have of the same pages: ours have that plugin switched off."""
    copy_bag(root)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("\nplugins:\n", "\nplugins:\n  - search\n"), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True)
    return root / "site/search/search_index.json"


def add_theirs(site: Path, engine_index: Path) -> Path:
    """The theme's worker and its one index as they come, in a folder of their own."""
    folder = site / "theirs"
    folder.mkdir()
    shutil.copy(WORKER, folder / "worker.js")
    data = json.loads(engine_index.read_text(encoding="utf-8"))
    data["config"] = {
        "lang": ["en"],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
    }
    (folder / "index.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return folder


def weights(site: Path, theirs: Path) -> None:
    assets = site / "assets"
    print("bytes on the wire (gzip)")
    search = (Path(__file__).parents[1] / "generator/tas/assets/js/search/open.js").read_bytes()
    alone = site / "theirs/open.js"
    alone.write_bytes(search)
    home = (site / "index.html").read_text(encoding="utf-8")
    before, _, rest = home.partition("<dialog")
    without = before + rest.partition("</dialog>")[2]
    dialog = len(gzip.compress(home.encode(), 9)) - len(gzip.compress(without.encode(), 9))
    print(f"  every page: {built.weight(alone) + dialog}  (script {built.weight(alone)}, dialog {dialog})")
    for edition in EDITIONS:
        names = (f"search-script-{edition}", "search-worker", "search-core", f"stemmer-{edition}")
        parts = {name: built.weight(next(assets.glob(f"{name}.*.js"))) for name in names}
        parts["index"] = built.weight(site / f"search/index.{edition}.js")
        print(
            f"  first search, {edition}: {sum(parts.values())}  ({', '.join(f'{name} {size}' for name, size in parts.items())})"
        )
    both = built.weight(theirs / "worker.js") + built.weight(theirs / "index.json")
    print(f"  theme's default: {both} on every page (worker and the one index), its script not counted")


def first_views(page: Page, base: str, site: Path) -> None:
    seen = watch(page, base)
    for place in ("", "nl/", "duties/home-visits/", "visits/newborn-day-3-7/", "quizzes/myth-or-fact/"):
        seen.requests.clear()
        page.goto(base + place, wait_until="networkidle")
        files = [site / url.removeprefix(base).partition("?")[0] for url in dict.fromkeys(seen.requests)]
        size = sum(built.weight(file / "index.html" if file.is_dir() else file) for file in files)
        print(f"  first view of /{place}: {size / 1024:.1f} KiB in {len(files)} requests")


def our_scores(site: Path, edition: str) -> dict[str, Score]:
    with core(built_index(site, edition), edition) as engine:
        asked = queries(edition)
        found = dict(zip(asked, engine.ask_all([query.text for query in asked]), strict=True))

    def answer(query: Query) -> list[str]:
        return [page["location"] for page in found[query]["pages"] if query.pages or not page["missing"]]

    return measure(asked, answer, EDITIONS[edition])


THEIRS = """
async (base) => {
  const index = await (await fetch(base + "theirs/index.json")).json();
  const worker = new Worker(base + "theirs/worker.js");
  const next = (type) => new Promise((done) => {
    const hear = ({ data }) => { if (data.type === type) { worker.removeEventListener("message", hear); done(data.data); } };
    worker.addEventListener("message", hear);
  });
  const ready = next(1);
  worker.postMessage({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: true } } });
  await ready;
  window.theirs = (text) => { const found = next(3); worker.postMessage({ type: 2, data: text }); return found; };
}
"""


def their_scores(page: Page, edition: str, base: str) -> dict[str, Score]:
    page.evaluate(THEIRS, base)

    def answer(query: Query) -> list[str]:
        items = page.evaluate(
            "async (text) => (await theirs(text)).items.map((group) => group[0].location)", query.text
        )
        return list(dict.fromkeys(location.partition("#")[0] for location in items))

    return measure(queries(edition), answer, EDITIONS[edition])


def show_scores(name: str, scores: dict[str, Score]) -> None:
    whole = scores["all"]
    print(
        f"  {name}: Recall@5 {whole.recall:.3f}, MRR@10 {whole.mrr:.3f}, zero results {whole.zero:.1%}, {len(whole.ranks)} queries"
    )
    kinds = (f"{kind} {score.recall:.2f}/{score.mrr:.2f}" for kind, score in scores.items() if kind != "all")
    print(f"    Recall@5/MRR@10 by kind: {', '.join(kinds)}")


OURS = """
async (files) => {
  const worker = new Worker(files.worker);
  const next = () => new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
  worker.postMessage({ scripts: files.scripts });
  await next();
  let number = 0;
  window.ours = (text) => { const found = next(); worker.postMessage({ number: ++number, text, limit: 10 }); return found; };
}
"""


IN_PAGE = """
async (files) => {
  for (const address of files.scripts) {
    await new Promise((done) => document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done })));
  }
  const core = new tas.search.Core(tas.searchIndex, tas.stem);
  window.inPage = async (text) => core.query(text, 10);
}
"""


def times(browser: Any, base: str, site: Path, edition: str) -> None:
    """Set-up and first query from nothing (files from a server on this machine), then later queries."""
    names = ("search-core", f"stemmer-{edition}")
    scripts = [base + next((site / "assets").glob(f"{name}.*.js")).relative_to(site).as_posix() for name in names]
    worker = base + next((site / "assets").glob("search-worker.*.js")).relative_to(site).as_posix()
    files = {"worker": worker, "scripts": [*scripts, f"{base}search/index.{edition}.js"]}
    asked = [query.text for query in queries(edition)]
    first: dict[str, list[float]] = {"ours": [], "theirs": [], "inPage": []}
    later: dict[str, list[float]] = {"ours": [], "theirs": [], "inPage": []}
    for _ in range(RUNS):
        for name, start, argument in (("ours", OURS, files), ("theirs", THEIRS, base), ("inPage", IN_PAGE, files)):
            page = browser.new_page()
            page.goto(base + "about/")
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
            took = page.evaluate(
                f"async ([argument, text]) => {{ const from = performance.now(); await ({start})(argument); await {name}(text); return performance.now() - from; }}",
                [argument, asked[0]],
            )
            first[name].append(took)
            later[name] += page.evaluate(
                f"async (texts) => {{ const took = []; for (const text of texts) {{ const from = performance.now(); await {name}(text); took.push(performance.now() - from); }} return took; }}",
                asked[1::6],
            )
            page.close()
    ratios = [one / other for one, other in zip(first["ours"], first["theirs"], strict=True)]
    told = {"ours": "ours, in a worker", "theirs": "theirs, in a worker", "inPage": "ours, in the page under throttle"}
    for name in first:
        print(
            f"  {told[name]}: set-up and first query {statistics.median(first[name]):.0f} ms, later query {statistics.median(later[name]):.1f} ms"
        )
    print(f"  ratio of set-up and first query, run by run: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
