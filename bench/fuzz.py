"""The long run of the fuzz: python bench/fuzz.py --inputs 20000 --builds 1000"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "generator")]
os.environ.setdefault("SOURCE_DATE_EPOCH", "1795219200")
PLAN = (16, 12, 8, 6, 4, 2, 1, 1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, help="changed inputs that are checked")
    parser.add_argument("--builds", type=int, default=1_000, help="green ones that are built")
    parser.add_argument("--seed", type=int, default=1_000_000, help="where to begin")
    options = parser.parse_args()

    from fuzzing import attempt

    start, faults, inputs, built, seed = time.monotonic(), 0, 0, 0, options.seed
    while inputs < options.inputs or built < options.builds:
        gently = inputs >= options.inputs or (built < options.builds * inputs / max(1, options.inputs))
        times = 1 if gently else PLAN[seed % len(PLAN)]
        outcome = attempt(seed, times, gently=gently, build=gently)
        inputs, built = inputs + outcome.inputs, built + outcome.built
        for fault in outcome.faults:
            faults += 1
            print(f"attempt({seed}, {times}, gently={gently}, build={gently}): {fault}", flush=True)
        seed += 1
        if (seed - options.seed) % 100 == 0:
            print(f"so far {inputs} inputs, {built} builds, {faults} faults", flush=True)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{inputs} inputs, {built} builds, {faults} faults; {used} MB at most, {time.monotonic() - start:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
