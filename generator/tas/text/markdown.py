"""The one Markdown of Tas, for bodies of pages and texts of YAML: tokens that know the place of what they hold.

CommonMark with tables. HTML is text. Braces mean something at two places only: `{#id}` behind a heading, `{ #copies }` below a
paragraph. Every address makes a link here; which addresses are good is the checks' business, which are written the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from tas.languages import language
from tas.text import typography

LONGEST = 20_000
"""Letters of a paragraph; reading refuses more, for some signs take a parser the square of their number."""

BRACKETS = 400
"""Opening brackets of a paragraph or a cell; one with more has no links, and the rule other-dialect tells of it."""

ID = re.compile(r"\{[ \t]*#(?P<id>[^\s{}]+)[ \t]*\}")
COPIES = "copies"

SIGNS = re.compile(r"[\n!&*<\[\\\]_`]")
"""Where something other than text may begin; the parser's own list has the signs of its extensions too."""


@dataclass(frozen=True)
class Markdown:
    """A parsed body. `references`: label -> {"href", "title", "map"} of each `[label]: address`."""

    tokens: list[Token] = field(default_factory=list)
    references: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Heading:
    """A heading of a body: its id (empty where the author gave none), its words, its level, its line in the body (from 0)."""

    id: str
    title: str
    level: int
    line: int


def parse(text: str, code: str) -> Markdown:
    """`code`: of the edition, for its typography."""
    env: dict[str, Any] = {}
    return Markdown(_parser(code).parse(text, env), env.get("references", {}))


def parse_blocks(text: str) -> list[Token]:
    """The blocks of a body without what is inside them: as `parse` finds them, in a quarter of its time."""
    return _block_parser().parse(text)


@lru_cache(maxsize=50_000)
def parse_inline(text: str, code: str) -> tuple[Token, ...]:
    """The tokens of a text without blocks; the same text is shown at many places and parsed once."""
    return tuple(_parser(code).parseInline(text)[0].children or ())


def headings(tokens: list[Token]) -> Iterator[Heading]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield Heading(
                str(token.attrs.get("id", "")),
                words(tokens[index + 1].children or ()),
                int(token.tag[1]),
                (token.map or [0])[0],
            )


def words(tokens: Sequence[Token], *, typed: bool = False) -> str:
    """What is left when all markup is gone, as it is set, or as it was typed."""
    return "".join(
        " "
        if token.type in typography.BREAKS
        else words(token.children, typed=typed)
        if token.children
        else (token.meta.get("typed", token.content) if typed else token.content)
        for token in tokens
    )


@cache
def _parser(code: str) -> MarkdownIt:
    markdown = MarkdownIt("commonmark")
    markdown.inline = _LocatedInline()
    markdown.configure("commonmark", {"html": False, "store_labels": True, "maxNesting": 40})
    markdown.enable("table").disable(["text_join", "html_block", "html_inline"])
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.core.ruler.before("inline", "ids", _ids)
    markdown.core.ruler.push("typography", typography.rule(language(code)))
    return markdown


@cache
def _block_parser() -> MarkdownIt:
    markdown = _parser.__wrapped__("")
    markdown.disable(["inline", "typography"])
    return markdown


def _ids(state: StateCore) -> None:
    """Before their words are read: no pattern looks for blanks, of which there may be thousands."""
    for before, token in pairwise(state.tokens):
        if before.type not in ("heading_open", "paragraph_open") or not token.content.endswith("}"):
            continue
        at = token.content.rfind("{")
        found = ID.fullmatch(token.content, at) if at >= 0 else None
        text = token.content[:at].rstrip(" \t")
        if found and (before.type == "heading_open" or (found["id"] == COPIES and text.endswith("\n"))):
            token.content = text.rstrip()
            before.attrSet("id", found["id"])


class _LocatedState(StateInline):
    """Notes in `meta["at"]` where in the text of its block a token begins."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:
        typed = self.pending
        token = super().pushPending()
        token.meta["at"] = max(0, self.src.rfind(typed, 0, self.pos))
        return token


class _LocatedInline(ParserInline):
    def __init__(self) -> None:
        super().__init__()
        self.ruler2.at("fragments_join", _join)
        self.terminator_re = SIGNS

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _LocatedState(src[:LONGEST], md, env, tokens)
        if src.count("[") > BRACKETS:
            state.pending = state.src
            state.pos = state.posMax
            state.pushPending()
            return state.tokens
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _join(state: StateInline) -> None:
    """Stars that became no emphasis are text again; unlike markdown-it's own rule this keeps where the text begins."""
    kept: list[Token] = []
    level = 0
    for token in state.tokens:
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0
        if kept and token.type == "text" == kept[-1].type:
            kept[-1].content += token.content
        else:
            kept.append(token)
    state.tokens[:] = kept
