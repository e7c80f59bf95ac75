"""Every page has its place in the navigation (`nav` in mkdocs.yml), and the navigation names only pages that exist.

Passes: `duties/home-visits.md` in `nav` and in docs/id/
Fails: a page that `nav` does not name; an entry of `nav` that no edition has
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.places import CONFIG
from tas.problems import ERROR, Finding, Place
from tas.read.bag import Bag

ID = "not-in-nav"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    named = bag.project.nav.slugs
    for library in bag:
        for slug in library.pages:
            if slug not in named:
                yield (
                    library.documents["docs", slug].place(()),
                    f"the navigation does not name this page; add {slug}.md to nav in {CONFIG}",
                )
    for slug in named:
        if not any(("docs", slug) in library.documents for library in bag):
            yield (
                Place(CONFIG, 1, 1),
                f"nav names {slug}.md, but no edition has this page; write it or remove the entry",
            )
