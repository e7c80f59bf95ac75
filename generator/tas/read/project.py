"""What mkdocs.yml says about this bag: its editions, its navigation and the options of our plugin."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from tas.ground.places import LOCALES
from tas.model.base import Model, PageRef
from tas.problems import ContentError
from tas.read.document import Document
from tas.read.edition import Edition
from tas.read.parse import parse
from tas.read.source import read_lenient

CONFIG = "mkdocs.yml"
LOCALE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})?")


class Options(Model):
    """The options of the plugin `tas`, one a line."""

    review_after_months: Annotated[int, Field(ge=1, le=60, description="A text not checked for longer is overdue.")] = (
        12
    )
    longest_sentence: Annotated[
        int, Field(ge=5, le=60, description="Words; a longer sentence on a page is hard-to-read.")
    ] = 20
    reading_score: Annotated[
        dict[str, float],
        Field(
            default_factory=dict,
            description="Edition -> the hardest score that a page may have by the formula of its language.",
        ),
    ]
    levels: Annotated[
        dict[str, Literal["error", "warning", "off"]],
        Field(default_factory=dict, description="Rule id -> level, where it differs."),
    ]
    report_to: Annotated[
        Annotated[str, StringConstraints(pattern=r"^mailto:[^\s@]+@[^\s@]+$")] | None,
        Field(description="Where readers report a mistake: mailto: and an address."),
    ] = None
    leave_to: Annotated[
        PageRef | None, Field(description="A harmless page, to which a reader of a sensitive page can flee.")
    ] = None
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
    def part_titles(self) -> dict[str, str]:
        """First page of a part of the navigation -> the word that heads the part."""
        parts = (
            (title, list(_leaves([pages])))
            for entry in self.nav
            if isinstance(entry, dict)
            for title, pages in entry.items()
        )
        return {pages[0].removesuffix(".md"): title for title, pages in parts if pages}

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
    if not _is_nav(data.get("nav") or []):
        raise ContentError(
            [document.problem(("nav",), "nav must be a list of pages and of titles with lists of pages", "nav")]
        )
    if data.get("use_directory_urls", True) is not True:
        said = "the addresses of this bag end with a slash, as they stand on paper and in bookmarks; delete this line"
        raise ContentError([document.problem(("use_directory_urls",), said, "settings")])
    plugins = _plugins(document, data.get("plugins"))
    options = _options(plugins.get("tas", Document(CONFIG, {})))
    words = root / options.locales if options.locales else LOCALES
    editions = [
        Edition(
            language["locale"],
            str(language.get("name", language["locale"])),
            language.get("default") is True,
            root,
            words,
        )
        for language in _languages(plugins.get("i18n", Document(CONFIG, {})))
    ]
    if sum(edition.default for edition in editions) != 1:
        said = "the plugin i18n needs its languages, one of them with default: true; each language is an edition"
        raise ContentError([document.problem(("plugins",), said, "editions")])
    ordered = tuple(sorted(editions, key=lambda edition: not edition.default))
    return Project(root, ordered, tuple(data.get("nav") or ()), options)


def _is_nav(entries: Any) -> bool:
    """A list of pages, and of titles with one page or with lists like this one."""
    return isinstance(entries, list) and all(
        isinstance(entry, str)
        or (isinstance(entry, dict) and all(isinstance(inside, str) or _is_nav(inside) for inside in entry.values()))
        for entry in entries
    )


def _plugins(document: Document, entries: Any) -> dict[str, Document]:
    """Name -> its options; MkDocs takes a list of names and one-key mappings, or one mapping."""
    if isinstance(entries, dict):
        listed: list[tuple[tuple, Any]] = [((), entries)]
    else:
        listed = [((index,), entry) for index, entry in enumerate(entries if isinstance(entries, list) else ())]
    plugins: dict[str, Document] = {}
    for path, entry in listed:
        named = entry if isinstance(entry, dict) else {str(entry): None}
        for name, options in named.items():
            plugins[name] = document.part(("plugins", *path, name), options or {})
    return plugins


def _languages(i18n: Document) -> Iterator[dict[str, Any]]:
    languages = i18n.data.get("languages") if isinstance(i18n.data, dict) else ()
    for index, language in enumerate(languages if isinstance(languages, list) else ()):
        locale = language.get("locale") if isinstance(language, dict) else None
        if not isinstance(locale, str) or not LOCALE.fullmatch(locale):
            said = 'each language needs a locale, a code such as "en"; it names the folders of its edition'
            raise ContentError([i18n.problem(("languages", index), said, "editions")])
        yield language


def _options(document: Document) -> Options:
    options, problems = parse(document, Options)
    if options is None:
        raise ContentError(problems)
    return options


def _leaves(entries: Any) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            for value in entry.values():
                yield from _leaves([value] if isinstance(value, str) else value)
