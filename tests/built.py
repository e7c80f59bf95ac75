"""A built site as a browser sees it: pages, ids, links, what a page loads."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

LOADS = {
    ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("video", "src"), ("audio", "src"),
    ("object", "data"), ("embed", "src"), ("input", "src"), ("use", "href"), ("image", "href"), ("form", "action"),
}  # fmt: skip
LOADING_RELS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest", "modulepreload"}


@dataclass(frozen=True)
class Page:
    """One HTML file of a built site."""

    site: Path
    file: Path

    @property
    def address(self) -> str:
        """From the root of the site: `nl/duties/home-visits/`."""
        return self.file.relative_to(self.site).as_posix().removesuffix("index.html")

    @cached_property
    def tree(self) -> html.HtmlElement:
        status = self.file.stat()
        return _parsed(self.file, (status.st_mtime_ns, status.st_size))

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(element.get("id") for element in self.tree.iter() if element.get("id") is not None)

    def links(self) -> Iterator[str]:
        for element in self.tree.iter("a"):
            if element.get("href") is not None:
                yield element.get("href")

    def loads(self) -> Iterator[str]:
        """Every address that a browser fetches by itself."""
        for element in self.tree.iter():
            if not isinstance(element.tag, str):
                continue
            for tag, attribute in LOADS:
                if element.tag == tag and element.get(attribute):
                    yield element.get(attribute)
            if element.tag == "link" and LOADING_RELS & set((element.get("rel") or "").split()):
                yield element.get("href")
            if element.get("srcset"):
                yield from (part.split()[0] for part in element.get("srcset").split(","))

    def target(self, href: str) -> tuple[Path, str]:
        """The file and the fragment that a link of this page leads to."""
        parts = urlsplit(urljoin(f"/{self.address}", href))
        file = self.site / unquote(parts.path).lstrip("/")
        return (file / "index.html" if parts.path.endswith("/") else file), unquote(parts.fragment)


@lru_cache(maxsize=500)
def _parsed(file: Path, as_of: tuple[int, int]) -> html.HtmlElement:
    """Many tests look at the same pages; none changes a tree."""
    return html.document_fromstring(file.read_bytes())


def pages(site: Path) -> list[Page]:
    """Those of the site itself; what it offers as a file has tests of its own (`tests/offline/`)."""
    away = {*(site / "downloads").rglob("*.html"), *site.glob("not-saved.*.html")}
    return [Page(site, file) for file in sorted(set(site.rglob("*.html")) - away)]


def is_outside(href: str) -> bool:
    return bool(urlsplit(href).scheme or urlsplit(href).netloc)


def broken_links(site: Path) -> list[str]:
    """`page -> href` for each link to a file or a section that is not there."""
    by_file = {page.file: page for page in pages(site)}
    broken = []
    for page in by_file.values():
        for href in page.links():
            if is_outside(href):
                continue
            file, fragment = page.target(href)
            target = by_file.get(file)
            if (target is None and not file.is_file()) or (fragment and target and not target.ids[fragment]):
                broken.append(f"{page.address} -> {href}")
    return broken


def double_ids(site: Path) -> list[str]:
    return [f"{page.address} #{name}" for page in pages(site) for name, count in page.ids.items() if count > 1]


def foreign_loads(site: Path) -> list[str]:
    """What would be fetched from another host, in HTML and in style sheets."""
    found = [
        f"{page.address} {href}"
        for page in pages(site)
        for href in page.loads()
        if is_outside(href) and not href.startswith("data:")
    ]
    for file in sorted(site.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        found += [
            f"{file.name} {line.strip()}"
            for line in text.splitlines()
            if "url(http" in line or "url(//" in line or "@import" in line
        ]
    return found


def weight(file: Path) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(file.read_bytes(), 9))
