"""A guide carries every group of danger signs that belongs to its visit: each group whose `for` names somebody in the guide's `visits`.

Passes: `visits: [newborn]` with `danger_signs: [newborn]`, where that group alone is `for: [newborn]`
Fails: `visits: [new-mother]` without the group `mood`, which is `for: [pregnant-woman, new-mother]`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "guide-groups"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for name, guide in library.guides.items():
            for group in library.danger_signs.values():
                shared = [whom for whom in group.for_ if whom in guide.visits]
                if shared and group.id not in guide.danger_signs:
                    said = f'the visit is about "{shared[0]}", so the group "{group.id}" of danger signs belongs to it; add it to danger_signs'
                    yield library.documents["guides", name].place(("danger_signs",)), said
