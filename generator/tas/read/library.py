"""All that an edition holds: read and parsed; what could not be is a list of problems beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from tas.ground.addresses import address
from tas.kinds import kind_of, page_kind
from tas.kinds.comparison import ComparisonPage
from tas.kinds.quizzes import QuizPage
from tas.kinds.training import SessionPage
from tas.kinds.visits import VisitPage
from tas.media.record import Media
from tas.model.base import Model
from tas.model.danger import DangerGroup
from tas.model.diagram import Diagram
from tas.model.distress import Correction, Topic
from tas.model.guide import Guide
from tas.model.page import Page
from tas.model.path import Station
from tas.model.pictogram import Drawing, Pictogram
from tas.model.quiz import Quiz
from tas.model.reference import (
    REFERENCE_FILES,
    Contact,
    Profession,
    SearchWords,
    Source,
    Task,
    TaskGroup,
    Term,
    Wording,
)
from tas.model.session import Session
from tas.problems import ContentError, Problem
from tas.read.document import Document
from tas.read.edition import Edition
from tas.read.files import Files, bag_files
from tas.read.known import Known
from tas.read.media import Shelf, read_media
from tas.read.models import model_of
from tas.read.pictograms import drawings, line_drawings
from tas.read.sections import sections
from tas.read.signs import sign_texts
from tas.read.source import read_page, read_yaml
from tas.read.written import Written

M = TypeVar("M", bound=Model)

HOMES = {
    ("scope", "groups"): "task_groups",
    ("danger-signs", "groups"): "danger_signs",
    ("distress", "topics"): "distress",
}
"""(file, list in it) -> where its things are in the library, by id; every other list has its own name there."""
FILES: dict[str, type[Model]] = {"quizzes": Quiz, "guides": Guide, "training": Session}
"""Folder -> what each of its files holds; the library has them under the name of the folder."""


@dataclass(eq=False)
class Library:
    """One edition, by id. The document behind each thing says where it stands."""

    edition: Edition
    pages: dict[str, Page] = field(default_factory=dict)
    quizzes: dict[str, Quiz] = field(default_factory=dict)
    guides: dict[str, Guide] = field(default_factory=dict)
    training: dict[str, Session] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    professions: dict[str, Profession] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    task_groups: dict[str, TaskGroup] = field(default_factory=dict)
    danger_signs: dict[str, DangerGroup] = field(default_factory=dict)
    distress: dict[str, Topic] = field(default_factory=dict)
    corrections: dict[str, Correction] = field(default_factory=dict)
    diagrams: dict[str, Diagram] = field(default_factory=dict)
    pictograms: dict[str, Pictogram] = field(default_factory=dict)
    stations: dict[str, Station] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    search_words: SearchWords = field(default_factory=SearchWords)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    """(folder, name) -> document: ("docs", "duties/home-visits"), ("reference", "scope"), …"""
    shelf: Shelf = field(default_factory=Shelf)
    """Files that pages show, play or hand out."""
    problems: list[Problem] = field(default_factory=list)
    kept: dict[Hashable, Any] = field(default_factory=dict)
    """What views have made of it once and for all."""
    of_models: dict[Hashable, Any] = field(default_factory=dict)
    """The same, where no body of a page was looked at: it stays as long as the models and the interface words do."""
    known: Known = field(default_factory=Known)
    looked_at: frozenset[str] | None = None
    """Files in which rules look for what is wrong; None: in all."""

    @property
    def gettext(self) -> Callable[[str], str]:
        """An interface word in the language of the edition."""
        return self.edition.words.gettext

    def pages_of(self, kind: str) -> dict[str, Page]:
        """The pages of one kind without its overview, in alphabetical order of their slug."""
        return {
            slug: page for slug, page in self.pages.items() if page_kind(slug) == kind and not slug.endswith("/index")
        }

    def written_items(self) -> Iterator[Written]:
        """Every item that stands in a file of this edition, with its place; drawn items have none."""
        for name, quiz in self.quizzes.items():
            for s, section in enumerate(quiz.sections):
                for i, item in enumerate(section.items or ()):
                    yield Written(self.documents["quizzes", name], ("sections", s, "items", i), name, section, item)

    @property
    def own_profession(self) -> Profession | None:
        """The profession from whose side everything is told: the one marked `own: true`."""
        return next((profession for profession in self.professions.values() if profession.own), None)

    @property
    def comparison_pages(self) -> dict[str, str]:
        """Profession -> slug of the page that compares it with the bag's own."""
        return {
            page.profession: slug
            for slug, page in self.pages.items()
            if isinstance(page, ComparisonPage) and page.profession
        }

    def shown_on(self, what: str) -> dict[str, str]:
        """Id -> slug of the page that shows it; `what` is `quiz`, `guide` or `session`."""
        kind = {"quiz": QuizPage, "guide": VisitPage, "session": SessionPage}[what]
        return {getattr(page, what): slug for slug, page in self.pages.items() if isinstance(page, kind)}

    def address(self, slug: str) -> str:
        """The page's address from the root of the site."""
        return self.edition.prefix + address(slug)

    def refer_to(self, task: Task) -> tuple[Profession, ...]:
        """Who has this task as part of the profession's own work."""
        return tuple(self.professions[name] for name in task.does if name in self.professions)

    @cached_property
    def signs(self) -> dict[str, str]:
        """`group/id` of a danger sign -> its words."""
        return sign_texts(self.danger_signs.values())

    @property
    def drawings(self) -> dict[str, Drawing]:
        """Name -> drawing of the package, which any edition may use."""
        return drawings()

    @property
    def media(self) -> dict[str, Media]:
        """Name -> what `media:name` is in this edition."""
        return self.shelf.media

    @property
    def icons(self) -> frozenset[str]:
        """What a door of the home page may show."""
        return line_drawings() | self.pictograms.keys()

    @cached_property
    def newest(self) -> date:
        """The newest day on which one of its pages was checked: the date of a copy."""
        return max(page.reviewed for page in self.pages.values())

    @property
    def visited(self) -> frozenset[str]:
        """Whom a visit may be about: the words of the danger groups' `for`."""
        return frozenset(name for group in self.danger_signs.values() for name in group.for_)

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """Slug -> ids of the sections one can link to."""
        return {slug: sections(slug, self.documents["docs", slug], self.danger_signs) for slug in self.pages}


