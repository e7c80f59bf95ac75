"""What an edition is (a language and a country), where its folders are, and its interface words."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog

from tas.ground.places import LOCALES
from tas.problems import ERROR, ContentError, Problem
from tas.read.catalogue import Words, read_catalogue

FOLDERS = ("docs", "quizzes", "guides", "reference")


@dataclass(frozen=True)
class Edition:
    """One entry of `editions` as mkdocs.yml names it."""

    code: str
    name: str
    default: bool
    root: Path
    words_folder: Path = LOCALES
    review_after_months: int = 12

    def folder(self, kind: str) -> Path:
        """`docs`, `quizzes`, `guides` or `reference` of this edition."""
        return self.root / kind / self.code

    def due(self, reviewed: date) -> date:
        """The day from which a text that was checked on `reviewed` must be checked anew, and a copy replaced by a newer one."""
        years, month = divmod(reviewed.month - 1 + self.review_after_months, 12)
        return date(reviewed.year + years, month + 1, 1) + timedelta(days=reviewed.day - 1)

    @property
    def prefix(self) -> str:
        """What stands before every address of this edition."""
        return "" if self.default else f"{self.code}/"

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale: dates, plurals, numbers."""
        try:
            return Locale.parse(self.code, sep="-")
        except (UnknownLocaleError, ValueError):
            raise self._error(
                f'"{self.code}" is not a language code that Babel knows; use one such as "en"', "unknown-language"
            ) from None

    @cached_property
    def catalogue(self) -> Catalog:
        """The interface words, with the line of each."""
        return self._read[0]

    @cached_property
    def words(self) -> Words:
        """The same, to be asked for; a word that is missing is an error."""
        words = self._read[1]
        words.add_fallback(_Missing(self))
        return words

    @cached_property
    def _read(self) -> tuple[Catalog, Words]:
        file = self.words_folder / f"{self.code}.po"
        if not os.path.lexists(file):
            said = f"edition {self.code} has no interface words; copy another catalogue to this name and translate it"
            raise self._error(said, "missing-catalogue")
        return read_catalogue(file, self.words_file, str(self.locale))

    @property
    def words_file(self) -> str:
        """The catalogue's name as messages show it."""
        file = self.words_folder / f"{self.code}.po"
        return (
            file.relative_to(self.root).as_posix()
            if file.is_relative_to(self.root)
            else f"generator/tas/locales/{file.name}"
        )

    def _error(self, message: str, rule: str, *, line: int = 1) -> ContentError:
        return ContentError([Problem(self.words_file, line, 1, ERROR, message, rule)])


class _Missing(NullTranslations):
    """The end of the fallback chain: an untranslated word never reaches a reader."""

    def __init__(self, edition: Edition):
        super().__init__()
        self.edition = edition

    def gettext(self, message: str) -> str:
        raise ContentError(
            [
                Problem(
                    self.edition.words_file,
                    1,
                    1,
                    ERROR,
                    f'the word "{message}" has no translation; add msgid and msgstr',
                    "missing-word",
                )
            ]
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)
