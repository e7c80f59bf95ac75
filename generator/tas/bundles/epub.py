"""An EPUB 3 of an edition for e-readers: every page a chapter, quizzes as lists, and a chapter with their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from mimetypes import guess_type
from pathlib import PurePosixPath
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from tas.bundles import media
from tas.bundles.epub_text import Chapter, chapter
from tas.bundles.html_tree import Element, as_xml, element, inner_xml
from tas.bundles.outline import Entry, File, Outline
from tas.bundles.site_folder import Page, Site
from tas.ground.archive import Packed, archive, packed
from tas.ground.parts import digest
from tas.ground.places import ASSETS
from tas.ground.words import N_

ID = "epub"
TITLE = N_("A book for the e-reader")
USE = N_("For reading at leisure. The quizzes stand in it as lists, with the answers at the end.")
ALONE = True
LIMIT = 2_000_000
OUTGROWN = "a cheap e-reader opens it slowly; make pictures smaller, or hand on single files"
KEY = "key.xhtml"


@dataclass(frozen=True)
class Answer:
    """One entry of the key."""

    id: str
    back: str
    stem: str
    answer: str


@dataclass(frozen=True)
class InBook:
    """A page as the book has it."""

    text: Packed
    has_svg: bool
    answers: tuple[Answer, ...]


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/{outline.slug}-{outline.code}.epub"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> list[File]:
    """The book; equal bytes for an equal site."""
    about = outline.render("offline/copy.html.j2", outline=outline)
    words = outline.render("offline/epub/key-link.j2").strip()
    files = {entry.address: file(entry.address, outline) for entry in outline.entries}
    pages = {entry: site.page(entry.address).with_slot(about) for entry in outline.entries}
    book = _Book(site, files, outline, words)
    chapters = {entry: book.chapter(entry, page) for entry, page in pages.items()}
    key = [(entry, made.answers) for entry, made in chapters.items() if made.answers]
    texts = {files[entry.address]: made.text for entry, made in chapters.items()}
    common = {"outline": outline, "file": file, "key": key, "key_file": KEY}
    items = [
        {"id": name.removesuffix(".xhtml"), "href": name, "svg": made.has_svg}
        for name, made in zip(texts, chapters.values(), strict=True)
    ]
    identifier = uuid5(NAMESPACE_URL, outline.site_url + outline.code).urn
    members: dict[str, str] = {
        "META-INF/container.xml": outline.render("offline/epub/container.xml.j2"),
        "EPUB/package.opf": outline.render(
            "offline/epub/package.opf.j2",
            items=items,
            pictures=[(name, guess_type(name)[0]) for name in book.pictures],
            identifier=identifier,
            **common,
        ),
        "EPUB/nav.xhtml": outline.render("offline/epub/nav.xhtml.j2", **common),
        "EPUB/title.xhtml": outline.render("offline/epub/title.xhtml.j2", **common),
        "EPUB/cover.svg": outline.render("offline/epub/cover.svg.j2", **common),
        "EPUB/book.css": (ASSETS / "css/offline/epub.css").read_text(encoding="utf-8"),
    }
    pictures = {f"EPUB/{name}": content for name, content in book.pictures.items()}
    if key:
        members[f"EPUB/{KEY}"] = outline.render("offline/epub/key.xhtml.j2", **common)
    inside: dict[str, bytes | Packed] = {name: packed(text.encode()) for name, text in members.items()}
    inside |= {f"EPUB/{name}": text for name, text in texts.items()}
    whole = archive({"mimetype": b"application/epub+zip", **inside, **pictures}, outline.day, first="mimetype")
    return [File(file_name(outline), whole)]


def file(address: str, outline: Outline) -> str:
    """`nl/duties/home-visits/` -> `duties-home-visits.xhtml`."""
    return (address.removeprefix(outline.prefix).strip("/").replace("/", "-") or "home") + ".xhtml"


def _href(page: Page, href: str, files: Mapping[str, str], outline: Outline) -> str:
    """Within the book with the file even on the same page: an answer moves to the key."""
    target = page.target(href)
    if target.address is None:
        return href
    place = "".join(href.partition("#")[1:])
    return (files.get(target.address) or outline.site_url + quote(target.address)) + place


def _key_link(entry: Entry, outline: Outline, words: str, item: str) -> Element:
    """The way from an item of a chapter to its answer in the key."""
    paragraph = element("p", "", {"class": "to-key"})
    paragraph.append(element("a", words, {"href": f"{KEY}#{_answer_id(entry, item, outline)}"}))
    return paragraph


class _Book:
    """Turns pages into chapters; `pictures`: name in the book -> content of those that it shows."""

    def __init__(self, site: Site, files: Mapping[str, str], outline: Outline, words: str):
        self.site, self.files, self.outline, self.words = site, files, outline, words
        self.said = media.words(outline)
        self.known = digest(outline.key, words, *self.said)
        self.room = media.Room(media.LIMIT)
        self.pictures: dict[str, bytes] = {}

    def chapter(self, entry: Entry, page: Page) -> InBook:
        """As an earlier build has made it, unless it draws on a file besides the page."""
        if b"<img" in page.content:
            return self._made(page, entry, self._picture)
        name = digest(self.known, page.address, page.content)
        made: InBook = self.site.parts.made("chapter", name, self._made, page, entry, None)
        return made

    def _picture(self, address: str) -> str | None:
        content, name = self.site.read(address), f"media/{PurePosixPath(address).name}"
        if name not in self.pictures and not self.room.takes(len(content)):
            return None
        self.pictures[name] = content
        return name

    def _made(self, page: Page, entry: Entry, picture: media.Way | None) -> InBook:
        outline = self.outline
        made = chapter(
            page,
            entry.title,
            lambda page, href: _href(page, href, self.files, outline),
            partial(_key_link, entry, outline, self.words),
            picture,
            self.said,
            outline.site_url,
        )
        return InBook(packed(_text(made, outline).encode()), made.has_svg, tuple(_answers(entry, made, outline)))


def _answers(entry: Entry, made: Chapter, outline: Outline) -> list[Answer]:
    name = file(entry.address, outline)
    return [
        Answer(_answer_id(entry, item, outline), f"{name}#{item}", _inner(stem), _inner(answer))
        for item, stem, answer in made.answers
    ]


def _answer_id(entry: Entry, item: str, outline: Outline) -> str:
    return f"{file(entry.address, outline).removesuffix('.xhtml')}-{item}"


def _text(made: Chapter, outline: Outline) -> str:
    return outline.render("offline/epub/chapter.xhtml.j2", outline=outline, title=made.title, body=as_xml(made.body))


def _inner(part: Element) -> str:
    """What stands in the element, without its ids: those are in the chapter."""
    etree.strip_attributes(part, "id")
    return inner_xml(part)
