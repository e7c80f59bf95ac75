"""Indonesian: quotes as in English, no word begins with an apostrophe."""

from __future__ import annotations

from tas.languages.language import Language

LANGUAGE = Language(quotes="“”‘’", stemmer="stemmer-id.js")
