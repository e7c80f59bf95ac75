"""The live preview: looks what an edit changes of what is shown, and makes these pages alone; what is wrong is shown in place of all.

Only what stands in files of pages, quizzes, guides and reference data can be followed page by page. Whatever else changes (settings,
words, pictures, the engine, a title, a page more or less), the whole site is made again.
"""

from __future__ import annotations

import gc
import os
import traceback
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from threading import Lock, Timer
from typing import Protocol

from tas.check import check
from tas.compose.page import Composed
from tas.ground.engine import files_below
from tas.ground.parts import Remembered, digest
from tas.ground.places import CONFIG, FOLDERS, PACKAGE
from tas.model.paper import NO_PAPERS
from tas.problems import ERROR, ContentError, Problem, errors
from tas.read.bag import Bag, read_bag
from tas.read.known import Known
from tas.read.own_files import bag_key
from tas.read.project import read_project
from tas.site.given import Given
from tas.site.keys import edition_key, page_key
from tas.site.page_view import PageView, page_view

IDLE = 1.0
"""Seconds without an edit until what no page shows is made again: the search."""

Pages = dict[tuple[str, str], Composed]
"""(edition, slug) -> page"""
States = dict[str, tuple[int, int, int]]
"""File -> when it was changed (nanoseconds), its size, its number on the disk."""


class Maker(Protocol):
    """Who makes HTML files of it (plugin.py)."""

    def whole(self, given: Given) -> Pages:
        """Make the site anew; returns its pages. Raises whatever goes wrong."""

    def frames(self, given: Given, pages: Pages) -> None:
        """Make these pages of it anew."""

    def search(self, given: Given, pages: Pages) -> None:
        """Make the search, and what else tells of all pages."""

    @property
    def site_url(self) -> str:
        """Where the preview is seen."""


@dataclass
class Shown:
    """What was made, by what it depends on."""

    given: Given
    pages: Pages
    ground: bytes
    editions: dict[str, bytes] = field(default_factory=dict)
    keys: dict[tuple[str, str], bytes] = field(default_factory=dict)
    views: dict[tuple[str, str], PageView] = field(default_factory=dict)


class Preview:
    """`look` after each change; `problems` is what it shows in place of every page while there are some."""

    def __init__(self, root: Path, maker: Maker):
        self.root = root
        self.maker = maker
        self.problems: tuple[Problem, ...] = ()
        self.kept = Remembered()
        self._known = Known()
        self._states: States = {}
        self._shown: Shown | None = None
        self._busy = Lock()
        self._later: Timer | None = None

    def read(self) -> tuple[Bag, list[Problem]]:
        """The bag as it is now, with all that is wrong with it. Raises ContentError where nothing can be read."""
        self._states = _states(self.root)  # first: what changes while it is read is another change
        bag = read_bag(read_project(self.root), self._known)
        return bag, check(bag, self.kept)

    def has_shown(self, given: Given, pages: Pages) -> None:
        """The site was made."""
        self.problems = given.errors
        self._shown = None if given.errors else self._of(given, pages)
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # nearly all of it stays for long: to look through it after each edit would cost a fifth of what the edit does

    def has_changed(self) -> bool:
        """Whether a file is not what it was at the last look."""
        return not self._busy.locked() and _states(self.root) != self._states

    def look(self) -> bool:
        """Show what is written now. False: nothing changed since the last look."""
        if _states(self.root) == self._states:
            return False
        with self._busy:
            self.stop()
            try:
                bag, found = self.read()
                self.problems = tuple(errors(found))
                if not self.problems:
                    self._show(Given(bag))
            except ContentError as error:
                self.problems = tuple(error.problems)
            except (Exception, SystemExit) as error:  # of the site engine, or of ours while somebody works on it
                traceback.print_exc()
                self._shown = None
                self.problems = (Problem(CONFIG, 1, 1, ERROR, str(error).strip() or repr(error), "site-engine"),)
        return True

    def stop(self) -> None:
        if self._later:
            self._later.cancel()

    def _show(self, given: Given) -> None:
        shown, ground = self._shown, _ground(given.bag, self._states)
        if shown is None or shown.ground != ground:
            self._shown = None  # until it is made
            self.has_shown(given, self.maker.whole(given))
            return
        now = self._of(given, dict(shown.pages), shown)
        changed = {name: page for name, page in now.pages.items() if _differs(name, now, shown)}
        self.maker.frames(given, changed)
        self._shown = now
        self._later = Timer(IDLE, self._renew)
        self._later.daemon = True
        self._later.start()

    def _renew(self) -> None:
        with self._busy:
            if self._shown and not self.problems:
                self.maker.search(self._shown.given, self._shown.pages)

    def _of(self, given: Given, pages: Pages, before: Shown | None = None) -> Shown:
        """With the keys of all pages; those that differ from what was shown `before` are composed."""
        bag, shared = given.bag, bag_key(given.bag)
        now = Shown(given, pages, _ground(bag, self._states))
        now.editions = {library.edition.code: edition_key(bag, library, NO_PAPERS, shared) for library in bag}
        for library in bag:
            code, composer = library.edition.code, given.composer(library)
            for slug in library.pages:
                name = code, slug
                key = now.keys[name] = page_key(now.editions[code], library, slug)
                if before and before.keys[name] == key and now.editions == before.editions:
                    now.views[name] = before.views[name]
                    continue
                if before and before.keys[name] != key:
                    pages[name] = composer.compose(slug)
                now.views[name] = page_view(bag, library, slug, site_url=self.maker.site_url)
        return now


def _differs(name: tuple[str, str], now: Shown, before: Shown) -> bool:
    return now.pages[name] != before.pages[name] or now.views[name] != before.views[name]


def _states(root: Path) -> States:
    found = {CONFIG: _state(root / CONFIG)}
    for folder in (*(root / name for name in FOLDERS), PACKAGE):
        found |= {file.path: _state(file) for file in files_below(folder)}
    return found


def _state(file: Path | os.DirEntry[str]) -> tuple[int, int, int]:
    try:
        status = file.stat()
    except OSError:  # it is gone already
        return 0, 0, 0
    return status.st_mtime_ns, status.st_size, status.st_ino


def _ground(bag: Bag, states: States) -> bytes:
    """What all pages stand on: as long as it is the same, the site can be followed page by page."""
    engine = {file: state for file, state in states.items() if file.startswith(str(PACKAGE))}
    titles = {
        code: {slug: page.title for slug, page in library.pages.items()} for code, library in bag.libraries.items()
    }
    return digest(bag_key(bag), repr(engine), repr(titles))


def problems_page(problems: tuple[Problem, ...]) -> str:
    lines = "\n".join(escape(str(problem), quote=False) for problem in problems)
    return (  # the live reload of the site engine goes before the end of the body
        '<!doctype html>\n<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{len(problems)} ×</title></head>\n<body style="margin: 2rem; font: 1.1rem/1.5 sans-serif"><h1>{len(problems)} ×</h1>'
        f'\n<pre style="white-space: pre-wrap"><code>{lines}</code></pre></body></html>\n'
    )
