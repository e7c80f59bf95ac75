"""No option speaks of the other options ("all of the above"): options are shuffled, and such an option tests reading, not knowing.

The words stand as `all_or_none` in reference/<edition>/wording.yml.

Passes: "You call the midwife and wait with her."
Fails: "All of the above"
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import words_pattern
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.text.inline import plain

ID = "all-or-none"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        pattern = words_pattern(library.wording.all_or_none)
        for written in library.written_items():
            for index, option in enumerate(vars(written.item).get("options", ())):
                match = pattern.search(plain(option.text))
                if match:
                    yield (
                        written.place(*("options", index, "text")),
                        f'"{match[0]}" speaks of the other options; write an option of its own, or a multiple-choice item',
                    )
