"""Handbook: the pages of an edition as one book for a printer, with page numbers, and an index of the danger signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from babel.dates import format_date
from lxml import etree
from markupsafe import Markup

from tas.bundles.epub_text import chapter
from tas.bundles.html_tree import Element, as_xml, element, parse, take_out
from tas.bundles.ids import Names
from tas.bundles.media import words
from tas.bundles.outline import Entry, Outline
from tas.bundles.site_folder import Page, Site
from tas.compose.quiz_blocks import CHECK
from tas.exports.format import PAGES, Order
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.words import N_
from tas.media.record import Media
from tas.paper.dress import styles
from tas.paper.job import Job
from tas.render.environment import Renderer
from tas.render.guide_fragment import css_string
from tas.render.isolate import isolated, isolated_text
from tas.render.media import as_data
from tas.render.qr import qr_code
from tas.text.write import WordsOnly
from tas.view.media import used
from tas.view.quiz import QuizItem

ID = "handbook"
TITLE = N_("Handbook to print (PDF)")
USE = N_(
    "All pages in one book, with a table of contents, the glossary and an index of the danger signs. Quizzes have papers of their own."
)
STEPS = (
    N_("Download the file."),
    N_("Print it on both sides of A4, or have it printed and bound."),
    N_("Its first page says from when on you should look for a newer one."),
)
MADE, NEEDS = "release", frozenset({PAGES})
MOST = 300
"""Pages."""
NOT_PRINTED = ("quizzes/", "visits/", "offline/", "trainers/", "pictograms/", "learn/")
"""Pages, below the edition's own, that are something to press or have a paper of their own."""
SIGNS = "tas-danger__signs"
ID_IN = re.compile(r' id="([^"]+)"')
WITHIN = re.compile(r'href="#(p\d+)(-[0-9a-f]{10})"')
"""What a page only has for a screen, such as the meaning of a term, is no place in a book: such a link leads to the chapter."""


@dataclass(frozen=True)
class Leaf:
    """A page as a chapter: its id in the book, and its HTML."""

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class Sign:
    """A line of the index: where it stands, and its words."""

    id: str
    words: str


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    """It has pages; of quizzes nothing is asked of it."""
    return True


def orders(taken: Taken) -> Iterator[Order]:
    site = taken.site
    if site is None or not taken.is_whole:
        return
    made = job(taken, site)
    yield Order(f"{taken.outline.slug}-{taken.code}-handbook.pdf", made.make, (made.key.encode(),))


def job(taken: Taken, site: Site) -> Job:
    """The book as HTML, before it is laid out."""
    outline, edition = taken.outline, taken.library.edition
    renderer, day = Renderer(edition), format_date(outline.day, format="long", locale=edition.locale)
    parts = [(part.title, [entry for entry in part.entries if _is_printed(entry, outline)]) for part in outline.parts]
    printed = [entry for _, entries in parts for entry in entries]
    media = {one.address(file): one for one in used(taken.library).values() for file in one.files}
    book = Book(site, outline, {entry.address: f"p{number}" for number, entry in enumerate(printed)}, media)
    leaves = {entry.address: book.leaf(number, entry) for number, entry in enumerate(printed)}
    ids = {name for leaf in leaves.values() for name in ID_IN.findall(leaf.html)}
    html = renderer.render(
        "exports/handbook.html.j2",
        WordsOnly(),
        outline=outline,
        parts=[(title, [leaves[entry.address] for entry in entries]) for title, entries in parts if entries],
        signs=sorted(book.signs, key=lambda sign: sign.words.casefold()),
        styles=styles(edition, "handbook"),
        foot=Markup(css_string(isolated_text(edition, f"{outline.site_name} · {day}"))),
    )
    too_long = "the handbook has {pages} pages, but at most {most}; leave pages out of the navigation"
    led = WITHIN.sub(lambda link: link[0] if link[1] + link[2] in ids else f'href="#{link[1]}"', str(html))
    return Job("mkdocs.yml", isolated(edition, led), MOST, too_long)


