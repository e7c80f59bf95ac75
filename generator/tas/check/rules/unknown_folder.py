"""Below docs/, quizzes/, guides/ and reference/ there is one folder for each edition and nothing else.

Passes: docs/id/ with the edition `id` in mkdocs.yml
Fails: docs/fr/ without such an edition; an edition without docs/<edition>/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas.problems import ERROR, Problem
from tas.read.edition import FOLDERS
from tas.read.project import CONFIG

if TYPE_CHECKING:
    from tas.read.bag import Bag

ID = "unknown-folder"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Problem]:
    editions = {edition.code for edition in bag.project.editions}
    for folder in FOLDERS:
        for entry in sorted((bag.project.root / folder).glob("*")):
            if entry.name not in editions and not entry.name.startswith("."):
                yield Problem(
                    f"{folder}/{entry.name}",
                    1,
                    1,
                    LEVEL,
                    f"{folder}/ holds one folder for each edition ({', '.join(sorted(editions))}); "
                    f'move "{entry.name}" into one, or add it as an edition in {CONFIG}',
                    ID,
                )
    for edition in bag.project.editions:
        if not edition.folder("docs").is_dir():
            yield Problem(
                CONFIG,
                1,
                1,
                LEVEL,
                f"the edition {edition.code} has no folder docs/{edition.code}; make it and write index.md",
                ID,
            )
