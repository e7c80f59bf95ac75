"""Two options of an item never say the same; then one of them could not be wrong.

Passes: options "You call the midwife." and "You wait a day."
Fails: options "You call the midwife." and "you call the **midwife**"
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.text.inline import plain

ID = "duplicate-option"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for written in library.written_items():
            for field in ("options", "rows"):
                seen: dict[str, str] = {}
                for index, option in enumerate(vars(written.item).get(field, ())):
                    words = " ".join(plain(option.text).casefold().strip(" .!?").split())
                    if words in seen:
                        yield (
                            written.place(*(field, index, "text")),
                            f'"{option.id}" says the same as "{seen[words]}"; write another one or leave it out',
                        )
                    seen.setdefault(words, option.id)
