"""A page of the site engine that comes composed: the engine reads and renders nothing, it frames."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from tas.compose.page import Composed
from tas.text.markdown import Heading

IN_CONTENTS = (2, 3)
"""Levels of headings that the table of contents shows."""


class TasPage(Page):
    """`title` and `composed` are all that the engine is told; `kept` is the page in its frame, where an earlier build has made it."""

    kept: str | None = None
    key = b""

    def __init__(self, title: str, composed: Composed, frame: str, file: File, config: MkDocsConfig):
        super().__init__(title, file, config)
        self.composed = composed
        self.frame = frame

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"template": self.frame}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.composed.html
        tokens: list[Any] = contents(self.composed.headings)
        self.toc = get_toc(tokens)
        self.present_anchor_ids = set()


def contents(headings: Iterable[Heading]) -> list[dict[str, Any]]:
    """The table of contents, nested as the engine takes it."""
    top: list[dict[str, Any]] = []
    for heading in headings:
        if heading.level in IN_CONTENTS:
            entry = {
                "level": heading.level,
                "id": heading.id,
                "name": escape(heading.title, quote=False),
                "children": [],
            }
            (top[-1]["children"] if top and heading.level > top[0]["level"] else top).append(entry)
    return top