def _is_printed(entry: Entry, outline: Outline) -> bool:
    return not entry.address.removeprefix(outline.prefix).startswith(NOT_PRINTED) and entry != outline.home


class Book:
    """Turns pages into chapters; an id stands once in the whole book."""

    def __init__(self, site: Site, outline: Outline, leaves: dict[str, str], media: dict[str, Media]):
        """`media`: what each file of an author was made of, by its address."""
        self.site = site
        self.media = media
        self.said = words(outline)
        self.outline = outline
        self.leaves = leaves
        self.names = {address: Names(number, site.page(address).article()).ids for number, address in enumerate(leaves)}
        self.signs: list[Sign] = []

    def leaf(self, number: int, entry: Entry) -> Leaf:
        page = self.site.page(entry.address)
        outline = self.outline
        made = chapter(
            page, entry.title, self._href, lambda item: element("p"), self._picture, self.said, outline.site_url
        )
        body = made.body
        for drawn in body.xpath(".//svg[not(@role='img')] | .//*[contains(@class, 'tas-next')]"):
            take_out(drawn)
        for caption in body.xpath(".//figure[@class='tas-sound']/figcaption"):
            self._led_to(caption)
        self._without_check(body)
        for line in body.iter("li"):
            etree.strip_tags(line, "div")
            for paragraph in line.iterfind("p"):  # a line of a list has no blocks in it, as PDF/UA counts
                paragraph.tag = "span"
                if paragraph.getprevious() is not None or (line.text or "").strip():
                    paragraph.addprevious(element("br"))
        for link in body.iter("a"):
            etree.strip_tags(link, "*")  # a link in pieces is none to a program that reads aloud
        for one in body.iter():
            if name := one.get("id"):
                one.set("id", self._id(entry.address, name))
            for attribute in ("aria-labelledby", "headers", "aria-label", "role"):
                one.attrib.pop(attribute, None)
        if not self.signs:
            self._index(body)
        return Leaf(self.leaves[entry.address], entry.title, as_xml(body))

    def _picture(self, address: str) -> str:
        """Grey, as data: the book is one file, and a printer has one ink."""
        return as_data(self.media[address].grey())

    def _led_to(self, caption: Element) -> None:
        """A sound cannot be printed: its code and its address lead to it."""
        for link in caption.findall("a"):
            url = link.get("href", "")
            link.addnext(element("span", f" {url}", {"class": "tas-url"}))
            caption.addprevious(parse(qr_code(url, self.outline.render("exports/sound-code.j2").strip())))

    def _without_check(self, body: Element) -> None:
        """A reader of paper checks nothing: the heading goes, and what stands below it."""
        for heading in body.xpath(f".//h2[@id='{CHECK}']"):
            below = heading.getnext()
            while below is not None and below.tag != "h2" and below.tag != "section":
                after = below.getnext()
                take_out(below)
                below = after
            take_out(heading)

    def _index(self, body: Element) -> None:
        """The first page with all the signs is where the index leads."""
        if len(body.xpath(f".//ul[contains(@class, '{SIGNS}')]")) < 5:
            return
        for number, line in enumerate(body.xpath(f".//ul[contains(@class, '{SIGNS}')]/li")):
            line.set("id", f"sign-{number}")
            words = (line.xpath("string(text()[normalize-space()][1])") or line.xpath("string()")).strip()
            self.signs.append(Sign(f"sign-{number}", str(words)))

    def _href(self, page: Page, href: str) -> str:
        target = page.target(href)
        if target.address is None:
            return href
        if target.address not in self.leaves:
            return self.outline.site_url + quote(target.address)
        if target.fragment in self.names[target.address]:
            return f"#{self._id(target.address, target.fragment)}"
        return f"#{self.leaves[target.address]}"

    def _id(self, address: str, name: str) -> str:
        return f"{self.leaves[address]}-{sha256(name.encode()).hexdigest()[:10]}"
