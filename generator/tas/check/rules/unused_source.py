"""A source that nothing cites is either forgotten on a page or no longer needed.

Passes: a source that a page, a scope cell, a guide or a term names
Fails: a source that nothing names
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.facts import facts
from tas.check.rules.unknown_name import named_fields
from tas.problems import WARNING, Finding
from tas.read.bag import Bag

ID = "unused-source"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        if ID not in library.of_models:
            library.of_models[ID] = {name for _, _, kind, name in named_fields(library) if kind == "source"}
        used = library.of_models[ID].union(*(found.cited for found in facts(library)))
        for index, name in enumerate(library.sources):
            if name not in used:
                yield (
                    library.documents["reference", "sources"].place(("sources", index, "id")),
                    f'nothing cites the source "{name}"; cite it where it belongs or remove it',
                )
