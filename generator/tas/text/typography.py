"""Quotes, apostrophes, dashes and dots as a printer sets them, by the language of the edition."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from tas.languages import Language

SET = re.compile(r"['\"]|--|\.\.\.")
"""What there is to set; a text without it stays as it was typed."""

SIGNS = (
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<!-)--(?!-)"), "–"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
)
STRAIGHT = re.compile(r"['\"]")
OPENS_AFTER = "([{<–—-/“‘«\"'"
BREAKS = ("softbreak", "hardbreak")


def rule(language: Language) -> Callable[[StateCore], None]:
    """A core rule of the parser. What the author typed is kept in `meta["typed"]`, for messages and their columns."""

    def typography(state: StateCore) -> None:
        for block in state.tokens:
            if block.type == "inline" and SET.search(block.content):
                _set(block.children or [], language)

    return typography


def _set(tokens: list[Token], language: Language) -> None:
    after = _first_letters(tokens)
    before = " "
    for token, following in zip(tokens, after, strict=True):
        if token.type in BREAKS:
            before = " "
            continue
        if token.type == "text" and SET.search(token.content):
            token.meta["typed"] = token.content
            token.content = _quoted(_signed(token.content, language), before, following, language.quotes)
        before = token.content[-1:] or before


def _signed(text: str, language: Language) -> str:
    for pattern, sign in SIGNS:
        text = pattern.sub(sign, text)
    return language.elisions.sub("’", text) if language.elisions else text


def _quoted(text: str, before: str, following: str, quotes: str) -> str:
    """A quote opens after a blank or a bracket and before a letter; every other one closes, or is an apostrophe."""

    def quote(match: re.Match[str]) -> str:
        at = match.start()
        last = text[at - 1] if at else before
        following_letter = text[at + 1] if at + 1 < len(text) else following
        opens = not following_letter.isspace() and (last.isspace() or last in OPENS_AFTER)
        return quotes[(0 if match[0] == '"' else 2) + (0 if opens else 1)]

    return STRAIGHT.sub(quote, text)


def _first_letters(tokens: list[Token]) -> list[str]:
    """For each token the letter that stands behind it."""
    letters, next_letter = [], " "
    for token in reversed(tokens):
        letters.append(next_letter)
        next_letter = " " if token.type in BREAKS else token.content[:1] or next_letter
    return letters[::-1]
