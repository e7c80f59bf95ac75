"""Offline forms: files made from a finished site folder, one module each; a new one is its module and its line here."""

from __future__ import annotations

from typing import Protocol

from tas.bundles import epub, single_file, zip
from tas.bundles.outline import File, Outline
from tas.bundles.site_folder import Site


class Bundle(Protocol):
    """A module that makes one file to pass on from a finished site; it sees a folder of pages, never a quiz or a guide."""

    @property
    def ID(self) -> str:
        """Its name, `kebab-case`."""

    @property
    def TITLE(self) -> str:
        """The interface word that offers it."""

    @property
    def USE(self) -> str:
        """What it is for, an interface word; `%(file)s` is the file that a reader opens first."""

    @property
    def LIMIT(self) -> int:
        """Bytes meant for it; the build says when it has more."""

    @property
    def ALONE(self) -> bool:
        """Whether it is made of its edition's pages and what they load, and of nothing else."""

    def file_name(self, outline: Outline) -> str:
        """Its address from the root of the site."""

    @property
    def OUTGROWN(self) -> str:
        """What more than that means to who takes it along, and what an author can do: the end of a sentence."""

    def make(self, site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> list[File]:
        """The file for the edition of `outline`, then those to which it leads; the same bytes for the same site."""


BUNDLES: tuple[Bundle, ...] = (single_file, zip, epub)
"""The installable site (pwa.py) is no file to pass on."""
