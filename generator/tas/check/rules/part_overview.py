"""A part of the navigation with many pages begins with an overview of its folder, which the parts above every page lead to.

The pages of a part without one stand in the foot of every page, where there is room for a few.

Passes: `duties/index.md` first in its part; a part of eight pages such as privacy, glossary and sources
Fails: a part of thirteen pages that begins with `duties/home-visits.md`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.places import CONFIG
from tas.problems import ERROR, Finding, Place, quoted
from tas.read.bag import Bag

ID = "part-overview"
LEVEL = ERROR
FEW = 12
"""Pages that the foot of every page names."""


def check(bag: Bag) -> Iterator[Finding]:
    for title, slugs in bag.project.nav.parts:
        if title and len(slugs) > FEW and not slugs[0].endswith("/index"):
            folder = next((slug for slug in slugs if "/" in slug), title.lower()).partition("/")[0]
            yield (
                Place(CONFIG, 1, 1),
                f"the part {quoted(title)} of nav has {len(slugs)} pages and no overview of them, so each page would name them all; "
                f"let it begin with a page such as {folder}/index.md",
            )
