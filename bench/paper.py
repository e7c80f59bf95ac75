"""Figures of the press: a cold and a warm build of all paper of the bag, seconds a document by form, and the most memory used.

Run in the activated environment: `python bench/paper.py`; `--all` times every document on its own instead of one guide an edition.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tas.ground.cache import Cache  # noqa: E402
from tas.ground.cores import cores  # noqa: E402
from tas.paper.job import Job  # noqa: E402
from tas.paper.papers import ordered  # noqa: E402
from tas.paper.press import press  # noqa: E402
from tas.read.bag import read_bag  # noqa: E402
from tas.read.project import read_project  # noqa: E402

SITE = "https://tas.example.org/"
WARM = 5.0
"""Seconds that nobody minds when nothing has changed."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="time every document")
    everything = parser.parse_args().all
    bag = read_bag(read_project(ROOT))
    start = time.perf_counter()
    jobs = {order.address: order.job for order in ordered(bag, SITE)}
    print(f"{len(jobs)} documents composed in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        cold = run(jobs, Cache(Path(folder)))
        warm = run(jobs, Cache(Path(folder)))
        sizes = [file.stat().st_size for file in Path(folder).iterdir()]
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"cold {cold:6.1f} s on {cores()} cores, {cold / len(jobs):.2f} s a document, {most:.0f} MB in the largest process"
    )
    print(f"warm {warm:6.1f} s, nothing rendered   (at most {WARM} s)")
    print(f"{sum(sizes) / 1e6:.1f} MB; the largest {max(sizes) / 1e3:.0f} kB")
    for form, times in sorted(alone(jobs, everything=everything).items()):
        print(
            f"{form:<22} {statistics.median(times):5.2f} s a document ({min(times):.2f}–{max(times):.2f}, {len(times)} timed)"
        )
    return 0 if warm <= WARM else 1


def run(jobs: dict[str, Job], cache: Cache) -> float:
    start = time.perf_counter()
    press(jobs, cache=cache, progress=lambda *_: None)
    return time.perf_counter() - start


def alone(jobs: dict[str, Job], *, everything: bool) -> dict[str, list[float]]:
    """Form -> seconds of single documents in this process, which has made one before."""
    times: dict[str, list[float]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    next(iter(jobs.values())).make()
    for address, job in jobs.items():
        form, edition = address.rpartition("/")[2].partition(".")[2], address.split("/")[1]
        if not everything and (form, edition) in seen:
            continue
        seen.add((form, edition))
        start = time.perf_counter()
        job.make()
        times[form].append(time.perf_counter() - start)
    return times


if __name__ == "__main__":
    sys.exit(main())
