"""All paper of the bag: what is offered on which page, made by the press or taken from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.bag import Bag
from generator.cache import Cache
from generator.exports import GUIDE_EXPORTS
from generator.exports.guide_document import file_name
from generator.exports.job import Job
from generator.exports.press import press
from generator.library import Library
from generator.render import Renderer


@dataclass(frozen=True)
class Paper:
    """A document to take away, at its address from the root of the site; `title` is an interface word."""

    address: str
    title: str
    content: bytes


Papers = Mapping[tuple[str, str], tuple[Paper, ...]]
"""(edition, slug of the page that offers them) -> papers. Empty where none were made: a page never links to what is not there."""
NO_PAPERS: Papers = {}


@dataclass(frozen=True)
class Order:
    """A paper before it is made."""

    page: tuple[str, str]
    address: str
    title: str
    job: Job


def make_papers(bag: Bag, *, site_url: str, cache: Path, progress: Callable[[str], None]) -> Papers:
    """Raises ContentError for what an author can mend, MissingEngine without Pango."""
    orders = list(ordered(bag, site_url))
    made = press(
        {order.address: order.job for order in orders},
        cache=Cache(cache),
        progress=lambda number, total, name: progress(f"{number} of {total}: {name}"),
    )
    papers: dict[tuple[str, str], tuple[Paper, ...]] = {}
    for order in orders:
        paper = Paper(order.address, order.title, made[order.address])
        papers[order.page] = (*papers.get(order.page, ()), paper)
    return papers


def ordered(bag: Bag, site_url: str) -> Iterator[Order]:
    """Every paper of the bag, in the order in which its page offers it."""
    for library in bag:
        yield from _of_guides(library, site_url)


def _of_guides(library: Library, site_url: str) -> Iterator[Order]:
    renderer, edition = Renderer(library.edition), library.edition
    for guide_id, slug in library.shown_on("guide").items():
        url = site_url + library.address(slug)
        for export in GUIDE_EXPORTS:
            address = file_name(edition, guide_id, export.SUFFIX)
            yield Order((edition.code, slug), address, export.TITLE, export.job(library, renderer, guide_id, url=url))


def write_papers(papers: Papers, site: Path) -> None:
    """Put the papers into a finished site folder."""
    for offered in papers.values():
        for paper in offered:
            target = site / paper.address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(paper.content)
