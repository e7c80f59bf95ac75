"""A bag is told from the side of one profession; comparison pages, "not your task" and drawn items need to know which.

Passes: one entry of `professions.yml` has `own: true`, the same in every edition
Fails: none has it, two have it, or another one than in the default edition
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "own-profession"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    default = next(iter(bag)).own_profession
    for library in bag:
        document = library.documents.get(("reference", "professions"))
        if document is None or not library.professions:
            continue
        own = [name for name, profession in library.professions.items() if profession.own]
        if not own:
            said = "no profession is the bag's own; write own: true at the one that this bag is about"
            yield document.place(()), said
        for name in own[1:]:
            said = f'"{name}" has own: true, and so has "{own[0]}"; a bag is about one profession'
            yield document.place(("professions", list(library.professions).index(name), "own")), said
        if own and default and own[0] != default.id:
            said = f'"{own[0]}" has own: true, but in edition {next(iter(bag)).edition.code} it is "{default.id}"; mark the same one'
            yield document.place(("professions", list(library.professions).index(own[0]), "own")), said
