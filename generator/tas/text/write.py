"""Tokens -> HTML: nothing but the elements, attributes and addresses that this module names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from posixpath import dirname, join, normpath
from typing import Protocol

from markdown_it.token import Token

from tas.text.markdown import words

DRAWN = ("diagram", "danger")
"""Schemes of ours that draw a block, each at a paragraph of its own."""

MEDIA = "media"
"""Of a file: `![alt](media:knock.jpg "caption")`, `[words](media:sheet.pdf)`."""

SCHEMES = ("term", "source", "contact", "page", "sign", MEDIA, *DRAWN)
"""Ours: `[words](scheme:name)`."""

WEB = ("https://", "http://", "mailto:")
"""What else a link may begin with."""

BLOCKS = {"p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "h2", "h3", "h4", "h5", "h6"}  # fmt: skip
INLINE = {"em", "strong"}
SCROLLED = {"table_open": '<div class="tas-scroll" tabindex="0">{}', "table_close": "{}</div>"}
"""A table that is wider than a phone moves in a box of its own, with keys too."""

MID_SENTENCE = re.compile(r"[\w,;)]\s*$")
ALIGNED = re.compile(r"text-align:(left|right|center)")


class Links(Protocol):
    """How a medium shows what a link of ours names."""

    def __call__(self, scheme: str, name: str, inner: str) -> str:
        """`scheme` is one of SCHEMES, `inner` the HTML between the brackets; returns HTML.

        A file is asked for by three more: `picture` (`inner` is its alt text), `credit` (whose it is), `handed` (a link in a paragraph of its own).
        """


class WordsOnly:
    """No medium: a link is what stands between its brackets."""

    def __call__(self, scheme: str, name: str, inner: str) -> str:
        return inner


def scheme_of(address: str) -> tuple[str, str]:
    """`term:client` -> ("term", "client"); ("", address) for an address that is not ours."""
    scheme, _, name = address.partition(":")
    return (scheme, name) if scheme in SCHEMES else ("", address)


def page_of(address: str, slug: str) -> str | None:
    """The page that a link to a file of pages means, seen from the page `slug`: `../duties/visit.md#steps` -> `duties/visit#steps`."""
    file, hash_, section = address.partition("#")
    if not file.endswith(".md") or ":" in file or file.startswith("/"):
        return None
    return normpath(join(dirname(slug), file.removesuffix(".md"))) + hash_ + section


def write(tokens: Sequence[Token], links: Links, *, slug: str = "") -> str:
    """The HTML of a body; `slug` is the page it stands on."""
    return "".join(_blocks(tokens, links, slug))


def write_inline(tokens: Sequence[Token], links: Links, *, slug: str = "") -> str:
    return "".join(_inline(tokens, links, slug))


def drawn_alone(paragraph: Token) -> tuple[str, str] | None:
    """(scheme, name) of the drawing for which a paragraph is the place."""
    children = paragraph.children or ()
    if len(children) == 2 and children[0].type == "link_open":
        scheme, name = scheme_of(str(children[0].attrs["href"]))
        return (scheme, name) if scheme in DRAWN else None
    return None


def picture_of(token: Token) -> str | None:
    """The file that a picture shows, where it is one of the bag."""
    scheme, name = scheme_of(str(token.attrs.get("src", ""))) if token.type == "image" else ("", "")
    return name if scheme == MEDIA else None


def alone(paragraph: Token) -> Token | None:
    """The picture or the link to a file for which a paragraph is the place."""
    children = paragraph.children or [Token("", "", 0)]
    first = children[0]
    if len(children) == 1 and picture_of(first) is not None:
        return first
    if first.type == "link_open" and scheme_of(str(first.attrs["href"]))[0] == MEDIA:
        return first if _closing(children, 0) == len(children) - 1 else None
    return None


def lowered(text: str) -> str:
    """With a small letter, as in the middle of a sentence, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _blocks(tokens: Sequence[Token], links: Links, slug: str) -> Iterator[str]:
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
        elif token.type == "inline":
            yield from _inline(token.children or (), links, slug)
        elif token.type in ("fence", "code_block"):
            yield f"<pre><code>{escape(token.content, quote=False)}</code></pre>\n"
        elif token.type == "paragraph_open" and (drawn := drawn_alone(tokens[index + 1])):
            yield links(*drawn, "") + "\n"
            skip = 2
        elif token.type == "paragraph_open" and not token.hidden and (shown := alone(tokens[index + 1])):
            yield _figure(shown, links) if shown.type == "image" else _handed(tokens[index + 1], links, slug)
            skip = 2
        elif token.tag in BLOCKS and not token.hidden:
            yield SCROLLED.get(token.type, "{}").format(
                f"<{'/' if token.nesting < 0 else ''}{token.tag}{_attributes(token)}>"
            )
            if token.nesting < 1 or token.tag in ("ul", "ol", "blockquote", "table", "thead", "tbody", "tr"):
                yield "\n"
        elif token.hidden and token.nesting < 0 and tokens[index + 1].nesting > 0:
            yield "\n"


