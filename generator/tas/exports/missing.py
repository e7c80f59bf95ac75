"""What only a release needs and is not installed with the rest: named with the command that brings it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tas.problems import Refused


class Missing(Refused):
    """A package of the group `release` is not here."""

    code = 3


def needs(module: str, package: str, export: str) -> Any:
    """The module, or Missing with the repair."""
    try:
        return import_module(module)
    except ImportError:
        raise Missing(
            f"{export} needs the package {package}; install it with: python -m pip install 'tas-bag[release]'"
        ) from None
