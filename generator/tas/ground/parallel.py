"""Runs pieces of work side by side, such as the pages of each edition: one process each, where that is safe and worth it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from tas.ground.cores import cores
from tas.problems import ContentError, Problem

Result = TypeVar("Result")
Work = Callable[[], Result]


def side_by_side(works: Mapping[str, Work[Result]], *, is_little: bool = False) -> dict[str, Result]:
    """Name -> what its work returns (it must pickle), in the order given. Raises ContentError with the problems of all.

    `is_little`: one after the other is cheaper, for a process of its own costs a quarter of a second.
    """
    if is_little or min(cores(), len(works)) < 2 or not _can_fork():
        return _results({name: _outcome(work) for name, work in works.items()})
    (first, mine), *others = works.items()
    started = {name: _start(work) for name, work in others}
    outcomes = {first: _outcome(mine)}
    for name, (process, answer) in started.items():
        try:
            outcomes[name] = answer.recv()
        except EOFError:
            outcomes[name] = RuntimeError(f"the process for {name} ended before its work was done")
        process.join()
    return _results(outcomes)


def _can_fork() -> bool:
    """A forked process sees all that is read already; but only where no other thread may hold a lock that it then waits for."""
    return "fork" in get_all_start_methods() and sys.platform != "darwin" and _threads() == 1


def _threads() -> int:
    """Of this process, whoever started them: Java in the same process has a dozen of which Python knows nothing."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:  # no Linux
        return threading.active_count()


def _start(work: Work[Result]) -> tuple[BaseProcess, Connection]:
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, there, os.getpid()), daemon=True)
    process.start()
    there.close()
    return process, here


def _answer(work: Work[Result], there: Connection, parent: int) -> None:
    _end_with(parent)
    there.send(_outcome(work))


def _end_with(parent: int) -> None:
    """Who is killed leaves nobody behind who works on; only Linux can promise that."""
    if sys.platform == "linux":
        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
        if os.getppid() != parent:  # it was killed before this line
            os._exit(1)


def _outcome(work: Work[Result]) -> Result | Exception:
    """What went wrong comes back as a value, so that every work is tried."""
    try:
        return work()
    except Exception as error:
        return error


def _results(outcomes: Mapping[str, Result | Exception]) -> dict[str, Result]:
    problems: list[Problem] = []
    for outcome in outcomes.values():
        if isinstance(outcome, ContentError):
            problems += outcome.problems
        elif isinstance(outcome, Exception):
            raise outcome
    if problems:
        raise ContentError(problems)
    return dict(outcomes)  # type: ignore[arg-type]
