"""What an edition is (a language and a country), where its folders are, and its interface words."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from tas.ground.places import LOCALES
from tas.problems import ERROR, ContentError, Problem

FOLDERS = ("docs", "quizzes", "guides", "reference")


@dataclass(frozen=True)
class Edition:
    """One entry of `editions` as mkdocs.yml names it."""

    code: str
    name: str
    default: bool
    root: Path
    words_folder: Path = LOCALES

    def folder(self, kind: str) -> Path:
        """`docs`, `quizzes`, `guides` or `reference` of this edition."""
        return self.root / kind / self.code

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
        """The interface words, read straight from the .po file: nothing to compile, nothing to forget."""
        file = self.words_folder / f"{self.code}.po"
        try:
            with file.open("rb") as stream:
                return read_po(stream, locale=str(self.locale), abort_invalid=True)
        except FileNotFoundError:
            raise self._error(
                f"edition {self.code} has no interface words; copy another catalogue to this name and translate it",
                "missing-catalogue",
            ) from None
        except (PoFileError, UnicodeDecodeError) as error:
            line = getattr(error, "lineno", 0) or 0
            raise self._error(
                "the catalogue cannot be read; check the quotes around this line", "catalogue", line=line + 1
            ) from None

    @cached_property
    def words(self) -> Words:
        stream = io.BytesIO()
        write_mo(stream, self.catalogue)
        stream.seek(0)
        words = Words(stream)
        words.add_fallback(_Missing(self))
        return words

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


class Words(GNUTranslations):
    """Interface words of one edition; asking for one that is not translated is an error."""


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
