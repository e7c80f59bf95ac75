"""Figures of the offline forms: how long bundling takes beside the site's own build, and what each form weighs.

Run in the activated environment: `python bench/offline.py`. Both run in one process, in turn; on a noisy machine only the ratio means something.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from generator.bag import read_bag
from generator.offline import make_bundles
from generator.project import read_project
from generator.site import build_site, name_and_url

ROOT = Path(__file__).parents[1]
RUNS = 5


def main() -> None:
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1795219200")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    bag = read_bag(read_project(ROOT))
    site_name, site_url = name_and_url(ROOT)
    options = {"site_name": site_name, "site_url": site_url, "say": lambda name: None}
    sites, bundles = [], []
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "site")
        for _ in range(RUNS):
            shutil.rmtree(target, ignore_errors=True)
            sites.append(timed(lambda: build_site(bag, {}, target, bundles=True)))
            bundles.append(timed(lambda: make_bundles(bag, target, **options)))
        ratios = [bundle / site for bundle, site in zip(bundles, sites, strict=True)]
        print(f"site {statistics.median(sites):.2f} s, bundling {statistics.median(bundles):.2f} s of processor time")
        print(f"ratio, run by run: {statistics.median(ratios):.2f}   (at most 0.5)")
        weigh(target)


def timed(work) -> float:
    """Processor time: the machine's other work does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def weigh(site: Path) -> None:
    for file in sorted((site / "downloads").rglob("tas-*")):
        print(f"{file.name}: {file.stat().st_size / 1e6:.2f} MB")
    for file in sorted(site.glob("pack-*.json")):
        pack = json.loads(file.read_text(encoding="utf-8"))
        print(f"{file.name}: {len(pack['files'])} files, {pack['bytes'] / 1e6:.2f} MB")
    print(f"sw.js: {len(gzip.compress((site / 'sw.js').read_bytes(), 9))} bytes gzipped")


if __name__ == "__main__":
    main()
