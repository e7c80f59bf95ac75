"""Content rules: one file each with ID, LEVEL, a docstring that is its manual page, and `check`. A file here is a rule."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from tas.problems import Finding
from tas.read.bag import Bag


class Rule(Protocol):
    """What each module of this folder is. Its docstring is its page in the manual: what it asks, what passes, what fails."""

    __doc__: str | None
    ID: str
    """As messages and mkdocs.yml name it; the module's name with dashes."""
    LEVEL: str
    """`error`, `warning` or `off`, where mkdocs.yml sets no other."""

    def check(self, bag: Bag) -> Iterator[Finding]:
        """Everything that the rule finds, in any order."""


RULES = tuple(
    cast(Rule, import_module(f"{__name__}.{name}")) for name in sorted(found.name for found in iter_modules(__path__))
)
"""By their names."""
