"""What must hold for any input: it is answered in sentences with a place, soon and in little memory; and what is green is built."""

from __future__ import annotations

import logging
import re
import resource
import shutil
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from kit import copy_tiny
from mutations import Mutator, TooLong, within
from tas.check import check
from tas.ground import parallel
from tas.model.paper import NO_PAPERS
from tas.problems import ContentError, Problem, errors
from tas.read.bag import Bag, read_bag
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
        bag = _checked(root, outcome)
        if build and bag and outcome.green and not outcome.faults:
            outcome.built = True
            outcome.faults += _built(bag, folder / "site", bundles=seed % 4 == 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


def _checked(root: Path, outcome: Outcome) -> Bag | None:
    """The bag, where it could be read; what is wrong with the answer is kept."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bag, problems = None, []
    try:
        with within(SECONDS):
            bag = read_bag(read_project(root))
            problems = check(bag)
    except ContentError as error:
        problems = list(error.problems)
    except TooLong:
        outcome.faults.append(f"hangs: more than {SECONDS} s")
    except Exception:
        outcome.faults.append(traceback.format_exc())
    outcome.green = not errors(problems)
    for problem in problems:
        if not PLACED.fullmatch(str(problem)):
            outcome.faults.append(f"no sentence with a place: {problem!s:.400}")
        if problem.message.endswith("…"):
            outcome.faults.append(f"cut off: {problem}")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    if grown > MEGABYTES:
        outcome.faults.append(f"{grown} MB more")
    return bag


def found(root: Path) -> list[Problem]:
    try:
        return check(read_bag(read_project(root)))
    except ContentError as error:
        return list(error.problems)


def _built(bag: Bag, site: Path, *, bundles: bool) -> list[str]:
    """What passed the check builds without a word more."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    try:
        with _in_one_process(), _theme_listed_once():
            _build(bag, site, bundles=bundles)
    except Exception:
        return [f"green, and then stopped: {traceback.format_exc()}"]
    finally:
        logging.getLogger().removeHandler(handler)
    return [f"green, and then said: {line}" for line in said]


def _build(bag: Bag, site: Path, *, bundles: bool) -> None:
    from tas.bundles.offline import make_bundles, make_installable, outlines_of
    from tas.bundles.site_folder import Site
    from tas.exports.told import write_exports
    from tas.site.engine import build_site

    site.mkdir()
    build_site(bag, NO_PAPERS, site, bundles=bundles)
    if bundles:
        names = {"site_name": bag.project.site_name, "site_url": bag.project.site_url}
        finished, outlines = Site(site), outlines_of(bag, **names)
        make_bundles(finished, outlines, lambda name: None)
        write_exports(bag, finished, outlines, site.parent, lambda name: None)
        make_installable(finished, outlines, lambda name: None)


@contextmanager
def _in_one_process() -> Iterator[None]:
    """The second of many builds finds what the first has compiled; a process of its own would begin anew."""
    before, parallel.cores = parallel.cores, lambda: 1
    try:
        yield
    finally:
        parallel.cores = before


@contextmanager
def _theme_listed_once() -> Iterator[None]:
    """The engine lists the 14,000 files of its theme for every edition, half of the time of a tiny build."""
    list_templates = Environment.list_templates

    def listed(self: Environment, *args: Any, **options: Any) -> list[str]:
        folders = tuple(getattr(self.loader, "searchpath", ()))
        if folders not in LISTED:
            LISTED[folders] = list_templates(self, *args, **options)
        return list(LISTED[folders])

    Environment.list_templates = listed  # type: ignore[method-assign]
    try:
        yield
    finally:
        Environment.list_templates = list_templates  # type: ignore[method-assign]


LISTED: dict[tuple[str, ...], list[str]] = {}
