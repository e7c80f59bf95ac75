"""The right option is not told by its length: in a quiz the key is seldom clearly the longest option, in an edition seldom the longest at all.

In a quiz counted from four single-choice items on; clearly means longer than every other option by over a fifth. In an edition counted from
ten on: the key is the longest option, or as long as the longest, in at most two of five.

Passes: the key is clearly the longest option in two items of six
Fails: the key is clearly the longest option in four items of six; in an edition it is the longest in nine of twenty
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.model.items.single_choice import SingleChoice
from tas.problems import WARNING, Finding, listed
from tas.read.bag import Bag
from tas.read.written import Written
from tas.text.inline import plain

ID = "longest-option"
LEVEL = WARNING

FROM = 4
CLEARLY = 1.2
EDITION_FROM = 10
SHARE = 0.4


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        every = [one for one in library.written_items() if isinstance(one.item, SingleChoice)]
        longest = [one for one in every if _is_longest(one, clearly=1)]
        if len(every) >= EDITION_FROM and len(longest) > SHARE * len(every):
            share = f"{len(longest)} of {len(every)} items of edition {library.edition.code}"
            yield (
                longest[0].place("options"),
                f"in {share} the key is one of the longest options, but at most {SHARE:.0%} may be; shorten keys or lengthen others",
            )
        for name in library.quizzes:
            items = [one for one in every if one.quiz == name]
            longest = [one for one in items if _is_longest(one)]
            if len(items) >= FROM and len(longest) * 2 > len(items):
                told = listed([one.item.id for one in longest])
                yield (
                    longest[0].place("options"),
                    f"in {len(longest)} of {len(items)} items the key is clearly the longest option ({told}); shorten keys or lengthen others",
                )


def _is_longest(written: Written, clearly: float = CLEARLY) -> bool:
    """`clearly`: by what factor the key is longer than any other option; with 1 it may be as long as the longest."""
    lengths = {option.id: len(plain(option.text)) for option in vars(written.item).get("options", ())}
    key = lengths.pop(getattr(written.item, "key", ""), 0)
    longest = max(lengths.values(), default=0)
    return bool(lengths) and (key >= longest if clearly == 1 else key > clearly * longest)
