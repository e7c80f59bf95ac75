"""A reader can look up every source: it has an address.

Passes: `url: https://law.example/1`
Fails: a source without `url`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "source-address"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for index, source in enumerate(library.sources.values()):
            if not source.url:
                yield (
                    library.documents["reference", "sources"].place(("sources", index)),
                    f'the source "{source.id}" has no address; add its url',
                )
