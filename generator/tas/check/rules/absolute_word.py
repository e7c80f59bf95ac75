"""Words such as "always" and "never" do not give wrong options away: they stand in the key too, or nowhere.

The words stand as `absolutes` in reference/<edition>/wording.yml.

Passes: options "You ask every family for consent." (the key) and "You ask every neighbour."
Fails: options "You never ask." and "You ask the family." (the key)
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import words_pattern
from tas.model.items.multiple_choice import MultipleChoice
from tas.model.items.single_choice import SingleChoice
from tas.problems import WARNING, Finding
from tas.read.bag import Bag
from tas.text.inline import plain

ID = "absolute-word"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        pattern = words_pattern(library.wording.absolutes)
        for written in library.written_items():
            item = written.item
            if not isinstance(item, SingleChoice | MultipleChoice):
                continue
            keys = item.key if isinstance(item, MultipleChoice) else (item.key,)
            found = {option.id: pattern.search(plain(option.text)) for option in item.options}
            if any(found.get(key) for key in keys):
                continue
            for index, option in enumerate(item.options):
                match = found[option.id]
                if match:
                    yield (
                        written.place(*("options", index, "text")),
                        f'"{match[0]}" stands only in options that are not right, and gives them away; say it less absolutely',
                    )
