"""A link leads to a page of the same edition (and its `#section` to a section of that page), to another site, or to a mailbox.

Passes: `[the first visit](../duties/home-visits.md#steps)`, `learn: duties/home-visits#steps`
Fails: `[the first visit](../duties/home-visit.md)`, where there is no such page
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from tas.check.text import Link
from tas.check.texts import texts
from tas.model.distress import Correction, Topic
from tas.problems import ERROR, Finding
from tas.read.bag import Bag
from tas.read.document import Document
from tas.read.library import Library
from tas.read.yaml_data import Path_
from tas.text.write import SCHEMES, WEB, page_of

ID = "dead-link"
LEVEL = ERROR

KINDS = {
    "tel:": "a number is written once, in contacts.yml; name it here as [](contact:id)",
    "//": "write the whole address, with https://",
}
"""How an address that has no place here may begin, and what to do instead."""


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        slugs = {id(document): slug for (folder, slug), document in library.documents.items() if folder == "docs"}
        for text in texts(library):
            for link in text.links:
                said = _wrong(library, slugs.get(id(text.document)) if text.path is None else None, link)
                if said:
                    yield text.place(link), said
        yield from _fields(library)


def _fields(library: Library) -> Iterator[Finding]:
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
            yield from _field(
                library, library.documents["quizzes", name], ("profile", "subscales", index, "page"), subscale.page
            )
    leading: tuple[tuple[str, str, Mapping[str, Topic | Correction]], ...] = (
        ("distress", "topics", library.distress),
        ("corrections", "corrections", library.corrections),
    )
    for file, field, entries in leading:
        for index, entry in enumerate(entries.values()):
            yield from _field(library, library.documents["reference", file], (field, index, "page"), entry.page)
    for name, session in library.training.items():
        for index, target in enumerate(session.read):
            yield from _field(library, library.documents["training", name], ("read", index), target)
    for index, station in enumerate(library.stations.values()):
        for place, target in enumerate(station.pages):
            yield from _field(
                library, library.documents["reference", "path"], ("stations", index, "pages", place), target
            )
    for index, profession in enumerate(library.professions.values()):
        if profession.page:
            document = library.documents["reference", "professions"]
            yield from _field(library, document, ("professions", index, "page"), profession.page)


def _field(library: Library, document: Document, path: Path_, target: str) -> Iterator[Finding]:
    said = dead(library, target)
    if said:
        yield document.place(path), said


def _wrong(library: Library, slug: str | None, link: Link) -> str | None:
    """`slug`: of the page in whose body the link stands; None for a text of YAML."""
    if link.scheme:
        return dead(library, link.name) if link.scheme == "page" else None
    address = link.address
    if address.startswith(WEB):
        return None
    if slug is not None and address.startswith("#"):
        return dead(library, slug + address)
    page = page_of(address, slug or "")
    if page is not None and slug is not None:
        return dead(library, page)
    return _no_page(address, page)


def _no_page(address: str, page: str | None) -> str:
    shown = f'"{address[:60]}"'
    for beginning, repair in KINDS.items():
        if address.startswith(beginning):
            return f"{shown} has no place in a link; {repair}"
    if page is not None or address.startswith("#"):
        return f"{shown} is a link between pages, which is written [words](page:duties/home-visits#steps) here"
    if not address:
        return "this link leads nowhere; write an address between its brackets"
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address):
        ours = ", ".join(f"{scheme}:" for scheme in SCHEMES)
        return (
            f"{shown} has no place in a link; addresses begin with https://, http:// or mailto:, and ours with {ours}"
        )
    return f"{shown} is not a page; link to a page by its file, such as ../duties/home-visits.md (other files have no place)"


def dead(library: Library, reference: str) -> str | None:
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


def _hint(name: str, known: Iterable[str]) -> str:
    """Names the nearest whose own name is like it: that two share a folder says nothing."""
    own = name.rpartition("/")[2]
    alike = [one for one in known if get_close_matches(own, [one.rpartition("/")[2]], cutoff=0.7)]
    near = get_close_matches(name, alike, 1, cutoff=0)
    return f'; did you mean "{near[0]}"?' if near else "; check the path"
