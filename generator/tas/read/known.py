"""Documents of files that are still what they were: of this process, which may read a bag again and again, or of an earlier one.

What an earlier one leaves is the data of a file, its body and its headings. Their places, and the body's tokens, are for who writes a
message or a page: they are made when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from tas.ground.engine import engine
from tas.ground.parts import Parts, digest
from tas.problems import ContentError, Problem
from tas.read.document import Document
from tas.read.edition import Edition
from tas.read.file_names import BagFile

Read = Callable[[Path, str], Document]
Made = tuple[Any, list[Problem]]


class Known:
    """Nobody may change a document of these. `parts`: those that an earlier process has kept."""

    def __init__(self, parts: Parts | None = None) -> None:
        self._parts = parts
        self._documents: dict[tuple[str, str], Document] = {}
        """(file, edition) -> what was read from it."""
        self._of_models: dict[str, tuple[Hashable, dict[Hashable, Any]]] = {}

    def document(self, file: BagFile, language: str, read: Read) -> Document:
        """As `read` made it from the same bytes, or as it makes it now."""
        name = str(file.path), language
        try:
            content = file.path.read_bytes()
        except OSError:
            return _new(file, language, read)  # and what it says of it
        own = digest(content)
        before = self._documents.get(name)
        if before is None or before.own != own:
            before = self._documents[name] = self._made(file, language, read, content, own)
        return before

    def of_models(self, edition: Edition, heads: Hashable) -> dict[Hashable, Any]:
        """What was made of an edition whose files were the same up to the bodies of pages (`heads`), and so were its interface words."""
        try:
            key = edition, heads, tuple(words for _, _, words in edition.catalogues)
        except ContentError:
            return {}
        before = self._of_models.get(edition.code)
        if before is None or before[0] != key:
            before = self._of_models[edition.code] = key, {}
        return before[1]

    def model(self, document: Document, kind: type, signs: dict[str, str], make: Callable[..., Made]) -> Made:
        """What `make` makes of all this: a model, and what does not fit; where something does not, an earlier run has kept nothing."""
        if not self._parts or not document.head:
            return make(document, kind, signs)
        key = digest(engine(), kind.__name__, document.path, document.head, repr(signs))
        if kept := self._parts.find("model", key):
            return kept, []
        made = make(document, kind, signs)
        if made[0] is not None and not made[1]:
            self._parts.keep("model", key, made[0])
        return made

    def _made(self, file: BagFile, language: str, read: Read, content: bytes, own: bytes) -> Document:
        key = digest(engine(), file.shown, language, own) if self._parts else b""
        kept = self._parts.find("document", key) if self._parts else None
        if kept:
            document = _again(file, language, read, *kept)
        else:
            document = _new(file, language, read)
            if self._parts and not document.problems:
                parts = document.data, document.body, document.body_line, document.outline
                self._parts.keep("document", key, parts)
        document.own = own
        document.head = own if document.problems else digest(content.removesuffix(document.body.encode()))
        return document


def _new(file: BagFile, language: str, read: Read) -> Document:
    document = read(file.path, file.shown)
    document.language = language
    return document


def _again(file: BagFile, language: str, read: Read, data: Any, body: str, body_line: int, outline: Any) -> Document:
    document = Document(file.shown, data, body=body, body_line=body_line, language=language)
    document.outline = outline
    document.unmarked = lambda: read(file.path, file.shown).marks
    return document
