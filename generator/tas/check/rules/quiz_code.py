"""The group codes of two quizzes never begin alike, nor like those of a version that was released; otherwise `salt` tells them apart.

Passes: `salt: 1` in the second of two quizzes whose codes would begin alike
Fails: a quiz whose codes begin like those of another quiz, in any edition or in reference/codes.yml
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.view.codes import coded_quizzes

ID = "quiz-code"
LEVEL = ERROR


def check(bag: Bag) -> Iterator[Finding]:
    if any(library.problems for library in bag):
        return
    owners = {code.fingerprint: (code.quiz, "") for code in bag.released}
    for library in bag:
        for quiz in coded_quizzes(library):
            shape = "|".join(f"{item.interaction.id}:{item.hash}" for item in quiz.items)
            owner, other = owners.setdefault(quiz.fingerprint, (quiz.id, shape))
            if owner != quiz.id or (other and other != shape):
                yield (
                    library.documents["quizzes", quiz.id].place(("salt",)),
                    f'the group codes of this quiz begin with {quiz.fingerprint}, like those of "{owner}"; write `salt: {quiz.salt + 1}` into this file',
                )
            owners[quiz.fingerprint] = (owner, shape if owner == quiz.id else other)
