"""The papers of a quiz: what a trainer hands out, and in a file of its own the answers, so that no paper carries them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.paper.export import Order
from tas.paper.job import Job
from tas.paper.quiz_document import quiz_job
from tas.paper.shuffle import LETTERS
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer

VARIANTS = 2
"""Of each quiz on its page; a trainer makes more with `./tas paper`."""


@dataclass(frozen=True)
class QuizForm:
    """An `Export`. A quiz with a profile may have a template and a title of its own."""

    ID: str
    TITLE: str
    kind: str
    """In the address: `downloads/nl/quizzes/duties.paper-a.pdf`."""
    template: str
    most: int
    profile_title: str = ""
    profile_template: str = ""
    profile_kind: str = ""

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            for quiz_id, slug in library.shown_on("quiz").items():
                yield from self.orders_of(library, quiz_id, pages=((library.edition.code, slug),))

    def orders_of(
        self,
        library: Library,
        quiz_id: str,
        *,
        pages: tuple[tuple[str, str], ...] = (),
        number: int = VARIANTS,
        seed: str = "",
    ) -> Iterator[Order]:
        """One quiz in `number` variants, in the order of `seed`: the same for a paper and its key."""
        renderer, profile = Renderer(library.edition), library.quizzes[quiz_id].profile
        title = self.profile_title if profile and self.profile_title else self.TITLE
        kind = self.profile_kind if profile and self.profile_kind else self.kind
        for variant in variants(library, quiz_id, number):
            address = f"downloads/{library.edition.code}/quizzes/{quiz_id}.{kind}-{variant.lower()}.pdf"
            job = self.job(library, renderer, quiz_id, variant=variant, seed=seed)
            name = f"{library.quizzes[quiz_id].title} {variant}"
            yield Order(pages, address, title, job, variant, name)

    def job(self, library: Library, renderer: Renderer, quiz_id: str, *, variant: str, seed: str = "") -> Job:
        profile = library.quizzes[quiz_id].profile
        template = self.profile_template if profile and self.profile_template else self.template
        return quiz_job(library, renderer, quiz_id, template, variant=variant, seed=seed, most=self.most)


def variants(library: Library, quiz_id: str, number: int = VARIANTS) -> str:
    """The letters of the variants; a profile has one form, for nothing in it is right or wrong."""
    return LETTERS[0] if library.quizzes[quiz_id].profile else LETTERS[:number]


PAPER = QuizForm(
    "quiz-paper",
    N_("Quiz on paper, variant {variant} (PDF, A4)"),
    "paper",
    "paper/quiz.html.j2",
    most=24,
    profile_title=N_("On paper, with the table to add up yourself (PDF, A4)"),
    profile_template="paper/fit.html.j2",
)
"""With an answer sheet; a fit quiz has its sum table instead. Nothing on it tells what is right."""

KEY = QuizForm(
    "quiz-key",
    N_("Answers to variant {variant}, with explanations (PDF, A4)"),
    "key",
    "paper/key.html.j2",
    most=30,
    profile_title=N_("For the talk afterwards: questions to ask (PDF, A4)"),
    profile_template="paper/talk.html.j2",
    profile_kind="talk",
)
"""Every rationale with its sources. A mirror has no key: whoever leads the talk about it gets questions instead."""

QUIZ_FORMS = (PAPER, KEY)
"""A page offers each paper, followed by its answers."""
