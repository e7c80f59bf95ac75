"""What only a release needs and is not installed with the rest: named with the command that brings it, before anything is made."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tas.problems import Refused

LIBZIM, CRYPTOGRAPHY = "libzim", "cryptography"
PACKAGES = {LIBZIM: "libzim.writer", CRYPTOGRAPHY: "cryptography.hazmat.primitives.serialization"}
"""Package -> the module by which it is found."""


class Missing(Refused):
    """A package of the group `release` is not here."""

    code = 3


def needs(package: str, export: str, module: str = "") -> Any:
    """The module, or that of PACKAGES; or Missing with the repair."""
    try:
        return import_module(module or PACKAGES[package])
    except ImportError:
        raise Missing(
            f"{export} needs the package {package}; install it with: python -m pip install 'tas-bag[release]'"
        ) from None
