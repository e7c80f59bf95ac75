"""`[](sign:group/id)` in a text -> the words of that danger sign, so that no text types them again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tas.model.danger import DangerGroup
from tas.text.write import MID_SENTENCE, lowered

SIGN = re.compile(r"\[[^\[\]]*\]\(sign:(?P<name>[^()\s]*)\)")
MARKUP = re.compile(r"[*_]+")


def sign_texts(groups: Iterable[DangerGroup]) -> dict[str, str]:
    """`group/id` -> the words of the sign."""
    return {f"{group.id}/{sign.id}": sign.text for group in groups for sign in group.signs}


def with_signs(data: Any, signs: Mapping[str, str]) -> Any:
    """Plain data (texts, lists, mappings) with the words of the signs; a name that nobody knows stays, and a rule tells of it."""
    if isinstance(data, str):
        return SIGN.sub(lambda match: _words(match, signs), data) if "](sign:" in data else data
    if isinstance(data, list):
        return [with_signs(value, signs) for value in data]
    if isinstance(data, dict):
        return {key: with_signs(value, signs) for key, value in data.items()}
    return data


def _words(match: re.Match[str], signs: Mapping[str, str]) -> str:
    """As `text.write` puts them into the body of a page."""
    text = signs.get(match["name"])
    if text is None:
        return match[0]
    return lowered(text) if MID_SENTENCE.search(MARKUP.sub("", match.string[: match.start()])) else text
