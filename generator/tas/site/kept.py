"""Pages of an edition that an earlier build has made already, composed and in their frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tas.compose.page import Composed, Composer
from tas.ground.parts import Parts, digest
from tas.read.library import Library
from tas.site.keys import frame_key, page_key, view_key
from tas.site.page import TasPage
from tas.site.page_view import PageView


@dataclass(frozen=True)
class Kept:
    """`keys`: edition -> what its pages depend on; `ground`: what all frames of this one do (keys.py)."""

    parts: Parts
    keys: dict[str, bytes]
    ground: bytes
    framed: dict[str, bytes] = field(default_factory=dict)
    """File of each page that was built, from the root of the site -> the key of its frame."""

    def lacks(self, library: Library, slug: str) -> bool:
        return not self.parts.has("page", page_key(self.keys[library.edition.code], library, slug))

    def composed(self, composer: Composer, slug: str) -> Composed:
        code = composer.library.edition.code
        return self.parts.made("page", page_key(self.keys[code], composer.library, slug), composer.compose, slug)

    def find_frame(self, slug: str, page: TasPage, view: Callable[[], PageView]) -> None:
        """Before the engine renders it: what is found is given as it is."""
        told = self.parts.made("view", digest(*self.keys.values(), slug), lambda: view_key(self.ground, view()))
        page.key = frame_key(told, page.composed)
        page.kept = self.parts.find("frame", page.key)
        if page.kept:
            page.meta["template"] = "whole.html"
