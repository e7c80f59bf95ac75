"""A reader can look up every source: it has an address.

Passes: `url: https://law.example/1`
Fails: a source without `url`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas.problems import ERROR, Problem

if TYPE_CHECKING:
    from tas.read.bag import Bag

ID = "source-address"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Problem]:
    for library in bag:
        for index, source in enumerate(library.sources.values()):
            if not source.url:
                yield library.documents["reference", "sources"].problem(
                    ("sources", index), f'the source "{source.id}" has no address; add its url', ID
                )
