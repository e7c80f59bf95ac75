"""Papers as pages offer them: made before the site, read by whoever links or packs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tas.ground.pdf import pages_of


@dataclass(frozen=True)
class Paper:
    """A document to take away, at its address from the root of the site; `title` is an interface word, with a place for `variant`.

    `name` is what it is about, in its reader's words; `export` the kind of paper that it is; `pages` how many it has (0: it is no PDF). `flow` is the same as HTML, to be printed
    by a page together with other papers; empty where no page does that.
    """

    address: str
    title: str
    content: bytes
    variant: str = ""
    is_draft: bool = False
    name: str = ""
    export: str = ""
    flow: str = ""

    @cached_property
    def pages(self) -> int:
        return pages_of(self.content)

    @property
    def flow_address(self) -> str:
        return f"{self.address.removesuffix('.pdf')}.txt"


Papers = Mapping[tuple[str, str], tuple[Paper, ...]]
"""(edition, slug of the page that offers them) -> papers. Empty where none were made: a page never links to what is not there."""

NO_PAPERS: Papers = {}
