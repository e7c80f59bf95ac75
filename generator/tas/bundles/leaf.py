"""A page of an edition in one file: its links lead within the file or to the site, its ids are the file's, and it says nothing that stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict
from urllib.parse import quote

from tas.bundles.html_tree import as_html
from tas.bundles.ids import Names
from tas.bundles.media import NO_WORDS, Way, Words, take_along
from tas.bundles.pieces import LEAVE
from tas.bundles.site_folder import Page
from tas.bundles.slim import ask_once, lead_to_matrix, leave_desk, leave_lists, name_next, shorten_sources
from tas.ground.engine import engine
from tas.ground.parts import digest


class Leaf(TypedDict):
    """A page as `single.html.j2` takes it; `leave` and `harmless` only where it is safe to leave."""

    name: str
    code: str
    kind: str
    inside: str
    leave: str
    harmless: str


@dataclass(frozen=True)
class Facts:
    """What the other pages must know of one: its ids in the file, and the title of the matrix if it holds that."""

    names: Names
    matrix: str


def facts(number: int, page: Page) -> Facts:
    tree = page.article()
    holds = tree.find(".//*[@data-part='matrix']") is not None
    return Facts(Names(number, tree), str(tree.xpath("string(.//h1)")).strip() if holds else "")


@dataclass(frozen=True)
class Whole:
    """All pages of the file; `matrix`: address and title of the page that holds it; `elsewhere`: pages of an edition in several files ->
    the file that has them, beside this one, and their names there."""

    prefix: str
    site_url: str
    names: Mapping[str, Names]
    matrix: tuple[str, str] | None
    elsewhere: Mapping[str, tuple[str, Names]]
    said: Words = NO_WORDS

    @cached_property
    def key(self) -> bytes:
        ids = [(address, names.code, names.ids) for address, names in self.names.items()]
        others = [(address, file, names.code, names.ids) for address, (file, names) in self.elsewhere.items()]
        return digest(engine(), self.prefix, self.site_url, repr(self.matrix), repr(ids), repr(others), *self.said)


def leaf_name(address: str, prefix: str) -> str:
    """The id of a page in the file: `duties/home-visits`."""
    return address.removeprefix(prefix).strip("/") or "home"


def make_leaf(page: Page, whole: Whole, picture: Way | None) -> Leaf:
    """`picture`: address of a file -> the same as data, where there is room; None for a page without any."""
    tree, own = page.article(), whole.names[page.address]
    told = whole.names.get(f"{whole.prefix}sources/")
    ask_once(tree)
    name_next(tree)
    leave_desk(tree)
    if tree.tag == "div":  # the home page is its own content
        tree.attrib.pop("id", None)
        tree.attrib.pop("tabindex", None)
    for element in tree.iter("a"):
        element.attrib.update(_link(page, element.get("href", ""), whole))
        element.attrib.pop("download", None)
    take_along(tree, page, picture, whole.said, whole.site_url, webp=True)
    if whole.matrix and page.address != whole.matrix[0]:
        lead_to_matrix(tree, whole.matrix[1], leaf_name(whole.matrix[0], whole.prefix))
    leave_lists(tree, str(tree.xpath("string(.//h1)")).strip(), whole.site_url + quote(page.address))
    if told is not own:
        shorten_sources(tree, told.ids if told else {})
    own.rename(tree)
    return {
        "name": leaf_name(page.address, whole.prefix),
        "code": own.code,
        "kind": page.kind,
        "inside": as_html(tree),
        **_leave(page, whole),
    }


def _link(page: Page, href: str, whole: Whole) -> dict[str, str]:
    """Within the file, to one beside it, or to the site: another edition and the papers are there."""
    target = page.target(href)
    if target.address is None:
        return {}
    file, names = whole.elsewhere.get(target.address, ("", whole.names.get(target.address)))
    if not names:
        return {"href": whole.site_url + quote(target.address)}
    place = names.ids.get(target.fragment) or leaf_name(target.address, whole.prefix)
    link = {"href": f"{file}#{quote(place, '/:.-')}"}
    return (
        {**link, "data-at": quote(target.address) + ("#" + quote(target.fragment) if target.fragment else "")}
        if file
        else link
    )


class _Leave(TypedDict):
    leave: str
    harmless: str


def _leave(page: Page, whole: Whole) -> _Leave:
    """On a page that is safe to leave: the line that leads out, and where to; the address of the page itself never shows."""
    found = LEAVE.search(page.html)
    if not found:
        return {"leave": "", "harmless": ""}
    way = _link(page, re.search(r'href="([^"]*)"', found[0])[1], whole)["href"]  # type: ignore[index]
    return {"leave": re.sub(r'href="[^"]*"', f'href="{way}"', found[0]), "harmless": way.removeprefix("#")}
