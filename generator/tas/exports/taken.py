"""What formats see of an edition: its quizzes as interactions, its guides as views, and their texts as HTML or as words, with whole addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from html import escape

from markupsafe import Markup

from tas.bundles.outline import Outline
from tas.bundles.site_folder import Site
from tas.exports.away import AwayLinks
from tas.ground.parts import digest
from tas.ground.words import N_
from tas.paper.export import guide_address
from tas.read.library import Library
from tas.read.sections import section_title
from tas.text.inline import render_inline
from tas.view.quiz import QuizItem, QuizSection, quiz_view

READ_MORE, SOURCES = N_("Read more"), N_("Sources")


@dataclass(frozen=True)
class TakenQuiz:
    """A quiz with its items lowered; `slug` is its page, `mirror`: nothing in it is right or wrong, `sensitive`: nobody keeps its answers."""

    id: str
    title: str
    intro: str
    day: str
    pass_mark: int
    sections: tuple[QuizSection, ...]
    slug: str
    mirror: bool
    sensitive: bool

    @property
    def items(self) -> Iterator[QuizItem]:
        return (item for section in self.sections for item in section.items)


@dataclass(frozen=True, eq=False)
class Taken:
    """One edition, or the part of it that somebody asked for. `site` is its finished folder, where a format needs it."""

    library: Library = field(repr=False)
    outline: Outline = field(repr=False)
    quizzes: tuple[TakenQuiz, ...] = field(repr=False)
    guides: tuple[str, ...]
    site: Site | None = None
    is_whole: bool = True
    kept: dict[str, str] = field(default_factory=dict, repr=False)
    """Texts as HTML, once for all formats."""
    told: dict[int, list[str]] = field(default_factory=dict, repr=False)
    """The sources of an item, likewise."""

    @property
    def code(self) -> str:
        return self.library.edition.code

    @property
    def gettext(self) -> Callable[[str], str]:
        return self.library.gettext

    def only(self, quiz: str) -> Taken:
        """With this quiz alone."""
        return replace(self, quizzes=tuple(one for one in self.quizzes if one.id == quiz), guides=(), is_whole=False)

    def carried(self, carries: Callable[[TakenQuiz, QuizItem], bool]) -> list[tuple[TakenQuiz, list[QuizItem]]]:
        """The quizzes of which something is carried, each with its items that are."""
        found = ((quiz, [item for item in quiz.items if carries(quiz, item)]) for quiz in self.quizzes)
        return [(quiz, items) for quiz, items in found if items]

    def paper(self, guide: str) -> bytes | None:
        """A guide to print, where the site has it."""
        address = guide_address(self.code, guide, ".pdf")
        return self.site.read(address) if self.site and self.site.is_file(address) else None

    @cached_property
    def links(self) -> AwayLinks:
        return AwayLinks(self.library, self.outline.site_url)

    def html(self, text: str) -> str:
        """Inline Markdown as HTML, which no text of an author can break out of; citations are told by `further`."""
        if text not in self.kept:
            self.kept[text] = str(render_inline(text, self.links, self.code))
        return self.kept[text]

    def seen(self, text: str) -> str:
        """What a reader sees of it, with the numbers to call, on one line."""
        return Markup(self.html(text)).striptags()

    def url(self, reference: str) -> str:
        """The whole address of a page or a section of it."""
        slug, hash_, section = reference.partition("#")
        return self.outline.site_url + self.library.address(slug) + hash_ + section

    def learn_title(self, reference: str) -> str:
        slug, _, section = reference.partition("#")
        page = self.library.pages[slug].title
        title = section_title(self.library.documents["docs", slug], section)
        return f"{page} – {title}" if title else page

    def sources(self, item: QuizItem) -> list[str]:
        """`title (by, year), address` of each source that the item names or cites."""
        if id(item) not in self.told:
            self.told[id(item)] = self._sources(item)
        return self.told[id(item)]

    def _sources(self, item: QuizItem) -> list[str]:
        named = dict.fromkeys([*item.interaction.sources, *self.links.cited_in(*texts(item))])
        found = (self.library.sources[name] for name in named if name in self.library.sources)
        return [
            ", ".join(
                filter(None, (f"{source.title} ({source.by}{f', {source.year}' if source.year else ''})", source.url))
            )
            for source in found
        ]

    def further(self, item: QuizItem) -> str:
        """Where to read on, and the sources, as HTML."""
        learn, sources = item.interaction.learn, self.sources(item)
        parts = []
        if learn:
            title = escape(f"{self.gettext(READ_MORE)}: {self.learn_title(learn)}", quote=False)
            parts.append(f'<p><a href="{escape(self.url(learn))}">{title}</a></p>')
        if sources:
            listed = escape("; ".join(sources), quote=False)
            parts.append(f"<p>{escape(self.gettext(SOURCES), quote=False)}: {listed}</p>")
        return "".join(parts)

    @cached_property
    def frame(self) -> bytes:
        """A hash over what every export of the edition depends on: the engine, the outline, and the interface words."""
        said = ([(word.id, word.string) for word in catalogue] for _, catalogue, _ in self.library.edition.catalogues)
        return digest(self.outline.key, self.library.edition.name, repr(list(said)))

    @cached_property
    def content(self) -> bytes:
        """A hash over the quizzes and guides that are taken, and over all that their texts name."""
        library, whole = self.library, sha256()
        for (folder, name), document in sorted(library.documents.items()):
            if folder != "docs" or name.startswith("misconceptions/"):  # from which questions are drawn
                whole.update(f"{folder} {name} {document.data!r}\n".encode())
        named = {item.interaction.learn for quiz in self.quizzes for item in quiz.items} - {""}
        learn = [(reference, self.learn_title(reference)) for reference in sorted(named)]
        whole.update(repr(([quiz.id for quiz in self.quizzes], self.guides, learn)).encode())
        return whole.digest()


def texts(item: QuizItem) -> Iterator[str]:
    """Every text of an item, in the order in which a reader meets them."""
    it = item.interaction
    yield it.stem
    for option in getattr(it, "options", ()):
        yield from (option.text, option.rationale)
    for row in getattr(it, "rows", ()):
        yield from (row.text, row.rationale)
    yield getattr(it, "rationale", "")
    yield from (mistake.rationale for mistake in getattr(it, "mistakes", ()))


def taken(library: Library, outline: Outline, site: Site | None = None) -> Taken:
    """The whole edition: what its pages show."""
    quizzes = tuple(
        TakenQuiz(
            id=name,
            title=quiz.title,
            intro=quiz.intro,
            day=quiz.reviewed.isoformat(),
            pass_mark=quiz.pass_mark,
            sections=quiz_view(library, quiz),
            slug=slug,
            mirror=quiz.profile is not None,
            sensitive=quiz.sensitive,
        )
        for name, slug in library.shown_on("quiz").items()
        if (quiz := library.quizzes[name])
    )
    return Taken(library, outline, quizzes, tuple(library.shown_on("guide")), site)
