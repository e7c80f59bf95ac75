"""The press: makes papers on every core, and only those that are not kept yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context

from tas.ground.cache import Cache
from tas.ground.cores import cores
from tas.paper.job import Job
from tas.problems import ContentError, Problem

Progress = Callable[[int, int, str], None]
"""(papers made, papers to make, name of the one that is ready)"""


def press(jobs: dict[str, Job], *, cache: Cache, progress: Progress, workers: int | None = None) -> dict[str, bytes]:
    """Name -> paper, in the order of `jobs`. Raises ContentError with the problems of all of them, once each is tried."""
    kept = {name: cache.find(job.key) for name, job in jobs.items()}
    wanted = {name: jobs[name] for name, paper in kept.items() if paper is None}
    problems: list[Problem] = []
    for number, (name, paper) in enumerate(_made(wanted, workers or cores()), 1):
        progress(number, len(wanted), name)
        if isinstance(paper, bytes):
            cache.keep(wanted[name].key, paper)
            kept[name] = paper
        else:
            problems += paper
    if problems:
        raise ContentError(set(problems))
    return {name: paper for name, paper in kept.items() if paper is not None}


def _made(jobs: dict[str, Job], workers: int) -> Iterator[tuple[str, bytes | list[Problem]]]:
    """As they become ready. One or two papers are made sooner here than a second process has started."""
    if min(workers, len(jobs) - 1) < 2:
        yield from ((name, _make(job)) for name, job in jobs.items())
        return
    with _pool(workers) as pool:
        names = {pool.submit(_make, job): name for name, job in jobs.items()}
        yield from ((names[future], future.result()) for future in as_completed(names))


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Fresh processes on every system (`spawn`): a forked one would share the engine's locks. Who stops waits for none."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _make(job: Job) -> bytes | list[Problem]:
    """Problems come back as a value, so that every paper is tried."""
    try:
        return job.make()
    except ContentError as error:
        return list(error.problems)
