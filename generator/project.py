"""What mkdocs.yml says about this bag: its editions, its navigation and the options of our plugin."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from generator.edition import WORDS_FOLDER, Edition
from generator.model.base import Model
from generator.parse import parse
from generator.problems import ContentError
from generator.source import Document, read_lenient

CONFIG = "mkdocs.yml"


class Options(Model):
    """The options of the plugin `tas`, one a line."""

    review_after_months: Annotated[int, Field(ge=1, le=60, description="A text not checked for longer is overdue.")] = (
        12
    )
    levels: Annotated[
        dict[str, Literal["error", "warning", "off"]], Field(description="Rule id -> level, where it differs.")
    ] = {}
    locales: Annotated[
        str | None, Field(description="Folder of the word catalogues; by default the one that comes with Tas.")
    ] = None


@dataclass(frozen=True)
class Project:
    """One bag: where it lies and what it consists of. The default edition comes first."""

    root: Path
    editions: tuple[Edition, ...]
    nav: tuple[Any, ...] = ()
    options: Options = field(default_factory=Options)
    today: date = field(default_factory=lambda: build_day())

    @property
    def nav_slugs(self) -> list[str]:
        """The pages of the navigation in reading order."""
        return [entry.removesuffix(".md") for entry in _leaves(self.nav)]

    @property
    def nav_titles(self) -> list[str]:
        """The words that head the parts of the navigation; the catalogues translate them."""
        return [title for entry in self.nav if isinstance(entry, dict) for title in entry]


def build_day() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH fixes for a reproducible build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def read_project(root: Path) -> Project:
    """Read mkdocs.yml; raises ContentError with what is wrong in it."""
    document = read_lenient(root / CONFIG, CONFIG)
    if document.problems:
        raise ContentError(document.problems)
    data = document.data if isinstance(document.data, dict) else {}
    plugins = _plugins(data.get("plugins"))
    options = _options(document, plugins.get("tas") or {})
    words = root / options.locales if options.locales else WORDS_FOLDER
    editions = tuple(
        Edition(str(entry["locale"]), str(entry.get("name", entry["locale"])), bool(entry.get("default")), root, words)
        for entry in (plugins.get("i18n") or {}).get("languages") or ()
        if isinstance(entry, dict) and "locale" in entry
    )
    if sum(edition.default for edition in editions) != 1:
        raise ContentError(
            [
                document.problem(
                    ("plugins",),
                    "the plugin i18n needs its languages, one of them with default: true; each language is an edition",
                    "editions",
                )
            ]
        )
    ordered = tuple(sorted(editions, key=lambda edition: not edition.default))
    return Project(root, ordered, tuple(data.get("nav") or ()), options)


def _plugins(entries: Any) -> dict[str, Any]:
    """MkDocs takes a list of names and one-key mappings, or one mapping."""
    if isinstance(entries, dict):
        return entries
    plugins: dict[str, Any] = {}
    for entry in entries or ():
        plugins.update(entry if isinstance(entry, dict) else {entry: None})
    return plugins


def _options(document: Document, data: dict[str, Any]) -> Options:
    options, problems = parse(Document(document.path, data, {(): document.mark(("plugins",))}), Options)
    if options is None:
        raise ContentError(problems)
    return options


def _leaves(entries: Any) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            for value in entry.values():
                yield from _leaves([value] if isinstance(value, str) else value or ())
