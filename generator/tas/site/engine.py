"""The site engine: runs MkDocs over the bag. With `plugin.py` the only place that knows MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from tas.ground.folder import leave_only
from tas.ground.parallel import side_by_side
from tas.ground.parts import PARTS, Parts, clear_killed
from tas.ground.places import CONFIG
from tas.model.paper import Papers
from tas.problems import ERROR, ContentError, Problem
from tas.read.bag import Bag
from tas.read.own_files import bag_key
from tas.render.asset_files import read_assets
from tas.site.address import free_address
from tas.site.given import Given
from tas.site.kept import Kept
from tas.site.keys import edition_key, ground_key
from tas.site.whole import keep, put_again

FEW = 24
"""Pages that are not worth a process of their own."""


def build_site(bag: Bag, papers: Papers, target: Path, *, bundles: bool = False) -> bool:
    """Build both the pages and all that belongs to them into `target`; any warning of the engine is an error.

    Returns whether that was little: an earlier build had made nearly all pages of all editions but one.
    """
    folder = bag.project.root / PARTS
    clear_killed(folder)
    shared = bag_key(bag)
    keys = {library.edition.code: edition_key(bag, library, papers, shared) for library in bag}
    grounds = {library.edition.code: ground_key(library, shared) for library in bag}
    kept = {code: Kept(Parts(folder / f"site-{code}"), keys, grounds[code]) for code in keys}
    given = {code: Given(bag, papers, bundles, kept[code], target) for code in keys}
    folders = {library.edition.code: target / f".{library.edition.code}" for library in bag}
    read_assets(bag.project)
    missing = (sum(kept[library.edition.code].lacks(library, slug) for slug in library.pages) for library in bag)
    is_little = sum(number > FEW for number in missing) < 2
    pages = {f"{library.address(slug)}index.html" for library in bag for slug in library.pages}
    if not target.is_dir() or not leave_only(target, pages.__contains__):
        target.mkdir()
    works = {code: partial(_build_edition, given[code], folder, code) for code, folder in folders.items()}
    side_by_side(works, is_little=is_little)
    for folder in folders.values():
        _merge(folder, target)
    return is_little


def _build_edition(given: Given, folder: Path, code: str) -> None:
    """One edition, into a folder of its own: the engine empties the folder that it builds into."""
    library = given.bag.libraries[code]
    folder.mkdir()
    if not put_again(given, library, folder):
        _run(given, folder, code)
        keep(given, library, folder)
    if given.kept:
        given.kept.parts.save()


def _run(given: Given, folder: Path, code: str) -> None:
    config = _load(given.bag.project.root, site_dir=str(folder), strict=True)
    ours: Any = config.plugins["tas"]
    ours.given = given
    i18n: Any = config.plugins["i18n"]
    i18n.current_language = code
    for language in i18n.config.languages:
        language.build = language.locale == code
    said = _Said()
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    propagate, log.propagate = log.propagate, False
    try:
        build(config)
    except (Abort, PluginError, ConfigurationError) as error:
        raise ContentError(said.problems() or [Problem(CONFIG, 1, 1, ERROR, str(error), "site-engine")]) from None
    finally:
        log.removeHandler(said)
        log.propagate = propagate


def _merge(folder: Path, target: Path) -> None:
    """Move all that lies in the folder into the target."""
    for entry in folder.iterdir():
        there = target / entry.name
        if entry.is_dir() and there.is_dir():
            _merge(entry, there)
        else:
            entry.replace(there)
    folder.rmdir()


def serve_site(root: Path, *, address: str | None, say: Callable[[str, str], None]) -> None:
    """Live preview that rebuilds on every change; content errors are shown in the page. Raises NoAddress."""
    from mkdocs.commands.serve import serve  # with what watches files, which a build has no use for

    wanted = address or str(_load(root).dev_addr)
    free = free_address(wanted)
    taken = "" if free.endswith(wanted) else f" ({wanted} is taken)"
    say("serve", f"http://{free}/{taken} shows the site as soon as it is built; Ctrl+C ends")
    try:
        serve(str(root / CONFIG), livereload=True, dev_addr=free)
    except (Abort, PluginError, ConfigurationError) as error:
        raise ContentError(
            [Problem(CONFIG, 1, 1, ERROR, str(error).strip() or "the preview could not start", "site-engine")]
        ) from None


def _load(root: Path, **options: Any) -> MkDocsConfig:
    try:
        return load_config(str(root / CONFIG), **options)
    except (Abort, ConfigurationError) as error:
        raise ContentError(
            [Problem(CONFIG, 1, 1, ERROR, str(error).strip() or "MkDocs cannot read this configuration", "site-engine")]
        ) from None


class _Said(logging.Handler):
    """Keeps what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.lines[record.getMessage().strip()] = None

    def problems(self) -> list[Problem]:
        return [Problem(CONFIG, 1, 1, ERROR, f"the site engine warns: {line}", "site-engine") for line in self.lines]
