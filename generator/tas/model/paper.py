"""Papers as pages offer them: made before the site, read by whoever links or packs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A document to take away, at its address from the root of the site; `title` is an interface word, with a place for `variant`."""

    address: str
    title: str
    content: bytes
    variant: str = ""
    is_draft: bool = False


Papers = Mapping[tuple[str, str], tuple[Paper, ...]]
"""(edition, slug of the page that offers them) -> papers. Empty where none were made: a page never links to what is not there."""

NO_PAPERS: Papers = {}
