"""Reads a finished site folder for all bundles: each page's article as a tree, where its links lead, and which files it loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from tas.bundles.html_tree import Element, parse
from tas.ground.folder import put
from tas.ground.parts import Parts
from tas.search.segments import segments_named

SLOT = re.compile(r'<p id="copies">.*?</p>', re.DOTALL)
"""Where the page `offline` tells what was made: the paragraph that its author marks with `{ #copies }`, shown only in a preview."""
URL = re.compile(r'url\("([^")]*)"\)')
FILES = re.compile(r'="((?:\.\./)*+[^".\s:#?]++[^"\s:#?]*\.[a-z]\w*)["#?]')
"""What ends in a name with a dot: of the hundred links of a page, those that may be files."""
SETS = re.compile(r' srcset="([^"]+)"')
INDEX = re.compile(r"search/index\.[\w-]+\.js")
ELSEWHERE = re.compile(r"[\w+.-]*:|//")


class Target(NamedTuple):
    """Where a link leads: a page or file of the site with a fragment, or (address None) away from it."""

    address: str | None
    fragment: str


class Site:
    """A finished folder; every file is read once."""

    def __init__(self, folder: Path, kept: Path | None = None):
        """`kept`: the folder of what earlier builds have made of pages (ground/parts.py), where there is one."""
        self.folder = folder
        self.kept = kept
        self.parts = Parts()
        self._pages: dict[str, Page] = {}
        self._bytes: dict[str, bytes] = {}

    def page(self, address: str) -> Page:
        if address not in self._pages:
            self._pages[address] = Page(address, (self.folder / address / "index.html").read_bytes())
        return self._pages[address]

    def read(self, address: str) -> bytes:
        """A file that is not a page."""
        if address not in self._bytes:
            self._bytes[address] = (self.folder / address).read_bytes()
        return self._bytes[address]

    def write(self, address: str, content: bytes) -> None:
        put(self.folder / address, content)
        self._bytes[address] = content

    def put_page(self, address: str, html: str) -> None:
        """Replace a page, here and in the folder."""
        self._pages[address] = Page(address, html.encode())
        put(self.folder / address / "index.html", self._pages[address].content)

    def is_file(self, address: str) -> bool:
        return (self.folder / address).is_file()

    def needed(self, pages: list[Page]) -> list[str]:
        """The files that these pages load (styles, scripts, pictures, the search), in the order in which they come."""
        found = dict.fromkeys(
            address for page in pages for address in page.files if not address.startswith("downloads/")
        )
        files = [address for address in found if self.is_file(address)]
        return list(dict.fromkeys([*files, *(name for file in files for name in self.named_in(file))]))

    def named_in(self, file: str) -> Iterator[str]:
        """The files that a style sheet loads, and those of an index that is in several."""
        names = []
        if file.endswith(".css"):
            names = URL.findall(self.read(file).decode())
        elif INDEX.fullmatch(file):
            names = segments_named(self.read(file).decode())
        for name in names:
            if not name.startswith("data:"):
                yield urljoin(f"/{file}", name).lstrip("/")


@dataclass(frozen=True)
class Page:
    """One page as built."""

    address: str
    content: bytes

    @property
    def html(self) -> str:
        """Decoded for each who asks: one sign that is not Latin makes a text twice as large, and all pages lie here at once."""
        return self.content.decode()

    @cached_property
    def kind(self) -> str:
        found = re.search(r'data-kind="([\w-]+)"', self.html)
        return found[1] if found else "plain"

    @cached_property
    def files(self) -> list[str]:
        """Every address on this site that the page links or loads and that looks like a file's."""
        found = dict.fromkeys([*FILES.findall(self.html), *self._in_sets])
        targets = (self.target(unescape(name)) for name in found)
        return [target.address for target in targets if target.address]

    @property
    def _in_sets(self) -> list[str]:
        """One picture in several widths: `srcset="a.webp 480w, b.webp 960w"`."""
        sets = SETS.findall(self.html) if "srcset" in self.html else []
        return [one.split()[0] for several in sets for one in several.split(",")]

    @cached_property
    def _folders(self) -> list[str]:
        """`duties/home-visits/`, `duties/` and the root."""
        names = self.address.split("/")
        return ["".join(f"{name}/" for name in names[:count]) for count in range(len(names) - 1, -1, -1)]

    def article(self) -> Element:
        """What stands between header and footer, read anew for each who asks: the trees of all pages are more than a machine may have."""
        home = self.html.find('<div id="content"')  # the home page has no article of its own
        return parse(self.html[home if home >= 0 else self.html.index("<article") :])

    def target(self, href: str) -> Target:
        up = 0
        while href.startswith("../", 3 * up):
            up += 1
        return _target(self._folders[min(up, len(self._folders) - 1)], href[3 * up :])

    def with_slot(self, content: str) -> Page:
        """With something in the place that `offline` keeps for what was made."""
        html = SLOT.sub(lambda _: content, self.html).encode()
        return self if html == self.content else Page(self.address, html)


@cache
def _target(folder: str, href: str) -> Target:
    """Counted from the folder that they share, the menus of all pages lead to the same few places."""
    if ELSEWHERE.match(href):
        return Target(None, "")
    path, _, fragment = href.partition("#")
    path = path.partition("?")[0]
    if not path:
        return Target(folder, unquote(fragment))
    address = normpath(path if path.startswith("/") else f"/{folder}{path}").lstrip("/")
    if address and (path.endswith(("/", "/.", "/..")) or path in (".", "..")):
        address += "/"
    return Target(unquote(address).removesuffix("index.html"), unquote(fragment))
