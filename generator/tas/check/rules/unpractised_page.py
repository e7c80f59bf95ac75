"""Every page of the five kinds is practised: at least one item points at it or at one of its sections.

Off unless mkdocs.yml sets its level; `./tas check --coverage` lists all sections with their items.

Passes: `learn: duties/advocacy#why` in some quiz
Fails: a page duties/advocacy that no item points at
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import OFF, Finding
from tas.read.bag import Bag
from tas.view.practice import practised_pages, teaches

ID = "unpractised-page"
LEVEL = OFF


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        practised = practised_pages(library)
        for slug in library.pages:
            if teaches(slug) and slug not in practised:
                yield (
                    library.documents["docs", slug].place(()),
                    f"no item practises this page; give one `learn: {slug}#…`",
                )
