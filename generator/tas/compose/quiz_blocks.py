"""The blocks that a quiz puts into pages: the quiz itself, and "Check yourself" at the end of a page that items point at."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from tas.ground.words import N_
from tas.read.sections import section_title
from tas.render.asset_files import asset_address
from tas.render.links import WebLinks
from tas.text.markdown import Heading
from tas.view.codes import coded_quizzes
from tas.view.practice import asked_on
from tas.view.quiz import minutes, profile_view, quiz_view

if TYPE_CHECKING:
    from tas.compose.page import Composer


def quiz_block(composer: Composer, quiz_id: str, links: WebLinks) -> str:
    """The whole quiz as HTML."""
    library = composer.library
    quiz = library.quizzes[quiz_id]
    sections = quiz_view(library, quiz)
    coded = any(one.id == quiz_id for one in coded_quizzes(library))
    return composer.block(
        "quiz/quiz.html.j2",
        links,
        quiz=quiz,
        quiz_id=quiz_id,
        sections=sections,
        minutes=minutes(quiz, sum(len(section.items) for section in sections)),
        profile=profile_view(quiz, sections),
        code_script=links.file(asset_address("code.js")) if coded else "",
        own=library.own_profession,
        learn_titles=_learn_titles(
            composer, (item.interaction.learn for section in sections for item in section.items)
        ),
        page_titles={slug: page.title for slug, page in library.pages.items()},
        neighbour=lambda profession: _neighbour(composer, profession, links),
    )


CHECK = "check-yourself"


def check_block(composer: Composer, slug: str, links: WebLinks) -> list[Heading | str]:
    """The heading and up to three items that point at the page; nothing where there is none."""
    library = composer.library
    chosen = asked_on(library).get(slug)
    if not chosen:
        return []
    shown = library.shown_on("quiz")
    quizzes = [
        {"title": library.quizzes[name].title, "href": links.href(shown[name])}
        for name in dict.fromkeys(practice.quiz for practice in chosen)
    ]
    block = composer.block(
        "quiz/check.html.j2",
        links,
        slug=slug,
        entries=[practice.item for practice in chosen],
        quizzes=quizzes,
        learn_titles=_learn_titles(composer, (practice.learn for practice in chosen)),
    )
    return [composer.heading(CHECK, N_("Check yourself")), block]


def _learn_titles(composer: Composer, learns: Iterable[str]) -> dict[str, str]:
    """`duties/visit#steps` -> "The visit – At the door"; the section is left out where the generator names it."""
    titles = {}
    for learn in filter(None, learns):
        slug, _, section = learn.partition("#")
        page = composer.library.pages[slug].title
        title = section_title(composer.library.documents["docs", slug], section)
        titles[learn] = f"{page} – {title}" if title else page
    return titles


def _neighbour(composer: Composer, profession: str, links: WebLinks) -> Markup:
    """The profession's name, linked to the page that compares it."""
    library = composer.library
    name = escape(library.professions[profession].name, quote=False)
    slug = library.comparison_pages.get(profession)
    return Markup(f'<a href="{links.href(slug)}">{name}</a>' if slug else name)
