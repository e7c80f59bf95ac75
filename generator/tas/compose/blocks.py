"""What a page has by its kind: headings and blocks of HTML before and after what its author wrote."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from tas.compose.quiz_blocks import quiz_block
from tas.ground.words import N_
from tas.model.page import Page, page_kind
from tas.model.reference import Profession, Task
from tas.render.guide_fragment import footer, guide_fragment
from tas.render.links import WebLinks
from tas.text.inline import plain
from tas.text.markdown import Heading
from tas.view.guide import guide_view

if TYPE_CHECKING:
    from tas.compose.page import Composer

Part = Heading | str
"""A heading that the generator adds, or HTML."""

Blocks = tuple[list[Part], list[Part]]
"""What comes between the lead and the sections, and what comes after them."""


def nothing(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    return [], []


def _home(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    cards = composer.cards("misconceptions", links)[:2]
    return [
        composer.heading("facts", N_("Facts, not misconceptions")),
        composer.block("page/home-facts.html.j2", links, cards=cards),
    ], []


def _overview(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    kind = slug.partition("/")[0]
    return composer.downloads(slug, links), [
        composer.block("page/cards.html.j2", links, cards=composer.cards(kind, links), kind=kind)
    ]


def _role(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    before = [
        composer.heading("key-points", N_("In short")),
        composer.block("page/key-points.html.j2", links, page=composer.page(slug)),
    ]
    if slug != "role/index":
        return before, []
    others = [card for card in composer.cards("role", links) if card["slug"] != slug]
    return before, [composer.block("page/cards.html.j2", links, cards=others, kind="role")]


def _duty(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    page: Any = composer.page(slug)
    return (
        [composer.heading("steps", N_("How you do it")), composer.block("page/steps.html.j2", links, page=page)],
        [
            composer.heading("not-yours", N_("Not your task")),
            composer.block("page/not-yours.html.j2", links, lines=composer.not_yours(page.not_yours)),
        ],
    )


def _trait(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    page: Any = composer.page(slug)
    panels = (
        ("looks-like", N_("What it looks like at work"), page.looks_like),
        ("hard-side", N_("The hard side"), page.hard_side),
        ("grow", N_("How to grow it"), page.grow),
    )
    before: list[Part] = []
    for shape, title, sentences in panels:
        before += [
            composer.heading(shape, title),
            composer.block("page/panel.html.j2", links, shape=shape, sentences=sentences),
        ]
    return before, []


def _misconception(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    return [
        composer.heading("fact", N_("The fact")),
        composer.block("page/fact.html.j2", links, page=composer.page(slug)),
    ], []


def _comparison(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    page: Any = composer.page(slug)
    ours, theirs = composer.library.own_profession, composer.library.professions[page.profession]
    assert ours, "the rule own-profession asks for one"
    rows = [
        {"task": task, "ours": task.level(ours.id), "theirs": cell(task, theirs, links)}
        for task in composer.library.tasks.values()
    ]
    return (
        [
            composer.heading("side-by-side", N_("Side by side")),
            composer.block("page/side-by-side.html.j2", links, ours=ours, theirs=theirs),
        ],
        [
            composer.heading("tasks", N_("Who does what")),
            composer.block("page/tasks.html.j2", links, ours=ours, profession=theirs, rows=rows),
        ],
    )


def _visit(composer: Composer, slug: str, links: WebLinks) -> Blocks:
    library, renderer = composer.library, composer.renderer
    guide_id = composer.page(slug).guide
    view = guide_view(library, guide_id)
    links.sources = list(dict.fromkeys([*view.source_ids, *links.sources]))
    tools = composer.block("guide/tools.html.j2", links, view=view, **footer(renderer, view.guide))
    return [*composer.downloads(slug, links), tools], [str(guide_fragment(renderer, view, links))]


BLOCKS: dict[str, Callable[[Composer, str, WebLinks], Blocks]] = {
    "home": _home,
    "overview": _overview,
    "role": _role,
    "duties": _duty,
    "suitability": _trait,
    "misconceptions": _misconception,
    "comparison": _comparison,
    "quizzes": lambda composer, slug, links: (
        [],
        [quiz_block(composer, composer.page(slug).quiz, links), *composer.downloads(slug, links)],
    ),
    "visits": _visit,
}


def card(slug: str, page: Page, links: WebLinks, language: str) -> dict[str, str]:
    card = {
        "slug": slug,
        "href": links.href(slug),
        "kind": page_kind(slug),
        "title": page.title,
        "text": page.description,
    }
    if hasattr(page, "myth"):
        card |= {"fact": plain(page.fact, language), "myth": plain(page.myth, language)}
    return card


def cell(task: Task, profession: Profession, links: WebLinks) -> dict[str, Any]:
    source = task.source(profession.id)
    cite = Markup(links.source(source, "")) if source else Markup()
    usual = task.is_usual_practice(profession.id)
    return {"profession": profession, "level": task.level(profession.id), "cite": cite, "usual": usual}
