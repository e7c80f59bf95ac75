"""The engine's entries (a page or a section each) -> the pages of one edition as its index holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from generator.addresses import address
from generator.inline import plain
from generator.library import Library

LEFT_OUT = {"comparison": {"tasks"}, "visits": {"agreements", "notes", "referral-stub", "sources"}}
"""Kind of page -> sections that say nothing of their own: rows of the one matrix, lines to write on, the page's sources."""

BOOST = {"glossary": 0.5, "sources": 0.4}
"""Pages that name everything come after those that explain it."""

Part = tuple[str, str, str]
"""(anchor, title, text); the first of a page has no anchor."""


@dataclass
class Entry:
    """One page."""

    slug: str
    location: str
    names: str = ""
    """What else a reader may call it: the part of the navigation that an overview heads, or the misconception that a page corrects."""
    parts: list[Part] = field(default_factory=list)

    def data(self, packed: list[list[Any]]) -> list[Any]:
        """As the script reads it: [location, boost, names, [[anchor, title, lead, rest], …]]."""
        return [self.location, BOOST.get(self.slug, 1), self.names, packed]


def edition_entries(
    engine_entries: Iterable[dict[str, Any]], library: Library, names: Mapping[str, str], *, directories: bool
) -> list[Entry]:
    """The pages of the edition in the order of the engine; every text is plain, without marks of HTML."""
    slugs = {library.address(slug, directories=directories): slug for slug in library.pages}
    found: dict[str, Entry] = {}
    for entry in engine_entries:
        location, _, anchor = entry["location"].partition("#")
        slug = slugs.get(location)
        if slug is None:
            continue
        page = found.setdefault(slug, Entry(slug, location, names.get(slug) or _asked(library.pages[slug])))
        kind = slug.partition("/")[0]
        if anchor in LEFT_OUT.get(kind, ()):
            continue
        text = "" if slug == "glossary" else _plain(entry["text"])
        page.parts.append((anchor, _plain(entry["title"]), text))
    for page in found.values():
        page.parts = list(_own_parts(page, library))
    return list(found.values())


def _asked(page: Any) -> str:
    return plain(page.myth) if hasattr(page, "myth") else ""


def _own_parts(page: Entry, library: Library) -> Iterator[Part]:
    """Quizzes are found by what they ask, the glossary term by term; all else as the engine read it."""
    model: Any = library.pages[page.slug]
    stems = _stems(library, model.quiz) if hasattr(model, "quiz") else {}
    for anchor, title, text in page.parts:
        # what a page is about is said best by its own description
        yield anchor, title, stems.get(anchor, text) if anchor else f"{model.description} {text}".strip()
    if page.slug == "glossary":
        for term in library.terms.values():
            short = f" ({term.abbreviation})" if term.abbreviation and term.abbreviation != term.term else ""
            also = f" ({', '.join(term.also)})" if term.also else ""
            yield f"term-{term.id}", term.term + short, plain(term.meaning) + also


def _stems(library: Library, quiz_id: str) -> dict[str, str]:
    """Anchor of a quiz section -> what its items ask."""
    quiz = library.quizzes[quiz_id]
    return {
        f"section-{section.id}": " ".join(plain(item.stem) for item in library.items(section))
        for section in quiz.sections
    }


def _plain(html: str) -> str:
    text = unescape(re.sub(r"<[^>]+>", " ", html))
    # the engine sets cells and cards side by side without a space: "bayiPekerja"
    text = re.sub(r"([a-zà-ÿ.!?])([A-Z][a-z])", r"\1 \2", text)
    return re.sub(r"\s+", " ", text).strip()


def term_location(library: Library, term_id: str, *, directories: bool) -> str:
    """Where the glossary explains the term, from the root of the site."""
    return f"{library.edition.prefix}{address('glossary', directories=directories)}#term-{term_id}"
