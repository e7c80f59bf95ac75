"""A page about violence or self-harm is easy to leave: it is marked, and mkdocs.yml names a harmless page to flee to.

Passes: `sensitive: true` on the page of a sensitive quiz, with `leave_to: duties/nutrition` among the options of the plugin
Fails: the page of a sensitive quiz, or of a sensitive topic in distress.yml, without `sensitive: true`; no `leave_to`, one that leads nowhere, or to such a page
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.library import Library

ID = "sensitive-page"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for slug in _unmarked(library):
            yield (
                library.documents["docs", slug].place(()),
                "this page is about violence or self-harm; add sensitive: true",
            )
        said = _no_refuge(library, bag.project.options.leave_to)
        if said:
            yield (
                bag.project.place("tas", "leave_to"),
                f"{said}; set leave_to to a harmless page that every edition has",
            )


def _no_refuge(library: Library, leave_to: str | None) -> str | None:
    """What is wrong with the page to flee to."""
    if not leave_to:
        needed = any(page.sensitive for page in library.pages.values())
        return f"edition {library.edition.code} has pages that must be easy to leave" if needed else None
    if leave_to not in library.pages:
        broken = ("docs", leave_to) in library.documents
        return None if broken else f"edition {library.edition.code} has no page {leave_to}"
    return f"{leave_to} is itself a page to leave" if library.pages[leave_to].sensitive else None


def _unmarked(library: Library) -> list[str]:
    shown = library.shown_on("quiz")
    told = [shown[name] for name, quiz in library.quizzes.items() if quiz.sensitive and name in shown]
    told += [topic.page.partition("#")[0] for topic in library.distress.values() if topic.sensitive]
    told = [slug for slug in told if slug != "danger-signs"]  # where all signs stand, of a fever too
    return [slug for slug in dict.fromkeys(told) if slug in library.pages and not library.pages[slug].sensitive]
