"""What other programs mark up in another way is said where it stands, with what to write instead; readers would see the bare signs.

Passes: `**at once**`, a list with dashes, `## Steps {#steps}`, `[](source:who-pnc)`
Fails: `~~never~~`, `- [ ] a task`, `!!! note`, `> [!NOTE]`, `[[a page]]`, `text[^1]`, `{.class}`, `• a bullet`, `#hashtag`, an underlined heading
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from markdown_it.token import Token

from tas.check.text import Text
from tas.check.texts import bodies, texts
from tas.problems import ERROR, Finding, quoted
from tas.read.bag import Bag
from tas.read.document import Document
from tas.text.markdown import BRACKETS

ID = "other-dialect"
LEVEL = ERROR

Sign = tuple[re.Pattern[str], str, str]
"""What it looks like, what it is elsewhere, what to write here."""

TABLE = "put a line |---|---| below the first row, with as many parts as the row has cells"
BOX = "write it as a paragraph, and **bold** what must be seen first"
LIST = "begin the line with a dash and a blank: - like this"

ANYWHERE: tuple[Sign, ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what, instead)
    for pattern, what, instead in (
        (r"\[\^[^\[\]\s]+\]:?", "a footnote", "cite with [](source:id), or say it in the sentence"),
        (r"~~[^~\n]+~~", "struck out", "leave the words out"),
        (r"!?\[\[[^\[\]\n]+\]\]", "a link of a wiki", "write [words](../duties/home-visits.md)"),
        (r"(?<!=)==(?=[^\s=])[^=\n]+?(?<=[^\s=])==(?!=)", "a highlight", "write **bold**"),
        (r"\{:[^{}\n]*\}?|\{[ \t]*(?:[.#][\w-]|[\w-]+[ \t]*=)[^{}\n]*\}", "a list of attributes", "only {#id} behind a heading means something; leave it out"),
        (r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}", "a place of a template", "write the words themselves"),
        (r"(?<=\w)\^[\w+-]{1,9}\^|(?<=\w)~[\w+-]{1,9}~(?!~)", "a raised or lowered letter", "type the letter itself, such as ² or ₂"),
        (r"^[ \t]*#{1,6}(?=[^\s#])\S*", "a heading or a hashtag", "put a blank behind the # of a heading, or begin the line with a word"),
        (r"^[ \t]*[•◦▪▫●○■□‣⁃·][ \t]", "a bullet of a word processor", LIST),
    )
)  # fmt: skip
"""In bodies and in texts of YAML."""

IN_BODIES: tuple[Sign, ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what, instead)
    for pattern, what, instead in (
        (r"\A\[[ xX]\](?=\s)", "a task", "leave the box out; this list is not for ticking"),
        (r"^(?:!!!|\?\?\?\+?)(?=\s|\w|$)[^\n]*", "a box", BOX),
        (r"^\[!\w+\]", "a box", BOX),
        (r"^:{3,}[^\n]*", "a box", BOX),
        (r"^(?:-{2,3}8<-{2,3}|\[TOC\]|\[\[_TOC_\]\])[^\n]*", "an order to a program", "leave it out"),
        (r"^\*\[[^\[\]\n]+\]:", "an abbreviation", "explain the word in glossary.yml and link it: [word](term:id)"),
        (r"(?<=\n):[ \t]+\S[^\n]*", "a definition", "write **word**: and what it means, in a list"),
        (r"^\|[^\n]*\|[ \t]*$", "a table without its second line", TABLE),
    )
)  # fmt: skip

IN_YAML: tuple[Sign, ...] = tuple(
    (re.compile(pattern, re.MULTILINE), what, instead)
    for pattern, what, instead in (
        (r"^[ \t]*#{1,6}[ \t]+\S[^\n]*", "a heading", "a text of YAML has none; leave the # out"),
        (r"(?<=\n)[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S[^\n]*", "a list", "a text of YAML holds sentences; write them out, or use a field that is a list"),
        (r":[ \t]+- \S[^\n]*[ \t]- \S[^\n]*", "a list", "a text of YAML holds sentences; write them out, or use a field that is a list"),
        (r"(?<=\n)>[ \t]?\S[^\n]*", "a quotation", "a text of YAML holds sentences; write it in quotes"),
        (r"(?:^|(?<=\n))\|[^\n]*\|[ \t]*\n", "a table", "a text of YAML holds sentences; a table has its place in a page"),
    )
)  # fmt: skip


SUSPECT = re.compile(r"[\[~={^#|•◦▪▫●○■□‣⁃·]|\n[ \t]*[-*+>:\d]|!!!|\?\?\?|:::|8<|: +- ")
"""Without one of these no sign is in a text."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for text in texts(library):
            yield from _signs(text)
            yield from _hidden(text)
    for document in bodies(bag):
        yield from _blocks(document)


