"""Figures of the offline forms: how long bundling takes beside the site's own build, and what each form weighs.

Run in the activated environment: `python bench/offline.py`. Each run is a process of its own, as a build is: nothing is kept from the
run before. Processor time counts that of the processes which a build starts; on a noisy machine only the ratio means something.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5


def main() -> None:
    env = {"SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1", **os.environ}
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "site")
        runs = []
        for _ in range(RUNS):
            shutil.rmtree(target, ignore_errors=True)
            once = [sys.executable, __file__, str(target)]
            done = subprocess.run(once, env=env, cwd=ROOT, check=True, capture_output=True, text=True)
            runs.append(json.loads(done.stdout.splitlines()[-1]))
        for number, what in enumerate(("processor time", "time on the clock")):
            site, bundles = ([run[part][number] for run in runs] for part in (0, 1))
            ratios = [bundle / own for own, bundle in zip(site, bundles, strict=True)]
            print(f"{what}: pages {statistics.median(site):.2f} s, bundling {statistics.median(bundles):.2f} s")
            print(f"ratio, run by run: {statistics.median(ratios):.2f}")
        weigh(target)


def once(target: Path) -> None:
    """Print [processor time, time on the clock] of the site, and of bundling."""
    from tas.bundles.offline import make_bundles, make_installable, outlines_of
    from tas.bundles.site_folder import Site
    from tas.read.bag import read_bag
    from tas.read.project import read_project
    from tas.site.engine import build_site

    bag = read_bag(read_project(ROOT))
    outlines = outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url)

    def bundle() -> None:
        finished = Site(target)
        make_bundles(finished, outlines, lambda name: None)
        make_installable(finished, outlines, lambda name: None)

    site = timed(lambda: build_site(bag, {}, target, bundles=True))
    print(json.dumps([site, timed(bundle)]))


def timed(work: Callable[[], object]) -> list[float]:
    before, start = os.times(), time.perf_counter()
    work()
    after, clock = os.times(), time.perf_counter() - start
    return [sum(after[:4]) - sum(before[:4]), clock]


def weigh(site: Path) -> None:
    for file in sorted((site / "downloads").rglob("tas-*")):
        print(f"{file.name}: {file.stat().st_size / 1e6:.2f} MB")
    for file in sorted(site.glob("pack-*.json")):
        pack = json.loads(file.read_text(encoding="utf-8"))
        print(f"{file.name}: {len(pack['files'])} files, {pack['bytes'] / 1e6:.2f} MB")
    print(f"sw.js: {len(gzip.compress((site / 'sw.js').read_bytes(), 9))} bytes gzipped")


if __name__ == "__main__":
    once(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
