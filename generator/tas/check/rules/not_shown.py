"""Every quiz, guide and training session is shown on a page of its own.

Passes: `quizzes/id/fit.yml` and a page `docs/id/quizzes/fit.md` with `quiz: fit`
Fails: a quiz, guide or session that no page names
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag

ID = "not-shown"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for folder, things, field, pages in (
            ("quizzes", library.quizzes, "quiz", "quizzes"),
            ("guides", library.guides, "guide", "visits"),
            ("training", library.training, "session", "training"),
        ):
            shown = library.shown_on(field)
            for name in things:
                if name not in shown:
                    yield (
                        library.documents[folder, name].place(()),
                        f"no page shows this {field}; write docs/{library.edition.code}/{pages}/{name}.md with {field}: {name}",
                    )