def _signs(text: Text) -> Iterator[Finding]:
    if not SUSPECT.search(text.prose):
        return
    if text.source.count("[") > BRACKETS:
        yield text.place(), f"a text with more than {BRACKETS} opening brackets is not read; make several of it"
    for pattern, what, instead in (*ANYWHERE, *(IN_BODIES if text.path is None else IN_YAML)):
        for match in pattern.finditer(text.prose):
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            yield text.place(at), f"{quoted(match[0].strip())} is {what} elsewhere, but not here; {instead}"


def _hidden(text: Text) -> Iterator[Finding]:
    """`&shy;`, `&#8203;`: an entity for a letter that nobody sees. Of a link, a title that shows on no phone."""
    if "&" not in text.source and "](" not in text.source:
        return
    for token, at, _ in text.pieces:
        if token.info == "entity" and category(token.content[:1]) in ("Cf", "Cc"):
            yield text.place(at), f"{quoted(token.markup)} is a letter that nobody sees; leave it out"
        elif token.type == "link_open" and token.attrs.get("title"):
            said = (
                f"the title {quoted(str(token.attrs['title']))} of this link shows on no phone; say it in the sentence"
            )
            yield text.place(at), said


def _blocks(document: Document) -> Iterator[Finding]:
    body = document.markdown
    used = {token.meta.get("label") for block in body.tokens for token in block.children or ()}
    for before, token in pairwise([Token("", "", 0), *body.tokens]):
        line = document.body_line + (token.map[0] if token.map else 0)
        if token.type == "heading_open" and token.markup in ("=", "-"):
            yield (
                document.place_at(line, 1),
                "an underlined line is a heading elsewhere; write ## before it and {#id} behind it, or an empty line below it",
            )
        elif token.type.endswith("list_open") and before.type.endswith("list_close") and _is_indented(document, token):
            said = "this list would stand beside the one above; put its lines below the first letter of the entry it belongs to"
            yield document.place_at(line, 1), said
        elif token.type == "code_block":
            said = "four blanks at a line's start make code of it; begin the line further left, or put ``` above and below code"
            yield document.place_at(line, 1), said
        elif token.type == "fence" and token.map and not _is_closed(document, token):
            said = f"all that follows is code, for nothing closes it; put {token.markup} on a line of its own where it ends"
            yield document.place_at(line, 1), said
    for label, reference in body.references.items():
        line = document.body_line + reference["map"][0]
        if label.startswith("^"):
            yield (
                document.place_at(line, 1),
                "this is a footnote elsewhere, but not here; cite with [](source:id), or say it in the sentence",
            )
        elif label not in used:
            said = f"no link on this page uses the address {quoted(reference['href'])} given here; write [words](address) where it belongs"
            yield document.place_at(line, 1), said


def _is_closed(document: Document, fence: Token) -> bool:
    first, behind = fence.map or (0, 0)
    last = document.body_lines[behind - 1].strip(" \t>")
    return behind > first + 1 and len(last) >= len(fence.markup) and not last.strip(fence.markup[0])


def _is_indented(document: Document, token: Token) -> bool:
    line = document.body_lines[token.map[0]] if token.map else ""
    return token.level == 0 and line.startswith(" ")
