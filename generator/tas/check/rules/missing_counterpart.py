"""What one edition has, the others have too, down to the sections of a page and the items of a quiz.

What exists in one edition on purpose says why: `only_here: <reason>`. An edition that is not whole yet is named under `partial:` in mkdocs.yml.

Passes: `docs/id/duties/home-visits.md` and `docs/nl/duties/home-visits.md` with the same section ids
Fails: a page, quiz, guide or session that another edition lacks, without `only_here`
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.texts import is_looked_at
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.files import Files
from tas.read.library import Library
from tas.read.sections import authored

ID = "missing-counterpart"
LEVEL = ERROR

FOLDERS = (
    ("docs", ".md", "pages"),
    ("quizzes", ".yml", "quizzes"),
    ("guides", ".yml", "guides"),
    ("training", ".yml", "training"),
)


def check(bag: Bag) -> Iterator[Finding]:
    yield from things(bag)
    for library in bag:
        for other in bag.others(library):
            if not other.edition.partial:
                yield from _sections(library, other)


def things(bag: Bag) -> Iterator[Finding]:
    """All but sections, for which the pages must be parsed."""
    for library in bag:
        for other in bag.others(library):
            yield from _files(library, other, bag.files)
            if not other.edition.partial:
                yield from _items(library, other)
                yield from _diagrams(library, other)


def _files(library: Library, other: Library, files: Files) -> Iterator[Finding]:
    for folder, suffix, attribute in FOLDERS:
        for name, thing in getattr(library, attribute).items():
            document = library.documents[folder, name]
            there, counterpart = (folder, name) in other.documents, f"{folder}/{other.edition.code}/{name}{suffix}"
            if not there and not other.edition.partial and not thing.only_here and counterpart not in files.meant:
                yield (
                    document.place(()),
                    f"edition {other.edition.code} has no counterpart of this file; write {counterpart} "
                    "or say here why not (only_here: reason)",
                )
            elif there and thing.only_here:
                yield (
                    document.place(("only_here",)),
                    f"this says that it exists in this edition only, but {counterpart} exists; remove only_here",
                )


def _sections(library: Library, other: Library) -> Iterator[Finding]:
    for slug in library.pages.keys() & other.pages.keys():
        document = library.documents["docs", slug]
        if not is_looked_at(library, document):
            continue
        known = {section.id for section in authored(other.documents["docs", slug])}
        for section in authored(document):
            if section.id and section.id not in known:
                yield (
                    document.place_at(section.line, 1),
                    f'the counterpart in edition {other.edition.code} has no section "{section.id}"; '
                    "give the same sections the same ids",
                )


def _items(library: Library, other: Library) -> Iterator[Finding]:
    known = {(written.quiz, written.item.id) for written in other.written_items()}
    for written in library.written_items():
        if written.quiz in other.quizzes and (written.quiz, written.item.id) not in known:
            yield (
                written.place("id"),
                f'the counterpart in edition {other.edition.code} has no item "{written.item.id}"; write it there too',
            )


def _diagrams(library: Library, other: Library) -> Iterator[Finding]:
    for index, name in enumerate(library.diagrams):
        if name not in other.diagrams:
            yield (
                library.documents["reference", "diagrams"].place(("diagrams", index, "id")),
                f'edition {other.edition.code} has no diagram "{name}"; draw it there too, for that country',
            )
