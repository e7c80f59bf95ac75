"""`quizzes/`: names the quiz that it shows."""

from __future__ import annotations

from tas.kinds.kind import Here, Kind, Part
from tas.model.base import Id
from tas.model.page import Page


class QuizPage(Page):
    quiz: Id


def _after(here: Here) -> list[Part]:
    return [here.quiz(here.page.quiz), *here.downloads()]


KIND = Kind("quizzes", QuizPage, assets=("quiz.css", "quiz.js"), apart=(), after=_after)
