"""Whatever a text or a field names by id exists: sources, terms, contacts, professions, tasks and their groups, danger signs and theirs, diagrams, pictograms, quizzes, guides, sessions, stations of the path.

Passes: `sources: [uu-14-2019]` with that id in sources.yml
Fails: `sources: [uu-41-2019]` without it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import get_args

from tas.check.texts import texts
from tas.kinds.comparison import ComparisonPage
from tas.kinds.duties import DutyPage
from tas.kinds.home import HomePage
from tas.kinds.quizzes import QuizPage
from tas.kinds.training import SessionPage
from tas.kinds.visits import VisitPage
from tas.model.diagram import Picture
from tas.model.media import OWN
from tas.model.reference import LEVELS, USUAL_PRACTICE, Contact, Term
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_
from tas.view.media import picture_fields

ID = "unknown-name"
LEVEL = ERROR

Named = tuple[Document, Path_, str, str]
"""Where a name stands, what kind of thing it should be, and the name."""

HOMES = {
    "source": ("sources", "sources.yml"),
    "term": ("terms", "glossary.yml"),
    "contact": ("contacts", "contacts.yml"),
    "profession": ("professions", "professions.yml"),
    "task": ("tasks", "scope.yml"),
    "group": ("task_groups", "scope.yml, under groups"),
    "icon": ("icons", "pictograms.yml"),
    "danger": ("danger_signs", "danger-signs.yml"),
    "sign": ("signs", "danger-signs.yml"),
    "visit": ("visited", "danger-signs.yml, as what a group is for"),
    "diagram": ("diagrams", "diagrams.yml"),
    "pictogram": ("pictograms", "pictograms.yml"),
    "media": ("media", "the folder media of this edition or of the bag"),
    "drawing": ("drawings", "the drawings of the package"),
    "quiz": ("quizzes", "a file of that name"),
    "guide": ("guides", "a file of that name"),
    "session": ("training", "a file of that name"),
    "station": ("stations", "path.yml"),
}
SHOWN = {
    "media": "file",
    "group": "group of tasks",
    "danger": "group of danger signs",
    "sign": "danger sign",
    "visit": "kind of visit",
}
"""What a message calls a kind, where that is not its own name."""

PRINTED = {"quiz": "quiz", "flashcards": "danger"}
"""What a session prints -> the kind of thing that it is made of; all others are made of a guide."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for document, path, kind, name in named_fields(library):
            said = _unknown(library, kind, name)
            if said:
                yield document.place(path), said
        for text in texts(library):
            for link in text.links:
                said = None if link.scheme in ("", "page") else _unknown(library, link.scheme, link.name)
                if said:
                    yield text.place(link), said


def _unknown(library: Library, kind: str, name: str) -> str | None:
    attribute, home = HOMES[kind]
    known = getattr(library, attribute)
    if name in known or _unread(library, kind, name):
        return None
    if kind == "pictogram" and name in library.drawings:
        return f'the pictogram "{name}" has no alt text in this edition; add it to {home}'
    near = get_close_matches(name, list(known), 1)
    hint = f'did you mean "{near[0]}"?' if near else f"add it to {home}"
    return f'there is no {SHOWN.get(kind, kind)} "{name}" in this edition; {hint}'


def _unread(library: Library, kind: str, name: str) -> bool:
    """Whether the name's home could not be read; then that is the problem, not the name."""
    folder = {"quiz": "quizzes", "guide": "guides", "session": "training"}.get(kind)
    if folder:
        return (folder, name) in library.documents
    home = library.documents.get(("reference", HOMES[kind][1].partition(".yml")[0]))
    return home is not None and not getattr(library, "tasks" if kind == "group" else HOMES[kind][0])


def named_fields(library: Library) -> Iterator[Named]:
    yield from _page_fields(library)
    yield from _guide_fields(library)
    yield from _session_fields(library)
    yield from _pictures(library)
    yield from _quiz_fields(library)
    yield from _reference_fields(library)


def _page_fields(library: Library) -> Iterator[Named]:
    for slug, page in library.pages.items():
        document = library.documents["docs", slug]
        yield from _list(document, ("sources",), "source", page.sources)
        if page.picture:
            yield document, ("picture",), "pictogram", page.picture
        match page:
            case HomePage(doors=doors):
                for index, door in enumerate(doors):
                    yield document, ("doors", index, "icon"), "icon", door.icon
            case DutyPage(not_yours=names):
                yield from _list(document, ("not_yours",), "task", names)
            case ComparisonPage(profession=str(name)):
                yield document, ("profession",), "profession", name
            case QuizPage(quiz=name):
                yield document, ("quiz",), "quiz", name
            case VisitPage(guide=name):
                yield document, ("guide",), "guide", name
            case SessionPage(session=name):
                yield document, ("session",), "session", name


