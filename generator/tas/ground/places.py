"""Where the package's own data lies: templates, assets, catalogues of interface words."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
TEMPLATES = PACKAGE / "templates"
ASSETS = PACKAGE / "assets"
LOCALES = PACKAGE / "locales"
