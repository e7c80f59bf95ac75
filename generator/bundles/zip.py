"""A zip of the site for laptops and tablets: every page of every edition, the papers of one, and an obvious file to open.

All editions are in it, so that the language switch works; papers weigh most, and a reader prints those of their own edition.
The pages are those of the site with links that name files: from a disk, no server turns `duties/` into `duties/index.html`.
"""

from __future__ import annotations

import io
import re
from html import escape, unescape
from urllib.parse import quote, urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.bundles.extractor import Page, Site
from generator.bundles.outline import Outline

ID = "zip"
LIMIT = 5_000_000
LINK = re.compile(r'(<a\s[^>]*?href=")([^"]*)(")')
LEFT_OUT = re.compile(r'\s*<link rel="(?:manifest|apple-touch-icon)"[^>]*>')
"""A browser may not read a manifest beside a file on a disk, and complains."""
STORED = (".pdf", ".png")


def file_name(outline: Outline) -> str:
    return f"downloads/{outline.code}/tas-{outline.code}.zip"


def make(site: Site, outline: Outline, others: tuple[Outline, ...] = ()) -> bytes:
    """The zip; equal bytes for an equal site."""
    outlines = (outline, *others)
    pages = {one.code: [_copy(site.page(entry.address), one) for entry in one.entries] for one in outlines}
    here = [page for several in pages.values() for page in several]
    papers = sorted(
        file.relative_to(site.folder).as_posix() for file in (site.folder / "downloads" / outline.code).rglob("*.pdf")
    )
    files = [*site.needed(here), *papers]
    inside = {page.address for page in here} | set(files)
    root, kept = f"tas-{outline.code}", "tas"
    members = {
        f"{root}/{start_name(outline)}": outline.render(
            "offline/start.html.j2", outline=outline, href=f"{kept}/{outline.prefix}index.html"
        ).encode()
    }
    for page in here:
        members[f"{root}/{kept}/{page.address}index.html"] = _on_disk(page, inside, outline.site_url).encode()
    for name in files:
        members[f"{root}/{kept}/{name}"] = site.read(name)
    return pack(members, outline)


def pack(members: dict[str, bytes], outline: Outline, *, first: str | None = None) -> bytes:
    """The members, sorted, with the edition's date; `first` comes first and is not compressed (EPUB asks for that)."""
    stream = io.BytesIO()
    day = outline.day
    with ZipFile(stream, "w") as archive:
        for name in sorted(members, key=lambda name: (name != first, name)):
            info = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            stored = name == first or name.endswith(STORED)
            info.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
            archive.writestr(info, members[name], compresslevel=6)
    return stream.getvalue()


def start_name(outline: Outline) -> str:
    """In capitals and first in any list: `BUKA-TAS.html`, `OPEN-TAS.html`."""
    return outline.render("offline/start-name.j2").strip() + ".html"


def _copy(page: Page, outline: Outline) -> Page:
    return (
        page.with_slot(outline.render("offline/copy.html.j2", outline=outline))
        if page.address == outline.offline
        else page
    )


def _on_disk(page: Page, inside: set[str], site_url: str) -> str:
    def link(found: re.Match[str]) -> str:
        href = unescape(found[2])
        target = page.target(href)
        if target.address is None or href.startswith("#"):
            return found[0]
        if target.address not in inside:
            return f"{found[1]}{escape(site_url + quote(target.address))}{found[3]}"
        parts = urlsplit(href)
        if not parts.path.endswith("/") and parts.path not in (".", "..", ""):
            return found[0]
        path = parts.path if parts.path.endswith("/") or not parts.path else parts.path + "/"
        return f"{found[1]}{escape(parts._replace(path=path + 'index.html').geturl())}{found[3]}"

    return LINK.sub(link, LEFT_OUT.sub("", page.html))
