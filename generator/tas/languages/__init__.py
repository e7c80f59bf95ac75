"""What belongs to a language, whatever the country: a file a language, and the only room that names one."""

from __future__ import annotations

from tas.languages import dutch, indonesian
from tas.languages.language import Language

__all__ = ["LANGUAGES", "OTHER", "Language", "language"]

LANGUAGES = {"id": indonesian.LANGUAGE, "nl": dutch.LANGUAGE}
"""ISO 639 code -> what is known of it."""

OTHER = Language()


def language(code: str) -> Language:
    """`code` is that of an edition: "nl", "pt-br"."""
    return LANGUAGES.get(code.partition("-")[0], OTHER)
