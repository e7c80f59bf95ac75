"""A page: what its author wrote, with headings and blocks of HTML that the generator adds by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from markupsafe import Markup

from tas.compose.blocks import BLOCKS, Part, card, cell, nothing
from tas.compose.end import page_end
from tas.compose.listings import by_grade, by_letter, newest_first
from tas.compose.quiz_blocks import CHECK, check_block
from tas.ground.words import N_
from tas.model.page import Page, page_kind
from tas.model.paper import Papers
from tas.read.library import Library
from tas.read.project import Project
from tas.render.environment import Renderer
from tas.render.links import WebLinks
from tas.text.inline import render_inline
from tas.text.markdown import Heading, headings
from tas.text.write import write
from tas.view.practice import Practice, practices


@dataclass(frozen=True)
class Composed:
    """A page as its frame shows it: HTML, with the headings for its table of contents."""

    html: str
    headings: tuple[Heading, ...]
    lead: Markup
    end: Markup
    has_quiz: bool


@dataclass(frozen=True)
class Composer:
    """Composes the pages of one edition."""

    project: Project
    library: Library
    renderer: Renderer
    papers: Papers

    def compose(self, slug: str) -> Composed:
        """The whole page."""
        page = self.page(slug)
        links = PageLinks(self, slug)
        tokens = self.library.documents["docs", slug].markdown.tokens
        start = next((at for at, token in enumerate(tokens) if token.tag == "h2"), len(tokens))
        lead, rest = write(tokens[:start], links, slug=slug), write(tokens[start:], links, slug=slug)
        before, after = BLOCKS.get(page_kind(slug), nothing)(self, slug, links)
        last = [*after, *self._appendix(slug, links), *check_block(self, slug, links)]
        added = [tuple(part for part in parts if isinstance(part, Heading)) for parts in (before, last)]
        return Composed(
            html="\n".join(filter(None, [lead.strip(), *map(_html, before), rest.strip(), *map(_html, last)])),
            headings=(*headings(tokens[:start]), *added[0], *headings(tokens[start:]), *added[1]),
            lead=render_inline(getattr(page, "lead", ""), links, self.library.edition.code),
            end=page_end(self, slug, links),
            has_quiz=page_kind(slug) == "quizzes" or any(heading.id == CHECK for heading in added[1]),
        )

    def _appendix(self, slug: str, links: WebLinks) -> Iterator[Part]:
        """Lists that belong to one page, whatever its kind."""
        if slug == "glossary":
            yield self.block("page/glossary.html.j2", links, groups=by_letter(self.library.terms.values()))
        elif slug == "sources":
            yield self.block("page/sources.html.j2", links, grades=by_grade(self.library.sources.values()))
        elif slug == "danger-signs":
            for group in self.library.danger_signs.values():
                yield Heading(f"danger-{group.id}", group.title, 2, 0)
                yield self.danger(group.id, links, in_list=True)
        elif slug == "corrections":
            corrections = newest_first(self.library.corrections.values())
            yield self.block("page/corrections.html.j2", links, corrections=corrections)
        elif slug == "comparison/index":
            yield self.heading("matrix", N_("Who does what, task by task"))
            yield self.block(
                "page/matrix.html.j2",
                links,
                professions=list(self.library.professions.values()),
                rows=list(self._matrix(links)),
            )

    def heading(self, name: str, title: str) -> Heading:
        """A section of its own; `title` is an interface word."""
        return Heading(name, str(self.library.edition.words.gettext(title)), 2, 0)

    def block(self, template: str, links: WebLinks, **context: Any) -> str:
        return str(self.renderer.render(template, links, **context)).strip()

    def diagram(self, name: str, links: WebLinks) -> str:
        return self.block("diagram/figure.html.j2", links, diagram=self.library.diagrams[name])

    def danger(self, name: str, links: WebLinks, *, in_list: bool = False) -> str:
        """A group of danger signs; `in_list`: under a heading of its own among all the others."""
        group = self.library.danger_signs[name]
        return self.block("page/danger.html.j2", links, group=group, in_list=in_list)

    @cached_property
    def practices(self) -> dict[str, list[Practice]]:
        """Slug -> the items of all quizzes that point at the page or one of its sections."""
        found: dict[str, list[Practice]] = {}
        for practice in practices(self.library, self.renderer.edition.words.gettext):
            found.setdefault(practice.slug, []).append(practice)
        return found

    def page(self, slug: str) -> Page:
        return self.library.pages[slug]

    def cards(self, kind: str, links: WebLinks) -> list[dict[str, str]]:
        """One card for each page of a kind, in reading order."""
        pages, order = self.library.pages_of(kind), self.project.nav_slugs
        in_order = sorted(pages, key=lambda slug: (order.index(slug) if slug in order else len(order), slug))
        return [card(slug, pages[slug], links, self.library.edition.code) for slug in in_order]

    def downloads(self, slug: str, links: WebLinks) -> list[str]:
        """What this build made for the page, to take away."""
        papers = self.papers.get((self.library.edition.code, slug))
        return [self.block("guide/downloads.html.j2", links, papers=papers)] if papers else []

    def not_yours(self, task_ids: tuple[str, ...]) -> list[dict[str, Any]]:
        """Tasks that are somebody else's, with whose they are."""
        tasks = (self.library.tasks[task_id] for task_id in task_ids)
        return [{"text": task.text, "refer_to": list(self.library.refer_to(task))} for task in tasks]

    def _matrix(self, links: WebLinks) -> Iterator[dict[str, Any]]:
        for task in self.library.tasks.values():
            cells = [cell(task, profession, links) for profession in self.library.professions.values()]
            yield {"task": task, "group": task.group, "cells": cells}


class PageLinks(WebLinks):
    """Links on one page of the site, where diagrams and groups of danger signs are drawn as well."""

    def __init__(self, composer: Composer, slug: str):
        library = composer.library
        super().__init__(
            library, library.address(slug), library.pages[slug].sources, gettext=library.edition.words.gettext
        )
        self.composer = composer

    def diagram(self, name: str, inner: str) -> str:
        return self.composer.diagram(name, self)

    def danger(self, name: str, inner: str) -> str:
        return self.composer.danger(name, self)


def _html(part: Part) -> str:
    return part if isinstance(part, str) else f'<h2 id="{part.id}">{escape(part.title, quote=False)}</h2>'
