"""What was compared with the edition that leads still says the same as it: a text that changed there since is behind here.

`tas status` shows what changed, word for word; `tas accept` says that it is right again. A release holds safety matters to more (check/release.py).

Passes: nothing changed in docs/id/duties/visit.md since its counterpart was compared with it, or only its line breaks did
Fails: a sentence changed in docs/id/duties/visit.md, and docs/nl/duties/visit.md was not accepted since
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.in_step.align import GONE, NEW
from tas.in_step.compare import Pair, in_step
from tas.problems import WARNING, Finding
from tas.read.bag import Bag

ID = "behind"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    step = in_step(bag)
    for library in bag:
        for pair in step.behind(library.edition.code):
            yield pair.place, sentence(pair)


def sentence(pair: Pair) -> str:
    """What happened in the leading edition, and what to say when it is right again."""
    code = pair.beside.leader.edition.code
    where = f"{pair.lead.place.file}:{pair.lead.place.line}" if pair.lead else pair.beside.lead_document.path
    if pair.change == NEW:
        said = f"edition {code} has a text here that came later ({where})"
    elif pair.change == GONE:
        said = f"edition {code} no longer has the text that this was compared with ({where})"
    else:
        said = f"this is newer in edition {code} ({where})"
    return f"{said}; bring it in step, then say `tas accept {pair.name}`"