def read_library(edition: Edition, files: Files | None = None, known: Known | None = None) -> Library:
    """Read what counts in its folders; `files`: those of the whole bag, if that is more; `known`: what was read before."""
    library = Library(edition, known=known or Known())
    files = files or bag_files(edition.root, (edition,))
    try:
        edition.words.info()  # nothing can be shown without them
    except ContentError as error:
        library.problems += error.problems
    library.shelf = read_media(edition.root, edition.code, files, library.known)
    library.problems += library.shelf.problems
    _read_reference(library, files)
    for name, document in _read_all(library, files, "docs"):
        if page := _kept(library, document, kind_of(name).model):
            library.pages[name] = page
    for folder, model in FILES.items():
        for name, document in _read_all(library, files, folder):
            if thing := _kept(library, document, model):
                getattr(library, folder)[name] = thing
    heads = tuple((name, document.head or document.own) for name, document in library.documents.items())
    library.of_models = library.known.of_models(edition, heads)
    return library


def _read_reference(library: Library, files: Files) -> None:
    documents = dict(_read_all(library, files, "reference"))
    for name in sorted(documents, key=lambda name: name != "danger-signs"):  # whose words the others use
        document = documents[name]
        parsed = _kept(library, document, REFERENCE_FILES[name])
        if isinstance(parsed, Wording):
            library.wording = parsed
        elif isinstance(parsed, SearchWords):
            library.search_words = parsed
        elif parsed:
            for list_name in type(parsed).model_fields:
                _by_id(library, document, list_name, getattr(parsed, list_name))


def _by_id(library: Library, document: Document, list_name: str, entries: tuple[Any, ...]) -> None:
    home = getattr(library, HOMES.get((PurePosixPath(document.path).stem, list_name), list_name))
    for index, entry in enumerate(entries):
        if entry.id in home:
            said = f'the id "{entry.id}" is given twice; each id stands for one thing'
            library.problems.append(document.problem((list_name, index, "id"), said, "duplicate-id"))
        home.setdefault(entry.id, entry)


def _read_all(library: Library, files: Files, folder: str) -> Iterator[tuple[str, Document]]:
    """Every file of the folder that counts, with its name, in a fixed order."""
    read = read_page if folder == "docs" else read_yaml
    for file in files.counted[folder, library.edition.code]:
        document = library.known.document(file, library.edition.code, read)
        library.documents[folder, file.name] = document
        library.problems.extend(document.problems)
        yield file.name, document


def _kept(library: Library, document: Document, model: type[M]) -> M | None:
    """The parsed model, or None with its problems kept."""
    if document.problems:
        return None
    signs = library.signs if library.danger_signs else {}
    parsed, problems = model_of(document, model, signs, library.known)
    library.problems.extend(problems)
    return parsed
