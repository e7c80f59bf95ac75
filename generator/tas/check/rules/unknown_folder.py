"""Each edition of mkdocs.yml has its folder of pages.

Passes: docs/id/ with the edition `id` in mkdocs.yml
Fails: an edition without docs/<edition>/
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.places import CONFIG
from tas.problems import ERROR, Finding, Place
from tas.read.bag import Bag

ID = "unknown-folder"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for edition in bag.project.editions:
        if not edition.folder("docs").is_dir():
            said = f"the edition {edition.code} has no folder docs/{edition.code}; make it and write index.md"
            yield Place(CONFIG, 1, 1), said
