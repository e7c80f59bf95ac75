"""What mkdocs.yml says about this bag: its editions, its navigation and the options of our plugin."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from tas.ground.places import CONFIG
from tas.problems import ERROR, ContentError, Place, Problem, quoted
from tas.read.document import Document
from tas.read.edition import Edition
from tas.read.nav import Nav, read_nav
from tas.read.options import Fonts, Options
from tas.read.own_pictures import FOLDER
from tas.read.settings import read_settings
from tas.read.source import read_config

FIRST_DAY, LAST_DAY = 315532800, 4102444800
"""1980 and 2100, in seconds since 1970: the days that a zip file can hold."""


@dataclass(frozen=True)
class Project:
    """One bag: where it lies and what it consists of. The default edition comes first."""

    root: Path
    editions: tuple[Edition, ...]
    nav: Nav = field(default_factory=Nav)
    options: Options = field(default_factory=lambda: Options.model_validate({}))
    site_name: str = ""
    site_url: str = "/"
    """With a slash at its end."""
    today: date = field(default_factory=lambda: build_day())
    problems: tuple[Problem, ...] = ()
    """What is wrong in mkdocs.yml; the defaults stand in its place, so that the files can be checked all the same."""
    plugins: dict[str, Document] = field(default_factory=dict)
    """The options of each plugin as written."""

    def place(self, plugin: str, *path: str) -> Place:
        """Where an option of a plugin stands in mkdocs.yml."""
        return self.plugins[plugin].place(path)


def build_day() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH fixes for a reproducible build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    if not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 10 and FIRST_DAY <= int(epoch) < LAST_DAY):
        said = (
            f"this variable is {quoted(epoch)}; it holds the seconds since 1970, of a day from 1980 on, or is not set"
        )
        raise ContentError([Problem("SOURCE_DATE_EPOCH", 1, 1, ERROR, said, "settings")])
    return datetime.fromtimestamp(int(epoch), UTC).date()


def _fonts(root: Path, named: Fonts | None) -> tuple[Path, ...]:
    return tuple(root / FOLDER / name for name in (named.regular, named.bold) if name) if named else ()


def read_project(root: Path) -> Project:
    """Read mkdocs.yml; raises ContentError with all that is wrong in it where editions or navigation cannot be understood."""
    if not (root / CONFIG).is_file():
        said = "this folder holds no bag; go to the folder of one, or begin one with `tas new bag FOLDER`"
        raise ContentError([Problem(CONFIG, 1, 1, ERROR, said, "no-bag")])
    document = read_config(root / CONFIG, CONFIG)
    if document.problems:
        raise ContentError(document.problems)
    read = read_settings(document)
    if not read.i18n:
        raise ContentError(read.problems)
    months, partial = read.options.review_after_months, read.options.partial
    editions = [
        Edition(
            language.locale,
            language.name,
            language.default,
            root,
            months,
            _fonts(root, read.options.fonts.get(language.locale)),
            language.locale in partial,
        )
        for language in read.i18n.languages
    ]
    editions.sort(key=lambda edition: not edition.default)
    name, address = (read.settings.site_name, read.settings.site_url) if read.settings else ("", None)
    return Project(
        root,
        tuple(editions),
        read_nav(read.nav),
        read.options,
        name,
        (address or "/").rstrip("/") + "/",
        problems=tuple(read.problems),
        plugins=read.plugins,
    )
