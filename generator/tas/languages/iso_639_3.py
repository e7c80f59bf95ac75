"""Codes of three letters, which some formats of libraries ask for."""

from __future__ import annotations

ISO_639_3 = {
    "id": "ind",
    "nl": "nld",
    "en": "eng",
    "ar": "ara",
    "fr": "fra",
    "de": "deu",
    "es": "spa",
    "pt": "por",
    "vi": "vie",
    "fil": "fil",
}
"""A language of BCP 47 -> its code in ISO 639-3; what is not here is `und` there."""
