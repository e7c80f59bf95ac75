"""Quiz -> paper: what a trainer hands out, with an answer sheet; a fit quiz has its sum table instead. Nothing here tells what is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tas.ground.words import N_
from tas.model.interactions import Choice
from tas.paper.export import Order
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.paper.shuffle import LETTERS, PaperSection, as_written, drawn, letter
from tas.read.bag import Bag
from tas.read.edition import Edition
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import PaperLinks
from tas.view.quiz import QuizSection, profile_view, quiz_view

ID = "quiz-paper"
TITLE = N_("Quiz on paper, variant {variant} (PDF, A4)")
FIT_TITLE = N_("On paper, with the table to add up yourself (PDF, A4)")
VARIANTS = 2
"""Of each quiz on its page; a trainer makes more with `./tas paper`."""
MOST = 24


def orders(bag: Bag, site_url: str) -> Iterator[Order]:
    for library in bag:
        for quiz_id, slug in library.shown_on("quiz").items():
            yield from orders_of(library, quiz_id, pages=((library.edition.code, slug),))


def orders_of(
    library: Library,
    quiz_id: str,
    *,
    pages: tuple[tuple[str, str], ...] = (),
    number: int = VARIANTS,
    seed: str = "",
) -> Iterator[Order]:
    """The papers of one quiz: `number` variants in the order of `seed`."""
    renderer, title = Renderer(library.edition), FIT_TITLE if library.quizzes[quiz_id].profile else TITLE
    for variant in variants(library, quiz_id, number):
        address = file_name(library.edition, quiz_id, "paper", variant)
        yield Order(pages, address, title, job(library, renderer, quiz_id, variant=variant, seed=seed), variant)


def file_name(edition: Edition, quiz_id: str, kind: str, variant: str) -> str:
    """`downloads/nl/quizzes/duties.paper-a.pdf`"""
    return f"downloads/{edition.code}/quizzes/{quiz_id}.{kind}-{variant.lower()}.pdf"


def variants(library: Library, quiz_id: str, number: int = VARIANTS) -> str:
    """The letters of the variants; a profile has one form, for nothing in it is right or wrong."""
    return LETTERS[0] if library.quizzes[quiz_id].profile else LETTERS[:number]


def job(library: Library, renderer: Renderer, quiz_id: str, *, variant: str, seed: str = "") -> Job:
    quiz = library.quizzes[quiz_id]
    template = "paper/fit.html.j2" if quiz.profile else "paper/quiz.html.j2"
    return paper(library, renderer, quiz_id, template, variant=variant, seed=seed, most=MOST)


def paper(
    library: Library, renderer: Renderer, quiz_id: str, template: str, *, variant: str, seed: str, most: int
) -> Job:
    """What paper and key share: items in one order, footer with quiz, variant and revision."""
    quiz, gettext = library.quizzes[quiz_id], renderer.edition.words.gettext
    lowered = quiz_view(library, quiz)
    links = PaperLinks(library, "", ())
    code = f"{quiz_id} · {gettext('variant %(letter)s') % {'letter': variant}}"
    return framed(
        renderer,
        template,
        links,
        place=library.documents["quizzes", quiz_id].path,
        title=quiz.title,
        code=f"{code} ({seed})" if seed else code,
        revised=quiz.reviewed,
        most=most,
        quiz=quiz,
        variant=variant,
        sections=laid_out(library, quiz_id, lowered, variant=variant, seed=seed),
        profile=profile_view(quiz, lowered),
        letters=LETTERS,
        letter=letter,
        rows_by_scale=rows_by_scale,
        cited=lambda: [library.sources[name] for name in links.sources],
    )


def laid_out(
    library: Library, quiz_id: str, lowered: Sequence[QuizSection], *, variant: str, seed: str
) -> list[PaperSection]:
    quiz = library.quizzes[quiz_id]
    if quiz.profile:
        return as_written(lowered)
    return drawn(lowered, "|".join((quiz_id, quiz.reviewed.isoformat(), variant, seed)))


def rows_by_scale(section: PaperSection) -> Iterator[tuple[tuple[str, ...] | None, list[Any]]]:
    """Items in their order, those on one scale that follow each other together; the labels are None for other items."""
    group: list[Any] = []
    scale: tuple[str, ...] | None = None
    labels: tuple[str, ...] | None
    for item in section.items:
        match item.interaction:
            case Choice(layout="scale", options=options):
                labels = tuple(option.text for option in options)
            case _:
                labels = None
        if group and (labels != scale or labels is None or len(group) == 9):
            yield scale, group
            group = []
        scale = labels
        group.append(item)
    if group:
        yield scale, group
