"""Writes the exports into a finished site, and tells of them on the page for trainers of each edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tas.bundles.outline import Outline
from tas.bundles.site_folder import Site
from tas.exports.format import Format
from tas.exports.make import left_out, made_by, make
from tas.exports.taken import Taken, taken
from tas.ground.addresses import relative
from tas.kinds.trainers import TRAINERS
from tas.read.bag import Bag

PLACE = re.compile(r'<p id="exports-made">.*?</p>', re.DOTALL)
"""What templates/exports/place.html.j2 writes."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class File:
    """As a reader is offered it; `address` counts from the root of the site, `size` is in bytes."""

    name: str
    title: str
    address: str
    size: int


@dataclass(frozen=True)
class Shelf:
    """A format with its files, and the names of what it has no place for."""

    format: Format
    files: tuple[File, ...]
    left_out: tuple[str, ...]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


def write_exports(
    bag: Bag, site: Site, outlines: Iterable[Outline], root: Path, say: Say, *, release: bool = False
) -> None:
    """The exports of every edition, with the heavy ones for a `release`. Comes after the copies, for some are made from them, and before the pack, which holds the page."""
    formats = made_by("build", *(("release",) if release else ()))
    for library, outline in zip(bag, outlines, strict=True):
        lying = shelves(taken(library, outline, site), formats, site, root, say)
        _tell(site, outline, lying)


def shelves(what: Taken, formats: Iterable[Format], site: Site, root: Path, say: Say) -> list[Shelf]:
    """Each format with the files that it now has in the site; of one that has none, only what it lacks is said."""
    formats, lying = tuple(formats), []
    files: dict[str, list[File]] = {format_.ID: [] for format_ in formats}
    for made in make(what, formats, root, say):
        address = f"downloads/{what.code}/exports/{made.order.name}"
        site.write(address, made.content)
        files[made.format.ID].append(File(made.order.name, made.order.title, address, len(made.content)))
    for format_ in formats:
        lacking = left_out(format_, what)
        if lacking:
            say(f"{what.code}: {format_.ID} has no place for {'; '.join(lacking)}")
        if files[format_.ID]:
            lying.append(Shelf(format_, tuple(files[format_.ID]), tuple(lacking)))
    return lying


def _tell(site: Site, outline: Outline, lying: list[Shelf]) -> None:
    """A bag without the page tells nothing; the files are there all the same."""
    address = f"{outline.prefix}{TRAINERS}/"
    if not lying or not site.is_file(f"{address}index.html"):
        return
    told = outline.render("exports/told.html.j2", shelves=lying, way=partial(_way, address))
    site.put_page(address, PLACE.sub(lambda _: told.strip(), site.page(address).html))


def _way(start: str, address: str) -> str:
    return relative(address, start)
