"""Which files of authors an edition names, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tas.kinds.quizzes import QuizPage
from tas.media.record import Media
from tas.model.items.base import ChoiceOption
from tas.model.items.situational import SituationalOption
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_

NAMED = re.compile(r"\bmedia:([a-z0-9-]+\.[a-z0-9]+)")
USED = "used media"


def named_in(document: Document) -> frozenset[str]:
    """Names of files in its texts and fields, whether they are there or not."""
    if USED not in document.kept:
        document.kept[USED] = frozenset(NAMED.findall(document.body) + NAMED.findall(repr(document.data)))
    found: frozenset[str] = document.kept[USED]
    return found


def state(library: Library, documents: Iterable[Document]) -> str:
    """Changes with every file that one of these names, and with its note."""
    if not library.media:
        return ""
    names = frozenset[str]().union(*map(named_in, documents))
    return repr([(name, media.own, media.note) for name, media in sorted(library.media.items()) if name in names])


def used(library: Library) -> dict[str, Media]:
    """Those that some page, quiz, guide or reference of the edition names, in the order of their names."""
    names = frozenset[str]().union(*map(named_in, library.documents.values())) if library.media else ()
    return {name: media for name, media in sorted(library.media.items()) if name in names}


def on_page(library: Library, slug: str) -> dict[str, Media]:
    """The pictures that a reader of the page fetches with it: of its body, and of its quiz."""
    if not library.media:
        return {}
    names, page = named_in(library.documents["docs", slug]), library.pages[slug]
    if isinstance(page, QuizPage) and ("quizzes", page.quiz) in library.documents:
        names |= named_in(library.documents["quizzes", page.quiz])
    return {name: media for name, media in library.media.items() if name in names and media.is_picture}


def picture_fields(library: Library) -> Iterator[tuple[Document, Path_, str, str | None]]:
    """(document, place of the field, what it names, its alt) of items, options and danger signs."""
    for written in library.written_items():
        item = written.item
        if item.picture:
            yield written.document, (*written.path, "picture"), item.picture, item.alt
        for index, option in enumerate(getattr(item, "options", ())):
            if isinstance(option, ChoiceOption | SituationalOption) and option.picture:
                yield written.document, (*written.path, "options", index, "picture"), option.picture, option.alt
    for index, group in enumerate(library.danger_signs.values()):
        for place, sign in enumerate(group.signs):
            if sign.picture:
                path: Path_ = ("groups", index, "signs", place, "picture")
                yield library.documents["reference", "danger-signs"], path, sign.picture, sign.alt
