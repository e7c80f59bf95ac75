"""The site engine: runs MkDocs over the bag. With `plugin.py` the only place that knows MkDocs."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from tas.ground.parallel import side_by_side
from tas.model.paper import Papers
from tas.problems import ERROR, ContentError, Problem
from tas.read.bag import Bag
from tas.read.project import CONFIG
from tas.render.asset_files import write_assets


def name_and_url(root: Path) -> tuple[str, str]:
    """Of the site; its absolute address ends with a slash."""
    config = _load(root)
    return config.site_name, (config.site_url or "/").rstrip("/") + "/"


def build_site(bag: Bag, papers: Papers, target: Path, *, bundles: bool = False) -> None:
    """Build both the pages and all that belongs to them into `target`; any warning of the engine is an error."""
    codes = [library.edition.code for library in bag]
    side_by_side({code: partial(_build_edition, bag, papers, target, code, bundles=bundles) for code in codes})
    write_assets(target)


def _build_edition(bag: Bag, papers: Papers, target: Path, code: str, *, bundles: bool) -> None:
    config = _load(bag.project.root, site_dir=str(target), strict=True)
    plugin = config.plugins["tas"]
    plugin.bag, plugin.papers, plugin.bundles, plugin.only = bag, papers, bundles, code
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


def serve_site(root: Path, *, address: str | None) -> None:
    """Live preview that rebuilds on every change; content errors are shown in the page."""
    try:
        serve(str(root / CONFIG), livereload=True, dev_addr=address)
    except (Abort, PluginError, ConfigurationError) as error:
        raise ContentError(
            [Problem(CONFIG, 1, 1, ERROR, str(error).strip() or "the preview could not start", "site-engine")]
        ) from None


def _load(root: Path, **options):
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
