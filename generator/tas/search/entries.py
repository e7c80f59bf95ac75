"""The sections of the built pages -> the pages of one edition as its index holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tas.ground.addresses import address
from tas.ground.engine import engine
from tas.ground.parts import Parts, digest
from tas.kinds import kind_of
from tas.kinds.misconceptions import MisconceptionPage
from tas.kinds.quizzes import QuizPage
from tas.model.page import Page
from tas.read.library import Library
from tas.search.sections import Part, sections
from tas.text.inline import plain
from tas.view.draws import items_of

ANYWHERE = {"check-yourself"}
"""Left out of every page: what it asks is found in the quiz that it comes from."""


@dataclass
class Entry:
    """One page."""

    slug: str
    location: str
    names: str = ""
    """What else a reader may call it: the part of the navigation that an overview heads, or the misconception that a page corrects."""
    asked: tuple[str, ...] = ()
    """Questions that it answers before every other page."""
    summary: str = ""
    """What the page is about: its description, with which its first part begins."""
    parts: list[Part] = field(default_factory=list)

    def data(self, packed: list[list[Any]]) -> list[Any]:
        """As the script reads it: [location, boost, names, [[anchor, title, lead, rest], …], questions, if it has some]."""
        data = [self.location, kind_of(self.slug).boost, self.names, packed]
        return [*data, list(self.asked)] if self.asked else data


def edition_entries(built: Mapping[str, str], library: Library, names: Mapping[str, str], kept: Parts) -> list[Entry]:
    """The pages of the edition in the order in which they were built; `built`: slug -> the HTML of its content."""
    found = []
    for slug, html in built.items():
        model = library.pages[slug]
        called = names.get(slug) or _corrects(model, library.edition.code)
        asked = model.asked if isinstance(model, QuizPage) else ()
        page = Entry(slug, library.address(slug), called, asked, model.description)
        left_out = {*ANYWHERE, *kind_of(slug).unsearched}
        whole = kept.made("sections", digest(engine(), model.title, html), _sections, model.title, html)
        page.parts = [part for part in whole if part[0] not in left_out]
        page.parts = list(_own_parts(page, library))
        found.append(page)
    return found


def _sections(title: str, html: str) -> list[Part]:
    return list(sections(title, html))


def _corrects(page: Page, language: str) -> str:
    return plain(page.myth, language) if isinstance(page, MisconceptionPage) else ""


def _own_parts(page: Entry, library: Library) -> Iterator[Part]:
    """A guide and a quiz are found as one text, a quiz by what it asks; the glossary term by term; all else section by section."""
    model, apart = library.pages[page.slug], kind_of(page.slug).apart
    stems = _stems(library, model.quiz) if isinstance(model, QuizPage) else {}
    texts = [(anchor, title, "" if page.slug == "glossary" else text) for anchor, title, text in page.parts]
    (_, title, lead), *headed = [(anchor, title, stems.get(anchor, text)) for anchor, title, text in texts]
    joined = [] if apart is None else [text for anchor, _, text in headed if anchor not in apart]
    # what a page is about is said best by its own description
    yield "", title, " ".join(filter(None, [model.description, lead, *joined]))
    yield from (part for part in headed if apart is None or part[0] in apart)
    if page.slug == "glossary":
        for term in library.terms.values():
            short = f" ({term.abbreviation})" if term.abbreviation and term.abbreviation != term.term else ""
            # its other names lead here as synonyms (words.py)
            yield f"term-{term.id}", term.term + short, plain(term.meaning, library.edition.code)


def _stems(library: Library, quiz_id: str) -> dict[str, str]:
    """Anchor of a quiz section -> what its items ask."""
    quiz = library.quizzes[quiz_id]
    return {
        f"section-{section.id}": " ".join(plain(item.stem, library.edition.code) for item in items_of(library, section))
        for section in quiz.sections
    }


def term_location(library: Library, term_id: str) -> str:
    """Where the glossary explains the term, from the root of the site."""
    return f"{library.edition.prefix}{address('glossary')}#term-{term_id}"
