"""A page: what its author wrote, with headings and blocks of HTML that the generator adds by its kind."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from markupsafe import Markup

from tas.compose.end import page_end
from tas.compose.here import PageHere
from tas.compose.quiz_blocks import CHECK, check_block
from tas.in_step.shown import WHOLE, of_page
from tas.kinds import kind_of
from tas.kinds.home import HomePage
from tas.kinds.kind import Part
from tas.model.codes import Released
from tas.model.paper import Papers
from tas.read.library import Library
from tas.read.project import Project
from tas.render.environment import Renderer
from tas.render.links import WebLinks
from tas.text.inline import render_inline
from tas.text.markdown import Heading, headings
from tas.text.write import write

H2 = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
NOT_WORDS = re.compile(r"<svg.*?</svg>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Composed:
    """A page as its frame shows it: HTML, with the headings for its table of contents."""

    html: str
    headings: tuple[Heading, ...]
    lead: Markup
    end: Markup
    has_check: bool


@dataclass(frozen=True)
class Composer:
    """Composes the pages of one edition."""

    project: Project
    library: Library
    renderer: Renderer
    papers: Papers
    released: tuple[Released, ...] = ()

    def compose(self, slug: str) -> Composed:
        """The whole page."""
        here, kind = PageHere(self, slug), kind_of(slug)
        page, links = here.page, here.links
        tokens = self.library.documents["docs", slug].markdown.tokens
        start = next((at for at, token in enumerate(tokens) if token.tag == "h2"), len(tokens))
        # in this order, for citations are numbered as they are met
        lead, rest = write(tokens[:start], links, slug=slug), write(tokens[start:], links, slug=slug)
        before, after = kind.before(here), [*kind.after(here), *check_block(self, slug, links)]
        html = "\n".join(filter(None, [lead.strip(), *map(_html, before), rest.strip(), *map(_html, after)]))
        return Composed(
            html=self._with_what_is_behind(slug, self._with_old_names(slug, html), links),
            headings=(
                *headings(tokens[:start]),
                *(heading for part in before for heading in _headings(part, kind.sections)),
                *headings(tokens[start:]),
                *(heading for part in after for heading in _headings(part, kind.sections)),
            ),
            lead=render_inline(page.lead, links, self.library.edition.code) if isinstance(page, HomePage) else Markup(),
            end=page_end(self, slug, links),
            has_check=any(isinstance(part, Heading) and part.id == CHECK for part in after),
        )

    def _with_old_names(self, slug: str, html: str) -> str:
        """What a section was called still leads to it."""
        for old, new in self.project.options.moved.items():
            (page, _, before), now = old.partition("#"), new.partition("#")[2]
            if page == slug and before:
                html = re.sub(rf'(<h[2-4] id="{now}">)', rf'\1<span id="{before}"></span>', html, count=1)
        return html

    def _with_what_is_behind(self, slug: str, html: str, links: WebLinks) -> str:
        """A quiet line below the heading of each section that is newer in the edition that leads, or below the lead."""
        for section, newer in of_page(self.library, slug).items():
            line = self.block("page/behind.html.j2", links, newer=newer, whole=section == WHOLE)
            heading = re.search(rf'<h([2-6]) id="{section}">.*?</h\1>', html, re.DOTALL) if section else None
            lead = html.index("</p>") + len("</p>") if html.startswith("<p>") else 0
            at = heading.end() if heading else lead
            html = f"{html[:at]}\n{line}\n{html[at:]}".lstrip()
        return html

    def heading(self, name: str, title: str) -> Heading:
        """A section of its own; `title` is an interface word."""
        return Heading(name, str(self.library.gettext(title)), 2, 0)

    def block(self, template: str, links: WebLinks, **context: Any) -> str:
        return str(self.renderer.render(template, links, **context)).strip()


def _headings(part: Part, named: Collection[str]) -> list[Heading]:
    """A heading, or those in a block that brings some itself, as a guide does."""
    if isinstance(part, Heading):
        return [part]
    return [
        Heading(name, unescape(NOT_WORDS.sub("", title)), 2, 0) for name, title in H2.findall(part) if name in named
    ]


def _html(part: Part) -> str:
    return part if isinstance(part, str) else f'<h2 id="{part.id}">{escape(part.title, quote=False)}</h2>'
