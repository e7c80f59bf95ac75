"""How much a file weighs and how long it plays, as a reader is told."""

from __future__ import annotations

from babel.numbers import format_decimal

from tas.read.edition import Edition


def weight(edition: Edition, size: int) -> str:
    """1,2 MB: what a reader with a small data plan wants to know beforehand."""
    unit, one, digits = ("MB", 1_000_000, "#,##0.0") if size >= 1_000_000 else ("kB", 1000, "#,##0")
    return f"{format_decimal(size / one, digits, locale=edition.locale)} {unit}"


def length(seconds: int) -> str:
    """4:05"""
    return f"{seconds // 60}:{seconds % 60:02d}"
