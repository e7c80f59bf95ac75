"""What an earlier run has found and would find again: in one file after the other, or in the whole bag without the words of its pages.

Rules of the first kind see the editions with only those files to look at that must be looked at again (texts.py, `is_looked_at`).
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy

from tas.check.facts import find_facts
from tas.check.rules import Rule
from tas.ground.parts import Parts, digest
from tas.problems import Problem
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.own_files import bag_key

ALONE = {
    "claim-without-source", "empty-part", "hard-to-read", "hedged-source", "heading-level", "html-in-text", "lost-cell",
    "other-dialect", "phone-number", "picture", "sign-twice", "unwritten", "verdict-word",
}  # fmt: skip
"""Each asks a file's own texts, and of the rest only the reference data and the settings."""
BESIDE = {"dead-link", "heading-id", "missing-counterpart", "source-grade", "unknown-name"}
"""Each asks a file's own texts, and of the rest all but the bodies of other pages; their headings count as such."""
ALWAYS = {"behind", "diagram-place", "media-weight", "search-words", "unused-media", "unused-source"}
"""Each asks the bodies of all pages, for what is in them (facts.py, view/media.py) or in step. All other rules ask for no body."""

Levels = list[tuple[Rule, str]]


def found_again(bag: Bag, rules: Levels, kept: Parts) -> set[Problem]:
    """All that these rules find."""
    shared = digest(bag_key(bag), repr([(rule.ID, level) for rule, level in rules]))
    whole = _whole_key(bag, shared)
    find_facts(bag, kept)
    found = _in_files(bag, "alone", _reference_keys(bag, shared), _those(rules, ALONE), kept)
    found |= _in_files(bag, "beside", dict.fromkeys(bag.libraries, whole), _those(rules, BESIDE), kept)
    found |= _found(bag, _those(rules, ALWAYS))
    rest = [(rule, level) for rule, level in rules if rule.ID not in {*ALONE, *BESIDE, *ALWAYS}]
    bodiless: set[Problem] = kept.made("bodiless", whole, _found, bag, rest)
    return found | bodiless


def _those(rules: Levels, named: Collection[str]) -> Levels:
    return [(rule, level) for rule, level in rules if rule.ID in named]


def _found(bag: Bag, rules: Levels) -> set[Problem]:
    return {Problem(*place, level, message, rule.ID) for rule, level in rules for place, message in rule.check(bag)}


def _in_files(bag: Bag, kind: str, known: dict[str, bytes], rules: Levels, kept: Parts) -> set[Problem]:
    """`known`: edition -> what the findings in its files depend on besides themselves."""
    keys = {
        document.path: digest(known[code], document.path, document.own)
        for code, library in bag.libraries.items()
        for document in library.documents.values()
    }
    found = {shown: kept.find(kind, key) for shown, key in keys.items()}
    missing: dict[str, set[Problem]] = {shown: set() for shown, problems in found.items() if problems is None}
    for problem in _found(_looking_at(bag, missing), rules) if missing else ():
        if problem.file in missing:
            missing[problem.file].add(problem)
        else:
            assert problem.file in found, f"{problem.rule} finds something in no file of an edition"
    for shown, problems in missing.items():
        kept.keep(kind, keys[shown], problems)
    return {problem for problems in (*found.values(), *missing.values()) for problem in problems or ()}


def _reference_keys(bag: Bag, shared: bytes) -> dict[str, bytes]:
    """Edition -> its reference data."""
    return {
        code: digest(
            shared,
            code,
            repr(sorted(library.media)),
            *(document.own for (folder, _), document in library.documents.items() if folder == "reference"),
        )
        for code, library in bag.libraries.items()
    }


def _whole_key(bag: Bag, shared: bytes) -> bytes:
    """Of all that is not the body of a page: every file up to its body, and the headings in it, wherever they stand."""
    faces = (
        part
        for code, library in bag.libraries.items()
        for (folder, name), document in library.documents.items()
        for part in (f"{code} {folder} {name}", document.head, _outline(document))
    )
    lying = [
        (code, name, media.own, media.note)
        for code, library in bag.libraries.items()
        for name, media in library.media.items()
    ]
    return digest(shared, repr((bag.files.strays, bag.ledgers, bag.released, bag.problems, lying)), *faces)


def _outline(document: Document) -> str:
    outline = document.outline if document.body else ()
    return repr([(heading.id, heading.title, heading.level) for heading in outline])


def _looking_at(bag: Bag, shown: Collection[str]) -> Bag:
    view = copy(bag)
    view.libraries = {code: copy(library) for code, library in bag.libraries.items()}
    for library in view:
        library.looked_at = frozenset(shown)
    return view