def _figure(picture: Token, links: Links) -> str:
    name, caption = picture_of(picture) or "", escape(str(picture.attrs.get("title") or ""), quote=False)
    said = " ".join(filter(None, (caption, links("credit", name, ""))))
    below = f"<figcaption>{said}</figcaption>" if said else ""
    return f'<figure class="tas-figure">{links("picture", name, escape(picture.content))}{below}</figure>\n'


def _handed(paragraph: Token, links: Links, slug: str) -> str:
    children = paragraph.children or []
    inner = "".join(_inline(children[1:-1], links, slug))
    return links("handed", scheme_of(str(children[0].attrs["href"]))[1], inner) + "\n"


def _attributes(token: Token) -> str:
    name, start, style = token.attrs.get("id"), token.attrs.get("start"), token.attrs.get("style")
    aligned = ALIGNED.fullmatch(str(style or ""))
    return (
        (f' id="{escape(str(name))}"' if name else "")
        + (f' start="{int(start)}"' if start else "")
        + (f' class="{aligned[1]}"' if aligned else "")
    )


def _inline(tokens: Sequence[Token], links: Links, slug: str) -> Iterator[str]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "link_open":
            end = _closing(tokens, index)
            inner = "".join(_inline(tokens[index + 1 : end], links, slug))
            html = _link(str(token.attrs["href"]), inner, links, slug)
            is_sign = scheme_of(str(token.attrs["href"]))[0] == "sign"
            yield lowered(html) if is_sign and MID_SENTENCE.search(words(tokens[:index])) else html
            index = end
        elif token.type == "code_inline":
            yield f"<code>{escape(token.content, quote=False)}</code>"
        elif token.type == "softbreak":
            yield "\n"
        elif token.type == "hardbreak":
            yield "<br>\n"
        elif (shown := picture_of(token)) is not None:
            yield links("picture", shown, escape(token.content))
        elif token.tag in INLINE:
            yield f"<{'/' if token.nesting < 0 else ''}{token.tag}>"
        else:  # text; of a picture that is none of the bag, its words
            yield escape(token.content, quote=False)
        index += 1


def _closing(tokens: Sequence[Token], opening: int) -> int:
    depth = 0
    for index in range(opening, len(tokens)):
        depth += {"link_open": 1, "link_close": -1}.get(tokens[index].type, 0)
        if not depth:
            return index
    raise AssertionError("a link that is opened is closed")


def _link(address: str, inner: str, links: Links, slug: str) -> str:
    scheme, name = scheme_of(address)
    if scheme:
        return links(scheme, name, inner)
    page = page_of(address, slug)
    if page:
        return links("page", page, inner)
    if address.startswith((*WEB, "#")):
        return f'<a href="{escape(address)}">{inner}</a>'
    return inner
