"""Ties the preview to the server of the site engine: an edit is seen when it is saved, and an error stands at every address."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from tas.site.preview import Preview, problems_page

ERROR_PAGE = "problems.html"
SETTLED = 0.05
"""Seconds of quiet after which a file counts as saved."""

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


def follow(server: Any, preview: Preview, watched: Iterable[Path]) -> None:
    """`server`: the site engine's, before it starts."""
    already = [path for path in watched if os.path.abspath(path) in server._watched_paths]
    for path in already:
        server.unwatch(str(path))
    server.observer = BothObservers()
    server.build_delay = SETTLED
    for path in watched:
        if path.exists():
            server.watch(str(path))
    server.builder = lambda: _look(server, preview)
    server.set_app(_or_problems(server.get_app(), server, preview))
    _write_problems(server, preview)


def _look(server: Any, preview: Preview) -> None:
    if preview.look():
        _write_problems(server, preview)
    else:
        server._wanted_epoch = server._visible_epoch  # else browsers would load again what they show


def _write_problems(server: Any, preview: Preview) -> None:
    if preview.problems:
        Path(server.root, ERROR_PAGE).write_text(problems_page(preview.problems), encoding="utf-8")


def _or_problems(app: App, server: Any, preview: Preview) -> App:
    """Every page is the one with the problems, while there are some."""

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if preview.problems and environ["PATH_INFO"].endswith(("/", ".html")):
            environ = {**environ, "PATH_INFO": server.mount_path + ERROR_PAGE}
        return app(environ, start_response)

    return answer


class BothObservers:
    """The system tells of changes at once; where it does not (a folder of another machine), looking twice a second finds them."""

    def __init__(self) -> None:
        self._all: list[Any] = [Observer(), PollingObserver(timeout=0.5)]

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> list[tuple[Any, Any]]:
        return [(one, one.schedule(handler, path, recursive=recursive)) for one in self._all]

    def unschedule(self, watches: list[tuple[Any, Any]]) -> None:
        for one, watch in watches:
            one.unschedule(watch)

    def start(self) -> None:
        told, looking = self._all
        looking.start()
        with suppress(OSError):  # it can tell of no more folders
            told.start()

    def stop(self) -> None:
        for one in self._all:
            one.stop()

    def join(self) -> None:
        for one in self._all:
            if one.is_alive():
                one.join()
