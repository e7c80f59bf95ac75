"""A heading is at most one level below the one before it, so that who listens to a page or walks through its contents misses none.

Passes: `## Why`, then `### For whom`
Fails: `## Why`, then `#### For whom`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import bodies
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.sections import authored

ID = "heading-level"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for document in bodies(bag):
        before = 1  # the title
        for heading in authored(document):
            if heading.level > before + 1:
                said = f"a level is left out before this heading; write {'#' * (before + 1)} instead of {'#' * heading.level}"
                yield document.place_at(heading.line, 1), said
            before = heading.level
