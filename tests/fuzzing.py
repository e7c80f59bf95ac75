"""What must hold for any input: it is answered in sentences with a place, soon and in little memory; and what is green is built."""

from __future__ import annotations

import logging
import re
import resource
import shutil
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from kit import copy_tiny
from mutations import Mutator, TooLong, within
from tas.check import check
from tas.model.paper import NO_PAPERS
from tas.problems import ContentError, Problem, errors
from tas.read.bag import read_bag
from tas.read.project import read_project

SECONDS = 5
MEGABYTES = 500
PLACED = re.compile(r"[^\x00-\x1f]+:[1-9]\d*:[1-9]\d*: (error|warning): [^\x00-\x1f\x7f-\x9f]{10,300} \([a-z-]+\)")


@dataclass
class Outcome:
    """Of one bag: how many inputs were changed, whether it was green, whether it was built, and what went wrong."""

    inputs: int
    green: bool = False
    built: bool = False
    faults: list[str] = field(default_factory=list)


def attempt(seed: int, times: int, *, gently: bool = False, build: bool = False) -> Outcome:
    """One bag with so many changes. `build`: when it is green, the site is built of it."""
    folder = Path(tempfile.mkdtemp(prefix="tas-fuzz-"))
    outcome = Outcome(times)
    try:
        root = copy_tiny(folder / "tiny")
        mutator = Mutator(root, seed)
        mutator.gently(times) if gently else mutator.change(times)
        outcome.faults += _checked(root, outcome)
        if build and outcome.green and not outcome.faults:
            outcome.built = True
            outcome.faults += _built(root, folder / "site", bundles=seed % 4 == 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


def _checked(root: Path, outcome: Outcome) -> list[str]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with within(SECONDS):
            problems = found(root)
    except TooLong:
        return [f"hangs: more than {SECONDS} s"]
    except Exception:
        return [traceback.format_exc()]
    outcome.green = not errors(problems)
    faults = [
        f"no sentence with a place: {problem!s:.400}" for problem in problems if not PLACED.fullmatch(str(problem))
    ]
    faults += [f"cut off: {problem}" for problem in problems if problem.message.endswith("…")]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    return faults + ([f"{grown} MB more"] if grown > MEGABYTES else [])


def found(root: Path) -> list[Problem]:
    try:
        return check(read_bag(read_project(root)))
    except ContentError as error:
        return list(error.problems)


def _built(root: Path, site: Path, *, bundles: bool) -> list[str]:
    """What passed the check builds without a word more."""
    from tas.bundles.offline import make_bundles
    from tas.site.engine import build_site

    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    try:
        bag = read_bag(read_project(root))
        site.mkdir()
        build_site(bag, NO_PAPERS, site, bundles=bundles)
        names = {"site_name": bag.project.site_name, "site_url": bag.project.site_url}
        if bundles:
            make_bundles(bag, site, **names, say=lambda name: None)
    except Exception:
        return [f"green, and then stopped: {traceback.format_exc()}"]
    finally:
        logging.getLogger().removeHandler(handler)
    return [f"green, and then said: {line}" for line in said]
