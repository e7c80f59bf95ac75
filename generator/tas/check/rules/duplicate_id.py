"""Inside a quiz, an item, a guide, a role-play or a group of danger signs each id stands for one thing.

Passes: items `visits-homes` and `decides-together`
Fails: two items `visits-homes` in one quiz; an item that `was: visits-homes` beside it
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.yaml_data import Path_

ID = "duplicate-id"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        asked = {written.item.id for written in library.written_items()}
        for name, quiz in library.quizzes.items():
            document = library.documents["quizzes", name]
            yield from _twice(
                document, ((("sections", s, "id"), section.id) for s, section in enumerate(quiz.sections))
            )
            yield from _twice(
                document,
                (
                    (("sections", s, "items", i, "id"), item.id)
                    for s, section in enumerate(quiz.sections)
                    for i, item in enumerate(section.items or ())
                ),
            )
            for s, section in enumerate(quiz.sections):
                for i, item in enumerate(section.items or ()):
                    if item.was in asked:
                        said = f'the item "{item.was}" is still there; `was` names the id that an item no longer has'
                        yield document.place(("sections", s, "items", i, "was")), said
            for part in ("scales", "subscales"):
                named = getattr(quiz.profile, part, ())
                yield from _twice(document, ((("profile", part, n, "id"), one.id) for n, one in enumerate(named)))
        for written in library.written_items():
            for part in ("options", "rows"):
                named = getattr(written.item, part, ())
                path = (*written.path, part)
                yield from _twice(written.document, (((*path, n, "id"), one.id) for n, one in enumerate(named)))
        for name, guide in library.guides.items():
            document = library.documents["guides", name]
            yield from _twice(
                document,
                (
                    (("questions", block, q, "id"), question.id)
                    for block, questions in guide.questions
                    for q, question in enumerate(questions)
                ),
            )
        for name, session in library.training.items():
            roles = ((("role_play", "roles", r, "id"), role.id) for r, role in enumerate(session.role_play.roles))
            yield from _twice(library.documents["training", name], roles)
        for index, signs in enumerate(library.danger_signs.values()):
            document = library.documents["reference", "danger-signs"]
            yield from _twice(
                document, ((("groups", index, "signs", s, "id"), sign.id) for s, sign in enumerate(signs.signs))
            )


def _twice(document: Document, entries: Iterable[tuple[Path_, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in entries:
        if name in seen:
            yield document.place(path), f'the id "{name}" is given twice; each id stands for one thing'
        seen.add(name)
