"""Editions side by side: each in a process of its own where that is safe, and the same result where it is not."""

from __future__ import annotations

import _thread
import os
import threading

import pytest
from tas.ground import parallel as module
from tas.ground.parallel import side_by_side
from tas.problems import ERROR, ContentError, Problem


@pytest.fixture(params=["forked", "in turn"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Test runners have threads of their own, so what a build decides by itself is decided here for it."""
    monkeypatch.setattr(module, "_can_fork", lambda: request.param == "forked")
    monkeypatch.setattr(module, "cores", lambda: 2)
    return request.param


def test_results_come_in_the_order_asked(way: str) -> None:
    assert list(side_by_side({"b": lambda: 1, "a": lambda: 2}).items()) == [("b", 1), ("a", 2)]


def test_each_has_a_process_of_its_own_where_that_is_safe(way: str) -> None:
    processes = side_by_side({"a": os.getpid, "b": os.getpid})
    assert processes["a"] == os.getpid()
    assert (processes["b"] != os.getpid()) == (way == "forked")


def test_the_problems_of_all_are_told_at_once(way: str) -> None:
    def wrong(file: str) -> None:
        raise ContentError([Problem(file, 1, 1, ERROR, "wrong", "test")])

    with pytest.raises(ContentError) as caught:
        side_by_side({"a": lambda: wrong("a.md"), "b": lambda: wrong("b.md")})
    assert [problem.file for problem in caught.value.problems] == ["a.md", "b.md"]


def test_what_the_machine_lacks_is_told_too(way: str) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device", "site")

    with pytest.raises(OSError, match="No space left"):
        side_by_side({"a": lambda: None, "b": full})


def test_a_process_that_dies_is_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_can_fork", lambda: True)
    monkeypatch.setattr(module, "cores", lambda: 2)
    with pytest.raises(RuntimeError, match="the process for b ended"):
        side_by_side({"a": lambda: None, "b": lambda: os._exit(9)})


def test_beside_another_thread_nothing_is_forked() -> None:
    """Not even beside one of which `threading` knows nothing, such as those of Java or of a test runner."""
    end = _thread.allocate_lock()
    end.acquire()
    for start in (lambda: _thread.start_new_thread(end.acquire, ()), threading.Thread(target=end.acquire).start):
        before = threading.active_count()
        start()
        assert not module._can_fork(), threading.active_count() - before
        end.release()
