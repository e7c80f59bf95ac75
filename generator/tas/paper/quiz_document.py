"""The HTML document of a quiz for paper: its items in one order, the order of one variant and seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tas.in_step.shown import of_file
from tas.model.interactions import Choice
from tas.paper.answer_sheet import answer_sheet
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.paper.marking import letters, partly, scored
from tas.paper.shuffle import LETTERS, PaperSection, as_written, drawn, letter
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import PaperLinks
from tas.view.quiz import QuizSection, profile_view, quiz_view


def quiz_job(
    library: Library, renderer: Renderer, quiz_id: str, template: str, *, variant: str, seed: str, most: int
) -> Job:
    """What paper and key share: items in one order, footer with quiz, variant and revision."""
    quiz, gettext = library.quizzes[quiz_id], renderer.edition.words.gettext
    lowered = quiz_view(library, quiz)
    links = PaperLinks(library, "", ())
    sections = laid_out(library, quiz_id, lowered, variant=variant, seed=seed)
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
        newer=of_file(library, "quizzes", quiz_id),
        quiz=quiz,
        variant=variant,
        sections=sections,
        answers=answer_sheet(sections),
        scored=scored(sections),
        profile=profile_view(quiz, lowered),
        letters=LETTERS,
        letter=letter,
        letters_of=letters,
        partly=partly,
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
