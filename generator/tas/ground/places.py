"""Where things lie: the package's own data (templates, assets, catalogues of interface words), and what a bag consists of."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
TEMPLATES = PACKAGE / "templates"
ASSETS = PACKAGE / "assets"
LOCALES = PACKAGE / "locales"

CONFIG = "mkdocs.yml"
FOLDERS = ("docs", "quizzes", "guides", "training", "reference", "media", "locales", "assets")
"""All that a bag consists of, with its settings."""
LEFT_BEHIND = re.compile(r"\..*|.*~|~\$.*|#.*#|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|__MACOSX", re.IGNORECASE)
"""What file managers and editors leave where they have been; nobody means it, so nobody is asked to tidy it up."""
