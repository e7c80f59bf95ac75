"""Figures of the player: how soon a quiz of 40 items is usable on a slow phone, and what the scripts of its page weigh.

Run in the activated environment: `python bench/quiz.py`. Usable means that its first screen stands and takes a tap; the time runs from the moment
at which the page itself is there (the browser's `domInteractive`), the processor at a quarter of its speed; the median of five.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from chromium import chromium  # noqa: E402

TINY = ROOT / "tests/sites/tiny"
FOLDERS = ("docs", "quizzes", "guides", "reference")
ITEMS, RUNS, SLOWDOWN, LIMIT, WEIGHT = 40, 5, 4, 100, 20_000
MARK = """new MutationObserver((_, watch) => {
  if (!document.querySelector('tas-quiz.is-ready [data-do=begin]:not([hidden])')) return;
  window.usable = performance.now();
  watch.disconnect();
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'hidden']});"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        site = built(Path(folder) / "bag")
        files = [file for name in ("first", "tas", "quiz") for file in site.glob(f"assets/{name}.*.js")]
        weight = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
        times = measure(site / "quizzes/kinds/index.html")
    middle = statistics.median(times)
    print(
        f"{ITEMS} items usable after {middle:.0f} ms ({min(times):.0f}–{max(times):.0f}) at {SLOWDOWN}× slowdown   (at most {LIMIT} ms)"
    )
    print(f"scripts {weight} bytes gzipped   (at most {WEIGHT})")
    return 0 if middle <= LIMIT and weight <= WEIGHT else 1


def built(root: Path) -> Path:
    """The tiny site with a quiz of 40 items, of every kind."""
    from tas.build import build

    shutil.copytree(TINY, root / "source")
    shutil.copy(TINY / "mkdocs.yml", root)
    for edition in ("id", "nl"):
        for name in FOLDERS:
            shutil.copytree(root / "source" / name, root / name / edition)
        file = root / f"quizzes/{edition}/kinds.yml"
        quiz = yaml.safe_load(file.read_text())
        items = quiz["sections"][0]["items"]
        many = [item | {"id": f"{item['id']}-{n}", "stem": f"{n}. {item['stem']}"} for n in range(5) for item in items]
        quiz["sections"] = [quiz["sections"][0] | {"items": many[:ITEMS]}]
        file.write_text(json.dumps(quiz, default=str))  # JSON is YAML
    return build(root, papers=False, say=lambda stage, what: None)


def measure(file: Path) -> list[float]:
    times = []
    with chromium() as browser:
        for _ in range(RUNS):
            page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
            page.add_init_script(MARK)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
            page.goto(file.as_uri())
            page.wait_for_selector("tas-quiz.is-ready")
            times.append(page.evaluate("window.usable - performance.getEntriesByType('navigation')[0].domInteractive"))
            page.context.close()
    return times


if __name__ == "__main__":
    sys.exit(main())
