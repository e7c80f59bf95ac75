"""Words that stand for each other: the editors' groups and what the glossary knows; and what only other editions know."""

from __future__ import annotations

from tas.model.reference import Term
from tas.read.bag import Bag
from tas.read.library import Library
from tas.search.entries import term_location

LONGEST = 3
"""Words of a name that a reader may type and that another edition is searched for."""


def synonym_groups(library: Library) -> list[list[str]]:
    """`search.yml` first, with each number's word; then each term with its abbreviation and its other names."""
    groups = [list(group) for group in library.search_words.synonyms]
    groups += [[word, str(number)] for number, word in enumerate(library.search_words.numbers, 1)]
    terms = [names for term in library.terms.values() if len(names := term_names(term)) > 1]
    return groups + terms


def term_names(term: Term) -> list[str]:
    """All that a reader may call it, each once."""
    return list(dict.fromkeys(filter(None, (term.term, term.abbreviation, *term.also))))


def known_elsewhere(bag: Bag, library: Library) -> list[list[str]]:
    """[edition, location, name, …] of each term that another edition explains and this one does not."""
    ours = {name.casefold() for term in library.terms.values() for name in term_names(term)}
    found = []
    for other in bag.others(library):
        for term in other.terms.values():
            names = [name for name in term_names(term) if name.casefold() not in ours and len(name.split()) <= LONGEST]
            if names and "glossary" in other.pages:
                found.append([other.edition.code, term_location(other, term.id), *names])
    return found
