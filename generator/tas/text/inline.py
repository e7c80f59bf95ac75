"""Inline Markdown of front matter and YAML -> safe HTML, or the words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tas.text.markdown import parse_inline, words
from tas.text.write import Links, scheme_of, write_inline

UNMARKED = re.compile(r"(?:[^&<>*_\[\]`\\!\n\u00a0'\"\-.]|-(?!-)|\.(?!\.\.))*")
"""Text in which neither Markdown nor HTML nor typography has anything to say: most of what is written."""

SPACE_BEFORE = re.compile(r"\s+([.,;:])")
"""Where a citation stood."""


@dataclass(frozen=True)
class SchemeLink:
    """A link of ours, `[text](scheme:name)`."""

    text: str
    scheme: str
    name: str


def render_inline(text: str, links: Links, language: str) -> Markup:
    """Inline Markdown as HTML that can neither run nor break out. `language`: the edition's code, for quotes and dashes."""
    if UNMARKED.fullmatch(text):
        return Markup(text)
    return Markup(write_inline(parse_inline(text, language), links))


def plain(text: str, language: str = "") -> str:
    """The words alone: no emphasis, no links, no citations. Without a language they stay as they were typed."""
    if UNMARKED.fullmatch(text):
        return text
    found = words(parse_inline(text, language), typed=not language)
    return SPACE_BEFORE.sub(r"\1", " ".join(found.split()))


def scheme_links(text: str, language: str = "") -> Iterator[SchemeLink]:
    """The links of ours in a text, in their order."""
    if "](" in text:
        tokens = parse_inline(text, language)
        for index, token in enumerate(tokens):
            if token.type == "link_open":
                scheme, name = scheme_of(str(token.attrs["href"]))
                if scheme:
                    end = next(i for i in range(index, len(tokens)) if tokens[i].type == "link_close")
                    yield SchemeLink(words(tokens[index + 1 : end]), scheme, name)
