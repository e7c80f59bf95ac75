"""`quizzes/`: names the quiz that it shows."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id, Line
from tas.model.page import Page


class QuizPage(Page):
    """`asked`: questions that lead here first, in the words of those who ask."""

    quiz: Id
    asked: tuple[Line, ...] = ()


def _after(here: Here) -> list[Part]:
    downloads = here.downloads()
    mirror = here.library.quizzes[here.page.quiz].profile
    # without a script a mirror is a very long page: there the paper form comes first
    first = [f"<noscript>{''.join(map(str, downloads))}</noscript>"] if mirror and downloads else []
    return [*first, here.quiz(here.page.quiz), *downloads]


KIND = Kind("quizzes", QuizPage, assets=("quiz.css", "quiz.js"), apart=(), after=_after)
