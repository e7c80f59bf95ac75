"""Takes the finished site along: makes every bundle of every edition, and tells on the page `offline` what was made."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tas.bundles import BUNDLES, Bundle, pwa, single_file, zip
from tas.bundles.outline import Entry, File, Outline, Part
from tas.bundles.site_folder import SLOT, Site
from tas.ground.addresses import relative
from tas.ground.engine import engine
from tas.ground.parallel import side_by_side
from tas.ground.parts import Parts, digest
from tas.read.bag import Bag
from tas.read.colours import palette
from tas.read.library import Library
from tas.read.own_pictures import mark
from tas.render.asset_files import asset_address
from tas.render.environment import Renderer
from tas.render.links import no_links
from tas.render.qr import qr_code


@dataclass(frozen=True)
class Made:
    """A file to take along; `title` and `use` are interface words. `parts`: (title, address, size) of the files to which it leads."""

    title: str
    use: str
    address: str
    size: int
    url: str
    qr: Markup
    parts: tuple[tuple[str, str, int], ...]


def outlines_of(bag: Bag, *, site_name: str, site_url: str) -> list[Outline]:
    """Every edition as bundles see it."""
    return [outline(bag, library, site_name=site_name, site_url=site_url) for library in bag]


def make_bundles(site: Site, outlines: list[Outline], say: Callable[[str], None], *, is_little: bool = False) -> None:
    """The copies of a finished site, and the pages that tell of them. `is_little`: most of it was kept."""
    made = side_by_side(
        {one.code: partial(make_edition, site, one, outlines, say) for one in outlines}, is_little=is_little
    )
    for one in outlines:
        _tell(site, one, made[one.code], say)


def make_installable(site: Site, outlines: list[Outline], say: Callable[[str], None]) -> None:
    """The packs and the worker. They come last: a pack holds the pages that tell of all else."""
    for one in outlines:
        say(pwa.pack_name(one))
        _say_more(pwa.pack_name(one), pwa.write_pack(site, one), pwa.LIMIT, pwa.OUTGROWN, say)
    pwa.write_worker(site, outlines)


def make_edition(site: Site, one: Outline, outlines: list[Outline], say: Callable[[str], None]) -> list[Made]:
    """The files of one edition. Needs the pages of every edition as they were built, and no other edition's files."""
    others = tuple(other for other in outlines if other is not one)
    kept = Parts(site.kept / f"copies-{one.code}" if site.kept else None)
    whole, made = _whole_key(site, one), []
    for bundle in BUNDLES:
        address = bundle.file_name(one)
        say(address)
        files = kept.find(bundle.ID, whole) if bundle.ALONE else None
        if files is None:
            files = _made(site, bundle, one, others)
            if bundle.ALONE:
                kept.keep(bundle.ID, whole, files)
        for file in files:
            _say_more(file.address, len(file.content), bundle.LIMIT, bundle.OUTGROWN, say)
            site.write(file.address, file.content)
        url = one.site_url + address
        title = one.render("offline/qr-title.j2", url=url).strip()
        qr = kept.made("qr", digest(engine(), url, title), qr_code, url, title)
        first, *rest = files
        parts = tuple((file.title, file.address, len(file.content)) for file in rest)
        use = single_file.USE_IN_PARTS if rest else bundle.USE
        made.append(Made(bundle.TITLE, use, address, len(first.content), url, qr, parts))
    kept.save()
    return made


def _whole_key(site: Site, one: Outline) -> bytes:
    """Of all the edition's pages and of what they load."""
    pages = [site.page(entry.address) for entry in one.entries]
    return digest(one.key, *(page.content for page in pages), *map(site.read, site.needed(pages)))


def _made(site: Site, bundle: Bundle, one: Outline, others: tuple[Outline, ...]) -> list[File]:
    """With parts of its own, which a copy that is taken as a whole leaves as they are."""
    site.parts = Parts(site.kept / f"{bundle.ID}-{one.code}" if site.kept else None)
    files = bundle.make(site, one, others)
    site.parts.save()
    site.parts = Parts()
    return files


def _say_more(name: str, size: int, limit: int, outgrown: str, say: Callable[[str], None]) -> None:
    if size > limit:
        say(f"{name} has {_megabytes(size)}, more than the {_megabytes(limit)} meant for it: {outgrown}")


def outline(bag: Bag, library: Library, *, site_name: str, site_url: str) -> Outline:
    """The edition as bundles see it; pages that stand in no part of the navigation come last."""
    renderer = Renderer(library.edition)
    gettext = library.edition.words.gettext
    colours = palette("light", bag.project.options.colours.light)
    parts = [
        Part(gettext(title) if title else "", tuple(_entry(library, slug) for slug in slugs if slug in library.pages))
        for title, slugs in bag.project.nav.parts
    ]

    def render(template: str, **context: Any) -> str:
        return str(renderer.render(template, no_links, **context))

    return Outline(
        code=library.edition.code,
        name=library.edition.name,
        direction=library.edition.direction,
        prefix=library.edition.prefix,
        slug=bag.project.options.slug,
        site_name=site_name,
        site_url=site_url,
        licence=bag.project.options.licence,
        words=_own_words(library.edition.own_words),
        mark=mark(bag.project.root),
        colours=(colours["blue"], colours["paper"]),
        day=library.newest,
        due=library.edition.due(library.newest),
        parts=tuple(part for part in parts if part.entries),
        render=render,
    )


def _own_words(catalogue: Path) -> bytes:
    return digest(catalogue.read_bytes()) if catalogue.is_file() else b""


def _tell(site: Site, one: Outline, made: list[Made], say: Callable[[str], None]) -> None:
    """Fill the place that `offline` keeps; a bag without that page tells nothing."""
    if not site.is_file(f"{one.offline}index.html"):
        return
    page = site.page(one.offline)
    if not SLOT.search(page.html):
        say(f"{one.offline} offers no copies: no paragraph of it is marked {{ #copies }}, on a line of its own")
        return
    style, script = (relative(asset_address(name), one.offline) for name in ("offline.css", "offline.js"))
    pack = relative(pwa.pack_name(one), one.offline)
    told = one.render(
        "offline/forms.html.j2",
        outline=one,
        made=made,
        start=zip.start_name(one),
        style=style,
        script=script,
        pack=pack,
        worker=relative(pwa.WORKER, one.offline),
        way=lambda to: relative(to, one.offline),
    )
    site.put_page(one.offline, SLOT.sub(lambda _: told.strip(), page.html))


def _entry(library: Library, slug: str) -> Entry:
    return Entry(library.address(slug), library.pages[slug].title)


def _megabytes(size: int) -> str:
    return f"{re.sub('[.]0$', '', f'{size / 1_000_000:.1f}')} MB"
