"""Figures of the exports that every build makes: what they take the first time, what they take when nothing has changed, and what each weighs.

Run in the activated environment: `python bench/exports.py [--runs 5]`. Each run is a process of its own, as a build is. Processor time counts
that of the processes which a build starts. `--release` makes the heavy ones too; that takes minutes, for the book is laid out.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from offline import ROOT, timed


def main() -> None:
    options = parsed()
    env = {"SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1", **os.environ}
    more = ["--release"] if options.release else []
    runs = []
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, __file__, "--once", folder, *more], env=env, cwd=ROOT, check=True, capture_output=True, text=True
            )  # fmt: skip
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    for what in ("cold", "warm"):
        cpu, clock = (statistics.median(run[what][number] for run in runs) for number in (0, 1))
        print(f"{what}: {cpu:.2f} s of processor time, {clock:.2f} s on the clock")
    for name, (count, size) in sorted(runs[0]["sizes"].items()):
        print(f"{name}: {count} file{'s' * (count > 1)}, {size / 1e6:.2f} MB")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--release", action="store_true")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def once(folder: Path, release: bool) -> None:
    """Print {cold, warm: [processor time, time on the clock], sizes: {edition and format: [files, bytes]}}."""
    from tas.bundles.offline import make_bundles, outlines_of
    from tas.bundles.site_folder import Site
    from tas.exports.told import write_exports
    from tas.model.paper import NO_PAPERS
    from tas.read.bag import read_bag
    from tas.read.project import read_project
    from tas.site.engine import build_site

    bag = read_bag(read_project(ROOT))
    outlines = outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url)
    build_site(bag, NO_PAPERS, folder / "site", bundles=True)
    finished = Site(folder / "site")
    make_bundles(finished, outlines, lambda name: None)

    def export() -> None:
        write_exports(bag, finished, outlines, folder, lambda name: None, release=release)

    figures: dict[str, object] = {"cold": timed(export), "warm": timed(export)}
    sizes: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file in sorted(finished.folder.glob("downloads/*/exports/**/*.*")):
        name = f"{file.relative_to(finished.folder / 'downloads').parts[0]} {kind(file.name)}"
        sizes[name] = [sizes[name][0] + 1, sizes[name][1] + file.stat().st_size]
    print(json.dumps(figures | {"sizes": sizes}))


def kind(name: str) -> str:
    """`moodle.xml`, `xlsx`, `zip` …"""
    return name.partition(".")[2] if "kolibri" not in name else "kolibri.zip"


if __name__ == "__main__":
    options = parsed()
    once(options.once, options.release) if options.once else main()
