"""Export formats: what is made from a guide or a quiz, one module each; a new one is its module and its line here."""

from __future__ import annotations

from generator.exports import guide_pdf

EXPORTS = (guide_pdf,)
