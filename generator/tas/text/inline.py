"""Inline Markdown of front matter and YAML -> safe HTML, and the link schemes that texts may use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

SCHEMES = ("term", "source", "contact", "page", "diagram", "danger", "sign")
"""The last one is words, put in when a file is read (read/signs.py)."""
SCHEME_LINK = re.compile(rf"\[(?P<text>[^\[\]]*)\]\((?P<scheme>{'|'.join(SCHEMES)}):(?P<name>[^()\s]*)\)")
"""A scheme link as it stands in a text; also used to find them all with their place."""

Resolve = Callable[[str, str, str], str]
"""(scheme, name, inner HTML) -> HTML. Every medium links in its own way."""

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "autolink"])
_TAGS = {"a", "abbr", "br", "code", "em", "span", "strong", "sub", "sup", "s"}
_ATTRIBUTES = {
    "a": {"href", "class", "id", "aria-label", "data-term"},
    "span": {"class"},
    "sup": {"class"},
    "abbr": {"title"},
}
_URL_SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True)
class SchemeLink:
    """One `[text](scheme:name)` and its place in the text it was found in (from 0)."""

    text: str
    scheme: str
    name: str
    start: int


def scheme_links(text: str) -> Iterator[SchemeLink]:
    for match in SCHEME_LINK.finditer(text):
        yield SchemeLink(match["text"], match["scheme"], match["name"], match.start())


UNMARKED = re.compile(r"[^&<>*_\[\]`\\!\n\u00a0]*")
"""Text in which neither Markdown nor HTML has anything to say: most of what is written."""


def render_inline(text: str, resolve: Resolve) -> Markup:
    """Inline Markdown as HTML that can neither run nor break out: raw HTML is shown as text, and the result is sanitised."""
    if UNMARKED.fullmatch(text):
        return Markup(text)
    tokens = _MARKDOWN.parseInline(text)[0].children or []
    html = "".join(_render(tokens, resolve))
    return Markup(nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_URL_SCHEMES, link_rel=None))


def replace_scheme_links(markdown: str, resolve: Resolve) -> str:
    """A page's Markdown with its scheme links as HTML; all else is left to the site engine."""

    def html(match: re.Match[str]) -> str:
        return resolve(match["scheme"], match["name"], str(render_inline(match["text"], resolve)))

    return SCHEME_LINK.sub(html, markdown)


def plain(text: str) -> str:
    """The words alone: no emphasis, no links, no citations."""
    html = render_inline(text, lambda scheme, name, inner: inner)
    return re.sub(r"\s+([.,;:])", r"\1", Markup(html).striptags())


def _render(tokens: list[Token], resolve: Resolve) -> Iterator[str]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        scheme, _, name = str(token.attrGet("href") or "").partition(":") if token.type == "link_open" else ("", "", "")
        if scheme in SCHEMES:
            end = next(i for i in range(index, len(tokens)) if tokens[i].type == "link_close")
            yield resolve(scheme, name, "".join(_render(tokens[index + 1 : end], resolve)))
            index = end
        elif token.type == "text":
            yield escape(token.content, quote=False)
        else:
            yield _MARKDOWN.renderer.render([token], _MARKDOWN.options, {})
        index += 1
