"""What was compared with the edition that leads still says the same as it: a text that changed there since, or is gone here, is behind.

`tas status` shows what changed, word for word; `tas accept` says that it is right again. A release holds safety matters to more (check/release.py).

Passes: nothing changed in docs/id/duties/visit.md since its counterpart was compared with it, or only its line breaks did
Fails: a sentence changed in docs/id/duties/visit.md, and docs/nl/duties/visit.md was not accepted since; a sentence that was compared is gone from docs/nl/duties/visit.md; reference/nl/in-step.yml names a file that edition nl no longer has
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.in_step.align import GONE, NEW
from tas.in_step.compare import LOST, Pair, file_of, in_step
from tas.problems import WARNING, Finding, Place
from tas.read.bag import Bag
from tas.read.library import Library

ID = "behind"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    step = in_step(bag)
    for library in bag:
        for pair in step.behind(library.edition.code):
            yield pair.place, sentence(pair)
        yield from _gone(bag, library)


def _gone(bag: Bag, library: Library) -> Iterator[Finding]:
    """What the ledger tells of a file that is no longer there."""
    edition = library.edition
    there = {file_of(folder, name) for folder, name in library.documents}
    for file, compared in bag.ledgers[edition.code].items():
        if file not in there:
            place = Place(edition.ledger.relative_to(edition.root).as_posix(), compared.line, 1)
            said = f"edition {edition.code} has no file {file}"
            yield place, f"{said}; write its new name here, or delete it with the lines below it"


def sentence(pair: Pair) -> str:
    """What happened in the leading edition, or here, and what to say when it is right again."""
    code = pair.beside.leader.edition.code
    where = f"{pair.lead.place.file}:{pair.lead.place.line}" if pair.lead else pair.beside.lead_document.path
    if pair.change == LOST:
        here = "this text" if pair.is_named else "this text, or one before it in its section,"
        said = f"{here} is here no longer and still in edition {code} ({where})"
        return f"{said}; write it again, or say `tas accept {pair.name} --as adapted` if it is left out on purpose"
    if pair.change == NEW:
        said = f"edition {code} has a text here that came later ({where})"
    elif pair.change == GONE:
        said = f"edition {code} no longer has the text that this was compared with ({where})"
    else:
        said = f"this is newer in edition {code} ({where})"
    return f"{said}; bring it in step, then say `tas accept {pair.name}`"
