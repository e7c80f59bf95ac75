"""A zip of the site for laptops and tablets: every page of every edition, the guides of one on paper, and an obvious file to open.

All editions are in it, so that the language switch works; papers weigh most, and a reader prints those of their own edition.
The pages are those of the site with links that name files: from a disk, no server turns `duties/` into `duties/index.html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape, unescape
from urllib.parse import quote

from generator.bundles.archive import archive, deflated
from generator.bundles.extractor import Page, Site
from generator.bundles.outline import Outline

ID = "zip"
LIMIT = 5_000_000
ROOM = 3_000_000
"""Bytes for papers; the pages need the rest."""
FORMS = ("pdf", "fillable.pdf", "large.pdf", "booklet.pdf")
"""Guides that a visitor takes along, the most useful form first. Not here: quizzes on paper, their keys, observation sheets. They are a
trainer's, who takes them from the site; a key never travels beside its paper."""
LINK = re.compile(r'(<a\s[^>]*?href=")([^"#?]+)')
PAPER = re.compile(r'(<a\s[^>]*?href=")([^"#?:]*downloads/[^"#?]+)')
LEFT_OUT = re.compile(r'<link rel="(?:manifest|apple-touch-icon)"[^>]*>\s*')
"""A browser may not read a manifest beside a file on a disk, and complains."""


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/tas-{outline.code}.zip"


def prepare(site: Site, outlines: list[Outline]) -> None:
    """Do once what the zip of every edition needs, before their work is split: nearly all pages are the same in all of them."""
    for copy in _copies(site, outlines).values():
        deflated(copy.encode())


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> bytes:
    """The zip; equal bytes for an equal site."""
    copies = _copies(site, (outline, *others))
    inside = papers(site, outline)
    root, kept = f"tas-{outline.code}", "tas"
    start = outline.render("offline/start.html.j2", outline=outline, href=f"{kept}/{outline.prefix}index.html")
    members = {f"{root}/{start_name(outline)}": start.encode()}
    for page, copy in copies.items():
        members[f"{root}/{kept}/{page.address}index.html"] = _with_papers(page, copy, inside, outline.site_url).encode()
    for name in (*site.needed(list(copies)), *inside):
        members[f"{root}/{kept}/{name}"] = site.read(name)
    return archive(members, outline.day)


def start_name(outline: Outline) -> str:
    """In capitals and first in any list: `BUKA-TAS.html`, `OPEN-TAS.html`."""
    return outline.render("offline/start-name.j2").strip() + ".html"


def papers(site: Site, outline: Outline) -> list[str]:
    """The guides of the edition, form by form as long as there is room for a whole form."""
    guides = sorted((site.folder / "downloads" / outline.code / "guides").glob("*.pdf"))
    room, taken = ROOM, []
    for form in FORMS:
        whole = [file for file in guides if file.name.partition(".")[2] == form]
        room -= sum(file.stat().st_size for file in whole)
        if room < 0:
            break
        taken += [file.relative_to(site.folder).as_posix() for file in whole]
    return taken


def _copies(site: Site, outlines: Iterable[Outline]) -> dict[Page, str]:
    """Every page of every edition with links that name a file; what is in no zip is on the site."""
    pages, site_url = [], ""
    for one in outlines:
        about, site_url = one.render("offline/copy.html.j2", outline=one), one.site_url
        pages += [site.page(entry.address).with_slot(about) for entry in one.entries]
    inside = frozenset([*(page.address for page in pages), *site.needed(pages)])
    return {page: _on_disk(page, inside, site_url) for page in pages}


@lru_cache(maxsize=2048)
def _on_disk(page: Page, inside: frozenset[str], site_url: str) -> str:
    def link(found: re.Match[str]) -> str:
        path = found[2]
        address = page.target(unescape(path)).address
        if address is None or address.startswith("downloads/"):
            return found[0]
        if address not in inside:
            return found[1] + escape(site_url + quote(address))
        if path.endswith("/"):
            return f"{found[0]}index.html"
        return f"{found[0]}/index.html" if path in (".", "..") else found[0]

    return LINK.sub(link, LEFT_OUT.sub("", page.html))


def _with_papers(page: Page, copy: str, inside: list[str], site_url: str) -> str:
    """A paper that is not in this zip is on the site."""

    def link(found: re.Match[str]) -> str:
        address = page.target(unescape(found[2])).address or ""
        return found[0] if address in inside else found[1] + escape(site_url + quote(address))

    return PAPER.sub(link, copy) if any(name.startswith("downloads/") for name in page.files) else copy
