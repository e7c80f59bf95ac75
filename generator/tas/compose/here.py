"""The page that is being composed: what kinds of page ask for while they add to it (kinds/kind.py, `Here`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from tas.compose.cards import card_data
from tas.compose.quiz_blocks import quiz_block
from tas.in_step.shown import of_group, of_guide
from tas.kinds import page_kind
from tas.kinds.kind import Part
from tas.kinds.misconceptions import MisconceptionPage
from tas.kinds.quizzes import QuizPage
from tas.kinds.visits import VisitPage
from tas.model.page import Page
from tas.model.paper import Paper
from tas.model.reference import Profession, Task
from tas.render.asset_files import asset_address
from tas.render.guide_fragment import footer, guide_fragment
from tas.render.links import WebLinks
from tas.text.inline import plain
from tas.text.markdown import Heading
from tas.view.codes import coded_quizzes, group_data, packed
from tas.view.draws import items_of
from tas.view.guide import guide_view
from tas.view.path import path_view
from tas.view.quiz import minutes
from tas.view.session import ToPrint, session_view
from tas.view.shelves import shelved

if TYPE_CHECKING:
    from tas.compose.page import Composer


class PageLinks(WebLinks):
    """Links on one page of the site, where diagrams and groups of danger signs are drawn as well."""

    def __init__(self, composer: Composer, slug: str):
        library = composer.library
        page = library.pages[slug]
        of_guide = guide_view(library, page.guide).source_ids if isinstance(page, VisitPage) else ()
        sources = tuple(dict.fromkeys([*of_guide, *page.sources]))
        super().__init__(library, library.address(slug), sources)
        self.composer = composer

    def diagram(self, name: str, inner: str) -> str:
        diagram = self.library.diagrams[name]
        return self.composer.block("diagram/figure.html.j2", self, diagram=diagram)

    def danger(self, name: str, inner: str) -> str:
        return self.group(name, in_list=False)

    def group(self, name: str, *, in_list: bool) -> str:
        group = self.library.danger_signs[name]
        html = self.composer.block("page/danger.html.j2", self, group=group, in_list=in_list)
        newer = of_group(self.library, name)
        line = self.composer.block("page/behind.html.j2", self, newer=newer, whole=False) if newer else ""
        return f"{line}\n{html}" if line else html


class PageHere:
    """`Here`, for one page of one edition."""

    def __init__(self, composer: Composer, slug: str):
        self.composer = composer
        self.library = composer.library
        self.slug = slug
        self.links = PageLinks(composer, slug)

    @property
    def page(self) -> Page:
        return self.library.pages[self.slug]

    def heading(self, name: str, title: str) -> Heading:
        return self.composer.heading(name, title)

    def block(self, template: str, **context: Any) -> str:
        return self.composer.block(template, self.links, **context)

    def cards(self, kind: str) -> list[dict[str, Any]]:
        pages, order = self.library.pages_of(kind), self.composer.project.nav.slugs
        in_order = sorted(pages, key=lambda slug: (order.index(slug) if slug in order else len(order), slug))
        return [self._card(slug) for slug in in_order]

    def _card(self, slug: str) -> dict[str, Any]:
        page, code = self.library.pages[slug], self.library.edition.code
        card: dict[str, Any] = {
            "slug": slug,
            "href": self.links.href(slug),
            "kind": page_kind(slug),
            "title": page.title,
            "text": page.description,
            "picture": page.picture,
            "questions": 0,
            "sides": set(),
        }
        if isinstance(page, QuizPage):
            quiz = self.library.quizzes[page.quiz]
            questions = sum(len(items_of(self.library, section)) for section in quiz.sections)
            sides = {subscale.page.partition("/")[0] for subscale in quiz.profile.subscales} if quiz.profile else set()
            if not quiz.profile:
                card["title"] = quiz.title  # without the word "quiz", which the list says
            card |= {"quiz": page.quiz, "questions": questions, "minutes": minutes(quiz, questions), "sides": sides}
        if isinstance(page, MisconceptionPage):
            card |= {"fact": plain(page.fact, code), "myth": plain(page.myth, code)}
        return card

    def downloads(self, variant: str | None = None) -> list[Part]:
        """The papers that the page offers, or those of one variant."""
        offered = self.composer.papers.get((self.library.edition.code, self.slug), ())
        papers = [paper for paper in offered if variant in (None, paper.variant)]
        return [self.block("guide/downloads.html.j2", papers=papers)] if papers else []

    def path(self) -> list[dict[str, Any]]:
        return [
            {"stop": stop, "steps": [(step, self.links.href(step.slug)) for step in stop.steps]}
            for stop in path_view(self.library)
        ]

    def learning_cards(self) -> list[Part]:
        known = self.library.pages
        places = [
            (slug, known[slug].title)
            for slug in ("trainers", "glossary", "danger-signs", "comparison/index")
            if slug in known
        ]
        data = card_data(self.library)
        return [self.block("page/learning-cards.html.j2", cards=packed(data), places=places)] if data else []

    def desk(self) -> list[Part]:
        library = self.library
        guides = [
            self._pick(card["slug"], ("guide-pdf", "family-sheet", "danger-leaf")) for card in self.cards("visits")
        ]
        quizzes = [
            self._pick(card["slug"], ("quiz-paper", "quiz-key"), each=True)
            for card in self.cards("quizzes")
            if not library.quizzes[card["quiz"]].profile
        ]
        styles = [self.links.file(asset_address(name)) for name in ("guide.css", "paper.css", "quiz.css")]
        shelves = [(library.gettext("Guides"), guides), (library.gettext("Quizzes on paper"), quizzes)]
        numbers = [contact for contact in library.contacts.values() if not contact.number]
        return (
            [self.block("page/desk.html.j2", numbers=numbers, shelves=shelves, styles=styles)]
            if guides or quizzes
            else []
        )

    def _pick(self, slug: str, exports: tuple[str, ...], *, each: bool = False) -> dict[str, Any]:
        """One thing to choose: its page, and the first paper of each of these kinds with its pages, as `address*pages`."""
        offered = self.composer.papers.get((self.library.edition.code, slug), ())
        papers = [next((paper for paper in offered if paper.export == export), None) for export in exports]
        made = [paper for paper in papers if paper]
        return {
            "name": slug,
            "title": self.library.pages[slug].title,
            "href": self.links.href(slug),
            "papers": " ".join(f"{self.links.file(paper.address)}*{paper.pages}" for paper in made),
            "pages": sum(paper.pages for paper in made),
            "each": each,
        }

    def group(self) -> list[Part]:
        quizzes = list(coded_quizzes(self.library))
        now = {quiz.fingerprint for quiz in quizzes}
        older = (code for code in self.composer.released if code.fingerprint not in now)
        return (
            [
                self.block(
                    "page/group.html.j2",
                    quizzes=packed(group_data(self.library)),
                    older=" ".join(f"{code.fingerprint}={code.quiz}" for code in older),
                    reader=self.links.file(asset_address("jsqr.js")).removesuffix(
                        ".js"
                    ),  # else copies would carry it along
                )
            ]
            if quizzes
            else []
        )

    def shelves(self) -> list[Part]:
        code = self.library.edition.code
        all_ = [paper for (edition, _), offered in self.composer.papers.items() if edition == code for paper in offered]
        lying = list(shelved((paper for paper in all_ if paper.pages), self.library.gettext))
        packs = [paper for paper in self.composer.papers.get((code, self.slug), ()) if not paper.pages]
        return [self.block("page/shelves.html.j2", shelves=lying, packs=packs)] if lying else []

    def cell(self, task: Task, profession: Profession) -> dict[str, Any]:
        source = task.source(profession.id)
        return {
            "profession": profession,
            "level": task.level(profession.id),
            "cite": Markup(self.links.source(source, "")) if source else Markup(),
            "usual": task.is_usual_practice(profession.id),
        }

    def danger(self, name: str, *, in_list: bool = False) -> str:
        return self.links.group(name, in_list=in_list)

    def quiz(self, quiz_id: str) -> str:
        return quiz_block(self.composer, quiz_id, self.links)

    def guide_tools(self, guide_id: str) -> str:
        view = guide_view(self.library, guide_id)
        return self.block(
            "guide/tools.html.j2",
            view=view,
            **footer(self.composer.renderer, view.guide, of_guide(self.library, guide_id)),
        )

    def guide(self, guide_id: str) -> str:
        return str(guide_fragment(self.composer.renderer, guide_view(self.library, guide_id), self.links))

    def session(self, session_id: str) -> str:
        view = session_view(self.library, session_id)
        prints = [(printed, self._paper(printed)) for printed in view.prints]
        return self.block("page/session.html.j2", view=view, session=view.session, prints=prints)

    def _paper(self, printed: ToPrint) -> Paper | None:
        """What this build made of it, on the page that offers it."""
        offered = self.composer.papers.get((self.library.edition.code, printed.slug), ())
        fitting = (paper for paper in offered if paper.export == printed.export)
        return next((paper for paper in fitting if paper.variant == printed.variant), None)
