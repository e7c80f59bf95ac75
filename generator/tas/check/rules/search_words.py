"""The words of `search.yml` help: each stands once, none hides a term, and each group has a word that some page uses.

A word that no page uses is fine beside one that is used: that is what a synonym is for.

Passes: `synonyms: [[home visit, kunjungan rumah]]` where a page says "kunjungan rumah"
Fails: the same word in two groups, a stop word that is a glossary term, a group of which no page uses a word
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.check.facts import facts, run
from tas.problems import WARNING, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_

ID = "search-words"
LEVEL = WARNING


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        document = library.documents.get(("reference", "search"))
        if document and not document.problems:
            yield from _twice(document, library)
            yield from _hidden_terms(document, library)
            yield from _unused(document, library)


def _twice(document: Document, library: Library) -> Iterator[Finding]:
    groups = library.search_words.synonyms
    lists: list[list[tuple[Path_, str]]] = [
        [(("stopwords", at), word) for at, word in enumerate(library.search_words.stopwords)],
        [(("synonyms", g, at), word) for g, group in enumerate(groups) for at, word in enumerate(group)],
    ]
    for entries in lists:
        seen: set[str] = set()
        for path, word in entries:
            if word.casefold() in seen:
                yield document.place(path), f'"{word}" stands here twice; join what means the same, or leave one out'
            seen.add(word.casefold())


def _hidden_terms(document: Document, library: Library) -> Iterator[Finding]:
    names = {
        name.casefold()
        for term in library.terms.values()
        for name in (term.term, term.abbreviation, *term.also)
        if name
    }
    for at, word in enumerate(library.search_words.stopwords):
        if word.casefold() in names:
            yield (
                document.place(("stopwords", at)),
                f'the stop word "{word}" is a term of the glossary, which nobody would find; leave it out',
            )


def _unused(document: Document, library: Library) -> Iterator[Finding]:
    groups = library.search_words.synonyms
    said = dict.fromkeys(found.said for found in facts(library)) if groups else {}
    seen: dict[tuple[str, ...], str | None] = library.of_models.setdefault(ID, {})
    for at, group in enumerate(groups):
        if seen.get(group) not in said:  # where it was seen last, which an edit elsewhere does not change
            runs = [one for one in map(run, group) if one.strip()]
            seen[group] = next((text for text in said if any(one in text for one in runs)), None)
        if seen[group] is None:
            yield (
                document.place(("synonyms", at)),
                f"no page uses {' or '.join(group)}; name a word that one uses, or leave the group out",
            )
