"""An EPUB 3 of an edition for e-readers: every page a chapter, quizzes as lists, and a chapter with their answers."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from urllib.parse import quote, urljoin
from uuid import NAMESPACE_URL, uuid5

from generator.bundles.epub_text import Chapter, chapter
from generator.bundles.extractor import ASSETS, Page, Site
from generator.bundles.outline import Entry, Outline
from generator.bundles.zip import pack

ID = "epub"
LIMIT = 2_000_000
KEY = "key.xhtml"


@dataclass(frozen=True)
class Answer:
    """One entry of the key."""

    id: str
    back: str
    stem: str
    answer: str


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/tas-{outline.code}.epub"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> bytes:
    """The book; equal bytes for an equal site."""
    about = outline.render("offline/copy.html.j2", outline=outline)
    words = outline.render("offline/epub/key-link.j2").strip()
    chapters = {
        entry: chapter(
            site.page(entry.address).with_slot(about),
            entry.title,
            lambda page, href: _href(page, href, outline),
            lambda name, entry=entry: _key_link(f"{KEY}#{_answer_id(entry, name, outline)}", words),
        )
        for entry in outline.entries
    }
    key = [(entry, _answers(entry, made, outline)) for entry, made in chapters.items() if made.answers]
    files = {file(entry.address, outline): _text(made, outline) for entry, made in chapters.items()}
    common = {"outline": outline, "file": file, "key": key, "key_file": KEY}
    items = [
        {"id": name.removesuffix(".xhtml"), "href": name, "svg": made.has_svg}
        for name, made in zip(files, chapters.values(), strict=True)
    ]
    identifier = uuid5(NAMESPACE_URL, outline.site_url + outline.code).urn
    members = {
        "META-INF/container.xml": outline.render("offline/epub/container.xml.j2"),
        "EPUB/package.opf": outline.render("offline/epub/package.opf.j2", items=items, identifier=identifier, **common),
        "EPUB/nav.xhtml": outline.render("offline/epub/nav.xhtml.j2", **common),
        "EPUB/title.xhtml": outline.render("offline/epub/title.xhtml.j2", **common),
        "EPUB/cover.svg": outline.render("offline/epub/cover.svg.j2", **common),
        "EPUB/book.css": (ASSETS / "css/offline/epub.css").read_text(encoding="utf-8"),
        **{f"EPUB/{name}": text for name, text in files.items()},
    }
    if key:
        members[f"EPUB/{KEY}"] = outline.render("offline/epub/key.xhtml.j2", **common)
    inside = {name: text.encode() for name, text in members.items()}
    return pack({"mimetype": b"application/epub+zip", **inside}, outline, first="mimetype")


def file(address: str, outline: Outline) -> str:
    """`nl/duties/home-visits/` -> `duties-home-visits.xhtml`."""
    return (address.removeprefix(outline.prefix).strip("/").replace("/", "-") or "home") + ".xhtml"


def _href(page: Page, href: str, outline: Outline) -> str:
    target = page.target(href)
    if target.address is None:
        return href
    fragment = f"#{quote(target.fragment, ':-')}" if target.fragment else ""
    if target.address in {entry.address for entry in outline.entries}:
        return (
            file(target.address, outline) + fragment
        )  # with the file even on the same page: an answer moves to the key
    return urljoin(outline.site_url, quote(target.address)) + fragment


def _key_link(href: str, words: str) -> ET.Element:
    paragraph = ET.Element("p", {"class": "to-key"})
    ET.SubElement(paragraph, "a", {"href": href}).text = words
    return paragraph


def _answers(entry: Entry, made: Chapter, outline: Outline) -> list[Answer]:
    name = file(entry.address, outline)
    return [
        Answer(_answer_id(entry, item, outline), f"{name}#{item}", _inner(stem), _inner(answer))
        for item, stem, answer in made.answers
    ]


def _answer_id(entry: Entry, item: str, outline: Outline) -> str:
    return f"{file(entry.address, outline).removesuffix('.xhtml')}-{item}"


def _text(made: Chapter, outline: Outline) -> str:
    body = ET.tostring(made.body, encoding="unicode")
    return outline.render("offline/epub/chapter.xhtml.j2", outline=outline, title=made.title, body=body)


def _inner(element: ET.Element) -> str:
    """What stands in the element, without its ids: those are in the chapter."""
    for one in element.iter():
        one.attrib.pop("id", None)
    whole = ET.tostring(element, encoding="unicode").strip()
    return whole[whole.index(">") + 1 : whole.rindex("</")] if "</" in whole else ""
