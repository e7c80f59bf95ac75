"""Exports: the quizzes and guides of an edition in the formats of other programs, one module each; a new one is its module and its line here."""

from __future__ import annotations

from tas.exports import anki, gift, handbook, kolibri, moodle, qti, scorm, table, xlsform, zim
from tas.exports.format import Format

FORMATS: tuple[Format, ...] = (scorm, moodle, anki, xlsform, gift, table, handbook, zim, kolibri, qti)
"""In the order in which the page for trainers offers them."""
