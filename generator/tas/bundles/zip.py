"""A zip of the site for laptops and tablets: every page of every edition, the guides of one on paper, and an obvious file to open.

All editions are in it, so that the language switch works; papers weigh most, and a reader prints those of their own edition.
The pages are those of the site with links that name files: from a disk, no server turns `duties/` into `duties/index.html`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from html import escape, unescape
from urllib.parse import quote

from tas.bundles.media import is_media
from tas.bundles.outline import File, Outline
from tas.bundles.site_folder import Page, Site
from tas.ground.archive import STORED, Packed, archive, packed
from tas.ground.engine import engine
from tas.ground.parts import digest
from tas.ground.words import N_
from tas.render.asset_files import NOTICE

ID = "zip"
TITLE = N_("A zip for laptop and tablet")
USE = N_("The whole site in all languages, with the visit guides to print. Unpack it, then open the file %(file)s.")
ALONE = False
LIMIT = 8_000_000
OUTGROWN = "a cheap phone has hardly room to unpack it; hand on the single files there, or make pictures smaller"
ROOM = 5_500_000
"""Bytes for papers, less what pictures and sounds take; the pages need the rest."""
FORMS = ("pdf", "fillable.pdf", "large.pdf", "booklet.pdf")
"""Guides that a visitor takes along, the most useful form first. Not here: quizzes on paper, their keys, observation sheets. They are a
trainer's, who takes them from the site; a key never travels beside its paper."""
HREF = re.compile(r' href="([^"#?]+)')
LEFT_OUT = re.compile(r'<link rel="(?:manifest|apple-touch-icon)"[^>]*>\s*')
"""A browser may not read a manifest beside a file on a disk, and complains."""


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/{outline.slug}-{outline.code}.zip"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> list[File]:
    """The zip; equal bytes for an equal site."""
    pages = [page for one in (outline, *others) for page in _pages(site, one)]
    needed = site.needed(pages)
    shown = sum(len(site.read(name)) for name in needed if is_media(name))
    files = [*needed, *papers(site, outline, ROOM - shown), NOTICE]
    inside = {*(page.address for page in pages), *files}
    root, kept = f"{outline.slug}-{outline.code}", outline.slug
    start = outline.render("offline/start.html.j2", outline=outline, href=f"{kept}/{outline.prefix}index.html")
    members: dict[str, bytes | Packed] = {f"{root}/{start_name(outline)}": start.encode()}
    known = digest(engine(), outline.site_url, *sorted(inside))
    for page in pages:
        members[f"{root}/{kept}/{page.address}index.html"] = site.parts.made(
            "member", digest(known, page.address, page.content), _member, page, inside, outline.site_url
        )
    for name in files:
        content = site.read(name)
        members[f"{root}/{kept}/{name}"] = (
            content if name.endswith(STORED) else site.parts.made("file", digest(engine(), content), packed, content)
        )
    return [File(file_name(outline), archive(members, outline.day))]


def start_name(outline: Outline) -> str:
    """In capitals and first in any list: `BUKA-TAS.html`, `OPEN-TAS.html`."""
    return outline.render("offline/start-name.j2").strip() + ".html"


def papers(site: Site, outline: Outline, room: int) -> list[str]:
    """The guides of the edition, form by form as long as there is room for a whole form; `room`: bytes."""
    guides = sorted((site.folder / "downloads" / outline.code / "guides").glob("*.pdf"))
    taken: list[str] = []
    for form in FORMS:
        whole = [file for file in guides if file.name.partition(".")[2] == form]
        room -= sum(file.stat().st_size for file in whole)
        if room < 0:
            break
        taken += [file.relative_to(site.folder).as_posix() for file in whole]
    return taken


def _pages(site: Site, outline: Outline) -> list[Page]:
    about = outline.render("offline/copy.html.j2", outline=outline)
    return [site.page(entry.address).with_slot(about) for entry in outline.entries]


def _member(page: Page, inside: Set[str], site_url: str) -> Packed:
    return packed(on_disk(page, inside, site_url).encode())


def on_disk(page: Page, inside: Set[str], site_url: str) -> str:
    """With links that name a file; what is not in this zip is on the site."""

    def named(path: str) -> str:
        address = page.target(unescape(path)).address
        if address is None:
            return path
        if address not in inside:
            return escape(site_url + quote(address))
        if path.endswith("/"):
            return f"{path}index.html"
        return f"{path}/index.html" if path in (".", "..") else path

    pieces = HREF.split(LEFT_OUT.sub("", page.html))
    names = {path: f' href="{named(path)}' for path in set(pieces[1::2])}
    pieces[1::2] = [names[path] for path in pieces[1::2]]
    return "".join(pieces)
