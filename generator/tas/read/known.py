"""Documents of files that are still what they were, for who reads a bag again and again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tas.read.document import Document
from tas.read.files import BagFile


class Known:
    """What is known of a document goes with it: its tokens, its texts. Nobody may change one."""

    def __init__(self) -> None:
        self._documents: dict[tuple[str, str], tuple[bytes, Document]] = {}
        """(file, edition) -> its bytes, and what was read from them."""

    def document(self, file: BagFile, language: str, read: Callable[[Path, str], Document]) -> Document:
        """As `read` made it from the same bytes, or as it makes it now."""
        name, content = (str(file.path), language), b""
        with suppress(OSError):
            content = file.path.read_bytes()
            before, document = self._documents.get(name, (b"", None))
            if document and before == content:
                return document
        document = read(file.path, file.shown)
        document.language = language
        self._documents[name] = (content, document)
        return document
