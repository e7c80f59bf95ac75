"""What a release asks of the content besides `check`: no text about safety is behind, none is unread, and how group codes begin is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tas.check.rules import behind, quiz_code
from tas.in_step.compare import BEHIND, in_step
from tas.in_step.risk import SAFETY
from tas.model.states import UNREAD
from tas.problems import ERROR, Problem
from tas.read.bag import Bag
from tas.read.files import CODES
from tas.view.codes import new_codes


def unreleased(bag: Bag) -> Iterator[Problem]:
    """An error for each safety text that is behind, and one for each file with such texts that nobody has compared; and one for all new codes."""
    if new := new_codes(bag):
        names = ", ".join(dict.fromkeys(code.quiz for code in new))
        said = f"this file does not hold how the group codes of {names} begin; say `tas codes`, and keep the file"
        yield Problem(CODES, 1, 1, ERROR, said, quiz_code.ID)
    for besides in in_step(bag).files.values():
        for beside in besides:
            grave = [pair for pair in beside.pairs if pair.state in (BEHIND, UNREAD) and pair.risk == SAFETY]
            for pair in grave:
                if pair.state == BEHIND:
                    yield Problem(*pair.place, ERROR, behind.sentence(pair), behind.ID)
            count = Counter(pair.state for pair in grave)[UNREAD]
            if count:
                first = next(pair for pair in grave if pair.state == UNREAD)
                said = (
                    f"nobody has compared {count} text{'s' * (count > 1)} about safety in this file with "
                    f"{beside.lead_document.path}; read them side by side, then say `tas accept {first.name}` for each"
                )
                yield Problem(*first.place, ERROR, said, behind.ID)
