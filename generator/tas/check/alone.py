"""Rules that look at one file after the other: what they find in it an earlier run has found already, unless it or the reference data changed.

They see the editions with only those files in them that must be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from tas.check.rules import Rule
from tas.ground.parts import Parts, digest
from tas.problems import Problem
from tas.read.bag import Bag
from tas.read.own_files import bag_key

ALONE = {
    "claim-without-source", "hard-to-read", "hedged-source", "html-in-text", "no-picture", "other-dialect", "phone-number", "sign-twice",
    "verdict-word",
}  # fmt: skip
"""Each asks a file's own texts, and of the rest only the reference data and the settings."""

Levels = list[tuple[Rule, str]]


def found_alone(bag: Bag, rules: Levels, kept: Parts) -> set[Problem]:
    keys = _keys(bag, rules)
    found = {shown: kept.find("findings", key) for shown, key in keys.items()}
    missing: dict[str, set[Problem]] = {shown: set() for shown, problems in found.items() if problems is None}
    view = _with_only(bag, missing)
    for rule, level in rules:
        for place, message in rule.check(view):
            missing[place[0]].add(Problem(*place, level, message, rule.ID))
    for shown, problems in missing.items():
        kept.keep("findings", keys[shown], problems)
    return {problem for problems in (*found.values(), *missing.values()) for problem in problems or ()}


def _keys(bag: Bag, rules: Levels) -> dict[str, bytes]:
    """File as messages name it -> what its findings depend on."""
    shared = digest(bag_key(bag), repr([(rule.ID, level) for rule, level in rules]))
    keys: dict[str, bytes] = {}
    for code in bag.libraries:
        files = {
            file.shown: file.path.read_bytes()
            for (_, of), counted in bag.files.counted.items()
            if of == code
            for file in counted
        }
        reference = (files[file.shown] for file in bag.files.counted["reference", code])
        known = digest(shared, code, *reference)
        keys |= {shown: digest(known, shown, content) for shown, content in files.items()}
    return keys


def _with_only(bag: Bag, shown: Iterable[str]) -> Bag:
    wanted, view = set(shown), copy(bag)
    view.libraries = {}
    for code, library in bag.libraries.items():
        view.libraries[code] = part = copy(library)
        part.documents = {name: document for name, document in library.documents.items() if document.path in wanted}
        part.pages = {slug: page for slug, page in library.pages.items() if ("docs", slug) in part.documents}
    return view
