"""Indonesian."""

from __future__ import annotations

from tas.languages.language import Language

LANGUAGE = Language(quotes="“”‘’")
