"""What an edition is (a language and a country), where its folders are, and its interface words."""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from markupsafe import Markup

from tas.ground.places import LOCALES
from tas.read.catalogue import Words, read_catalogue
from tas.read.ledger import NAME as LEDGER

RIGHT_TO_LEFT = "rtl"
FOLDERS = ("docs", "quizzes", "guides", "training", "reference")


@dataclass(frozen=True)
class Edition:
    """One entry of `editions` as mkdocs.yml names it."""

    code: str
    name: str
    default: bool
    root: Path
    review_after_months: int = 12
    fonts: tuple[Path, ...] = ()
    """Of its own for papers: regular, bold."""
    partial: bool = False
    """Not whole yet: what it lacks of the other editions is no error."""

    def folder(self, kind: str) -> Path:
        """One of `FOLDERS` of this edition."""
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
        return Locale.parse(self.code, sep="-")

    @property
    def direction(self) -> str:
        """Where its lines run: `ltr`, or `rtl` as in Arabic."""
        return str(self.locale.text_direction)

    @property
    def spoken(self) -> Markup:
        """What the root of a document of this edition, or its part of another one, says: `lang="ar" dir="rtl"`."""
        turned = Markup(' dir="rtl"') if self.direction == RIGHT_TO_LEFT else ""
        return Markup('lang="{}"{}').format(self.code, turned)

    @property
    def onward(self) -> str:
        """An arrow to what comes next."""
        return "←" if self.direction == RIGHT_TO_LEFT else "→"

    @property
    def back(self) -> str:
        return "→" if self.direction == RIGHT_TO_LEFT else "←"

    @cached_property
    def words(self) -> NullTranslations:
        """The interface words: from the bag's own catalogue, else from ours of this edition or its language, else in English as the code has them."""
        links = [copy.copy(words) for _, _, words in self.catalogues]
        for nearer, farther in pairwise(links):
            nearer.add_fallback(farther)
        return links[0] if links else NullTranslations()

    @cached_property
    def catalogues(self) -> tuple[tuple[str, Catalog, Words], ...]:
        """(name as messages show it, the words with the line of each, the same to be asked), the nearest first."""
        return tuple((name, *read_catalogue(file, name, str(self.locale))) for name, file in self._word_files())

    @property
    def ledger(self) -> Path:
        """What was compared with the edition that leads (read/ledger.py)."""
        return self.folder("reference") / f"{LEDGER}.yml"

    @property
    def own_words(self) -> Path:
        """The catalogue that the bag may have of its own."""
        return self.root / "locales" / f"{self.code}.po"

    def _word_files(self) -> Iterator[tuple[str, Path]]:
        names = {self.code: None, self.locale.language: None}
        for name, file in (
            (f"locales/{self.own_words.name}", self.own_words),
            *((f"generator/tas/locales/{name}.po", LOCALES / f"{name}.po") for name in names),
        ):
            if os.path.lexists(file):
                yield name, file
