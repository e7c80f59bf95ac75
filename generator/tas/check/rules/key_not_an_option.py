"""Every key of an item names one of its options: that of a choice, those of a multiple choice, that of every matching row.

Passes: options `a`, `b`; `key: b`
Fails: options `a`, `b`; `key: d`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.items import Item
from tas.model.items.matching import Matching
from tas.model.items.multiple_choice import MultipleChoice
from tas.model.items.single_choice import SingleChoice
from tas.problems import ERROR, Finding, listed
from tas.read.bag import Bag

ID = "key-not-an-option"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for written in library.written_items():
            item = written.item
            options = [option.id for option in vars(item).get("options", ())]
            for key, path in _keys(item):
                if key not in options:
                    yield (
                        written.place(*path),
                        f'the key names option "{key}", but the options are {listed(options)}',
                    )


def _keys(item: Item) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if isinstance(item, SingleChoice):
        yield item.key, ("key",)
    elif isinstance(item, MultipleChoice):
        yield from ((key, ("key",)) for key in item.key)
    elif isinstance(item, Matching):
        yield from ((row.key, ("rows", index, "key")) for index, row in enumerate(item.rows))
