"""Ties the preview to the server of the site engine: an edit is seen when it is saved, and an error stands at every address."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

from watchdog.events import FileModifiedEvent
from watchdog.observers import Observer

from tas.site.preview import Preview, problems_page

ERROR_PAGE = "problems.html"
SETTLED = 0.05
"""Seconds of quiet after which a file counts as saved."""
AGAIN = 0.5
"""Seconds until the files are looked at again, for a system that tells of no changes."""

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


def follow(server: Any, preview: Preview, watched: Iterable[Path]) -> None:
    """`server`: the site engine's, before it starts."""
    already = [path for path in watched if os.path.abspath(path) in server._watched_paths]
    for path in already:
        server.unwatch(str(path))
    server.observer = BothWays(preview)
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


class BothWays:
    """The system tells of changes at once; where it does not (a folder of another machine), looking twice a second finds them."""

    def __init__(self, preview: Preview) -> None:
        self._told: Any = Observer()
        self._looking = Thread(target=self._look, args=(preview,), daemon=True)
        self._ended = Event()
        self._handler: Any = None

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> Any:
        self._handler = handler  # all do the same
        return self._told.schedule(handler, path, recursive=recursive)

    def unschedule(self, watch: Any) -> None:
        self._told.unschedule(watch)

    def _look(self, preview: Preview) -> None:
        while not self._ended.wait(AGAIN):
            if preview.has_changed():
                self._handler.on_any_event(FileModifiedEvent(str(preview.root)))

    def start(self) -> None:
        self._looking.start()
        with suppress(OSError):  # it can tell of no more folders
            self._told.start()

    def stop(self) -> None:
        self._ended.set()
        self._told.stop()

    def join(self) -> None:
        for one in (self._told, self._looking):
            if one.is_alive():
                one.join()
