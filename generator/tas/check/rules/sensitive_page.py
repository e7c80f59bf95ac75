"""A page about violence or self-harm is easy to leave: it is marked, and mkdocs.yml names a harmless page to flee to.

Passes: `sensitive: true` on the page of a sensitive quiz, with `leave_to: duties/nutrition` among the options of the plugin
Fails: the page of a sensitive quiz, or of a sensitive topic in distress.yml, without `sensitive: true`; no `leave_to`, or one that leads nowhere
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding, Place
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.project import CONFIG

ID = "sensitive-page"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for slug in _unmarked(library):
            yield (
                library.documents["docs", slug].place(()),
                "this page is about violence or self-harm; add sensitive: true",
            )
        if any(page.sensitive for page in library.pages.values()):
            leave_to = bag.project.options.leave_to
            if leave_to not in library.pages:
                said = "has no page" if leave_to else "has pages that must be easy to leave"
                repair = f"edition {library.edition.code} {said} {leave_to or ''}".rstrip()
                yield Place(CONFIG, 1, 1), f"{repair}; set leave_to to a harmless page that every edition has"


def _unmarked(library: Library) -> list[str]:
    shown = library.shown_on("quiz")
    told = [shown[name] for name, quiz in library.quizzes.items() if quiz.sensitive and name in shown]
    told += [topic.page.partition("#")[0] for topic in library.distress.values() if topic.sensitive]
    told = [slug for slug in told if slug != "danger-signs"]  # where all signs stand, of a fever too
    return [slug for slug in dict.fromkeys(told) if slug in library.pages and not library.pages[slug].sensitive]
