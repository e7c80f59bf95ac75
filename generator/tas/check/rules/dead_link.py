"""A link inside the site leads to a page of the same edition, and its `#section` to a section of that page.

Passes: `[the first visit](../duties/home-visits.md#steps)`, `learn: duties/home-visits#steps`
Fails: `[the first visit](../duties/home-visit.md)`, where there is no such page
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from tas.check.texts import paragraphs, texts
from tas.problems import ERROR, Problem
from tas.read.library import Library
from tas.read.source import Document
from tas.text.inline import SCHEMES, scheme_links

if TYPE_CHECKING:
    from tas.read.bag import Bag

ID = "dead-link"
LEVEL = ERROR

LINK = re.compile(r"\[[^\[\]]*\]\((?P<target>[^()\s]+)")
ELSEWHERE = ("http://", "https://", "mailto:", "tel:", *(f"{scheme}:" for scheme in SCHEMES))


def check(bag: Bag) -> Iterator[Problem]:
    for library in bag:
        yield from _bodies(library)
        yield from _schemes(library)
        yield from _fields(library)


def _bodies(library: Library) -> Iterator[Problem]:
    for slug in library.pages:
        document = library.documents["docs", slug]
        for paragraph in paragraphs(document):
            for match in LINK.finditer(paragraph.string):
                target = match["target"]
                if not target.startswith(ELSEWHERE):
                    said = _wrong(library, slug, target)
                    if said:
                        yield paragraph.problem(said, at=match.start("target"))


def _schemes(library: Library) -> Iterator[Problem]:
    for text in texts(library):
        for link in scheme_links(text.string):
            said = link.scheme == "page" and _dead(library, link.name)
            if said:
                yield text.problem(said, at=link.start)


def _fields(library: Library) -> Iterator[Problem]:
    for slug, page in library.pages.items():
        document = library.documents["docs", slug]
        for index, target in enumerate(page.next):
            yield from _field(library, document, ("next", index), target)
        for index, door in enumerate(getattr(page, "doors", ())):
            yield from _field(library, document, ("doors", index, "to"), door.to)
    for written in library.written_items():
        if written.item.learn:
            yield from _field(library, written.document, (*written.path, "learn"), written.item.learn)
    for name, quiz in library.quizzes.items():
        for index, subscale in enumerate(quiz.profile.subscales if quiz.profile else ()):
            path = ("profile", "subscales", index, "page")
            yield from _field(library, library.documents["quizzes", name], path, subscale.page)
    for file, field, entries in (
        ("distress", "topics", library.distress),
        ("corrections", "corrections", library.corrections),
    ):
        for index, entry in enumerate(entries.values()):
            yield from _field(library, library.documents["reference", file], (field, index, "page"), entry.page)
    for index, profession in enumerate(library.professions.values()):
        if profession.page:
            path = ("professions", index, "page")
            yield from _field(library, library.documents["reference", "professions"], path, profession.page)


def _field(library: Library, document: Document, path: tuple, target: str) -> Iterator[Problem]:
    said = _dead(library, target)
    if said:
        yield document.problem(path, said, ID)


def _wrong(library: Library, slug: str, target: str) -> str | None:
    """A Markdown link relative to the page it stands on."""
    file, hash_, section = target.partition("#")
    if not file:
        return _dead(library, f"{slug}#{section}")
    if not file.endswith(".md"):
        return f'"{target}" is not a page; link to its file, such as ../duties/home-visits.md'
    return _dead(library, normpath(join(dirname(slug), file.removesuffix(".md"))) + hash_ + section)


def _dead(library: Library, reference: str) -> str | None:
    """What is wrong with `duties/home-visits#steps`, or None."""
    slug, _, section = reference.partition("#")
    if slug not in library.pages:
        if ("docs", slug) in library.documents:
            return None  # the page is there and has a problem of its own
        return f'there is no page "{slug}" in this edition{_hint(slug, library.pages)}'
    anchors = library.anchors[slug]
    if section and section not in anchors:
        return f'the page "{slug}" has no section "{section}"{_hint(section, anchors)}'
    return None


def _hint(name: str, known) -> str:
    near = get_close_matches(name, list(known), 1)
    return f'; did you mean "{near[0]}"?' if near else "; check the path"
