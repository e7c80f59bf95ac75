"""Pictures and sounds of authors in a form that a reader takes along: a picture as one small file, and a line in place of what stays on the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from tas.bundles import inlined
from tas.bundles.html_tree import Element, element, take_out
from tas.bundles.outline import Outline
from tas.bundles.site_folder import Page, Site
from tas.ground.words import N_
from tas.media.record import FOLDER

LIMIT = 1_500_000
"""Bytes of pictures in one file or book, besides those of its text."""
AS_DATA = re.compile(rb'src="?data:[^"> ]+|url\("data:image[^"]+')
PICTURE, SOUND = N_("Picture on the site"), N_("Sound on the site")

Way = Callable[[str], str | None]
"""Address of a picture from the root of the site -> how the form names it; None where it has no room for that."""


class Words(NamedTuple):
    """What is said before the link to what stays on the site."""

    picture: str = PICTURE
    sound: str = SOUND


NO_WORDS = Words()
"""For a page that has neither."""


def words(outline: Outline) -> Words:
    return Words(*(outline.render("offline/on-site.j2", word=word).strip() for word in (PICTURE, SOUND)))


def weight(html: bytes) -> int:
    """Bytes of the pictures that stand in it as data, those of its style sheet too."""
    return sum(map(len, AS_DATA.findall(html)))


def in_one_file(site: Site) -> Way:
    """Pictures as data, as long as there is room."""
    room = Room(LIMIT)

    def way(address: str) -> str | None:
        data = inlined.data(site, address)
        return data if room.takes(len(data)) else None

    return way


def is_media(address: str) -> bool:
    return address.startswith(f"{FOLDER}/")


class Room:
    """How many bytes there still are."""

    def __init__(self, most: int):
        self.left = most

    def takes(self, size: int) -> bool:
        fits = size <= self.left
        self.left -= size if fits else 0
        return fits


def take_along(tree: Element, page: Page, way: Way | None, said: Words, site_url: str, *, webp: bool = False) -> None:
    """`way` names each picture, or leaves it on the site; `webp`: whoever opens the form knows that format. Sounds stay on the site.

    Without a `way` the page has no pictures.
    """
    for img, address in _pictures(tree, page, webp=webp):
        assert way, "who knows no pictures gives pages without any"
        name = way(address)
        if name is None:
            _leave(img, said.picture, site_url + quote(address))
        else:
            img.set("src", name)
    for player in list(tree.iter("audio")):
        sound = player.getparent()
        assert sound is not None, "a sound stands in a figure, with its words"
        take_out(player)
        for heard in sound.findall("details"):
            heard.set("open", "open")
        for caption in sound.findall("figcaption"):
            caption.text = f"{said.sound}: {caption.text or ''}"


def _pictures(tree: Element, page: Page, *, webp: bool) -> Iterator[tuple[Element, str]]:
    """(img, address) of each, which then is one file: the smallest that there is."""
    for img in list(tree.iter("img")):
        name = img.attrib["src"]
        frame = next(img.iterancestors("picture"), None)
        if frame is not None:  # this parser knows no empty <source>: the img is in it
            sets = [source.get("srcset", "") for source in frame.iter("source")]
            name = sets[0].split()[0] if webp and sets else name
            _put(frame, img)
        for needless in ("srcset", "sizes"):
            img.attrib.pop(needless, None)
        yield img, page.target(name).address or ""


def _leave(img: Element, word: str, url: str) -> None:
    line = element("span", f"{word}: ", {"class": "tas-on-site"})
    line.append(element("a", img.get("alt", ""), {"href": url}))
    _put(img, line)


def _put(old: Element, new: Element) -> None:
    """In its place, before the text that follows it."""
    above = old.getparent()
    assert above is not None, "a picture stands in a page"
    new.tail = old.tail
    old.tail = None
    above.replace(old, new)