def _guide_fields(library: Library) -> Iterator[Named]:
    for name, guide in library.guides.items():
        document = library.documents["guides", name]
        yield from _list(document, ("sources",), "source", guide.sources)
        yield from _list(document, ("not_yours",), "task", guide.not_yours)
        yield from _list(document, ("visits",), "visit", guide.visits)
        yield from _list(document, ("danger_signs",), "danger", guide.danger_signs)
        if guide.family_side:
            yield from _list(document, ("family_side", "call"), "contact", guide.family_side.call)


def _session_fields(library: Library) -> Iterator[Named]:
    for name, session in library.training.items():
        document = library.documents["training", name]
        yield from _list(document, ("sources",), "source", session.sources)
        yield from _list(document, ("stations",), "station", session.stations)
        for index, printed in enumerate(session.print):
            yield document, ("print", index, printed.made), PRINTED.get(printed.made, "guide"), printed.key
        for index, role in enumerate(session.role_play.roles):
            if role.picture:
                yield document, ("role_play", "roles", index, "picture"), "pictogram", role.picture


def _quiz_fields(library: Library) -> Iterator[Named]:
    for written in library.written_items():
        yield from _list(written.document, (*written.path, "sources"), "source", written.item.sources)
    for name, quiz in library.quizzes.items():
        document = library.documents["quizzes", name]
        for s, section in enumerate(quiz.sections):
            yield from _list(document, ("sections", s, "professions"), "profession", section.professions or ())
            yield from _list(document, ("sections", s, "groups"), "group", section.groups or ())
        if quiz.profile:
            for index, near in enumerate(quiz.profile.neighbours):
                yield document, ("profile", "neighbours", index, "profession"), "profession", near.profession
            for index, subscale in enumerate(quiz.profile.subscales):
                near_path: Path_ = ("profile", "subscales", index, "neighbours")
                yield from _list(document, near_path, "profession", subscale.neighbours)


def _reference_fields(library: Library) -> Iterator[Named]:
    cited: tuple[tuple[str, str, Mapping[str, Term | Contact]], ...] = (
        ("glossary", "terms", library.terms),
        ("contacts", "contacts", library.contacts),
    )
    for file, list_name, things in cited:
        for index, thing in enumerate(things.values()):
            if thing.source:
                yield library.documents["reference", file], (list_name, index, "source"), "source", thing.source
    for index, profession in enumerate(library.professions.values()):
        yield from _list(
            library.documents["reference", "professions"],
            ("professions", index, "sources"),
            "source",
            profession.sources,
        )
    for index, group in enumerate(library.danger_signs.values()):
        document = library.documents["reference", "danger-signs"]
        for place, level in enumerate(group.levels):
            yield from _list(document, ("groups", index, "levels", place, "call"), "contact", level.call)
        for place, sign in enumerate(group.signs):
            yield from _list(document, ("groups", index, "signs", place, "sources"), "source", sign.sources)
            yield from _list(document, ("groups", index, "signs", place, "call"), "contact", sign.call)
    for index, diagram in enumerate(library.diagrams.values()):
        for place, shown in enumerate(diagram.groups):
            if shown.picture not in get_args(Picture):
                path: Path_ = ("diagrams", index, "groups", place, "picture")
                yield library.documents["reference", "diagrams"], path, "pictogram", shown.picture
    for index, entry in enumerate(library.pictograms.values()):
        field = "drawing" if entry.drawing else "id"
        yield (
            library.documents["reference", "pictograms"],
            ("pictograms", index, field),
            "drawing",
            entry.drawing or entry.id,
        )
    for index, topic in enumerate(library.distress.values()):
        document = library.documents["reference", "distress"]
        yield from _list(document, ("topics", index, "call"), "contact", topic.call)
        yield from _list(document, ("topics", index, "sources"), "source", topic.sources)
    for index, station in enumerate(library.stations.values()):
        yield library.documents["reference", "path"], ("stations", index, "quiz"), "quiz", station.quiz
    for index, task in enumerate(library.tasks.values()):
        document = library.documents["reference", "scope"]
        if task.group:
            yield document, ("tasks", index, "group"), "group", task.group
        for scope in LEVELS:
            for name, source in getattr(task, scope).items():
                yield document, ("tasks", index, scope, name), "profession", name
                if source != USUAL_PRACTICE:
                    yield document, ("tasks", index, scope, name), "source", source


def _pictures(library: Library) -> Iterator[Named]:
    """Pictures of the author's own are told by the rule `picture`."""
    for document, path, name, _ in picture_fields(library):
        if not name.startswith(OWN):
            yield document, path, "pictogram", name


def _list(document: Document, path: Path_, kind: str, names: tuple[str, ...]) -> Iterator[Named]:
    for index, name in enumerate(names):
        yield document, (*path, index), kind, name
