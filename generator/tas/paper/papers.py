"""All paper of the bag: what is offered on which page, made by the press or taken from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tas.ground.cache import Cache
from tas.model.paper import Paper, Papers
from tas.paper import EXPORTS, trainer_pack
from tas.paper.draft import are_drafts, draft_name
from tas.paper.export import Order
from tas.paper.job import Job
from tas.paper.press import press
from tas.paper.quiz_forms import variants
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer

VISITS = "visits/index"
"""The page that offers the trainer's pack."""


def make_papers(bag: Bag, *, site_url: str, cache: Path, progress: Callable[[str], None]) -> Papers:
    """Raises ContentError for what an author can mend, MissingEngine without Pango. Drafts are no pack for trainers."""
    draft = are_drafts()
    orders = possible(ordered(bag, site_url))
    visited = [library for library in bag if VISITS in library.pages]
    overviews = {} if draft else {library.edition.code: _overview(library) for library in visited}
    made = press(
        {**{order.address: order.job for order in orders}, **overviews},
        cache=Cache(cache),
        progress=lambda number, total, name: progress(f"{number} of {total}: {name.removeprefix('downloads/')}"),
    )
    papers: dict[tuple[str, str], tuple[Paper, ...]] = {}
    for order in orders:
        paper = Paper(order.address, order.title, made[order.address], order.variant, draft)
        for page in order.pages:
            papers[page] = (*papers.get(page, ()), paper)
    for code in overviews:
        edition = bag.libraries[code].edition
        pack = trainer_pack.packed({trainer_pack.OVERVIEW: made[code], **_in_pack(code, papers)})
        papers[code, VISITS] = (Paper(trainer_pack.file_name(edition), trainer_pack.TITLE, pack),)
    return papers


def possible(orders: Iterable[Order]) -> list[Order]:
    """All of them, or where this machine can only make drafts those that have one, under the name of a draft."""
    if not are_drafts():
        return list(orders)
    return [replace(order, address=draft_name(order.address)) for order in orders if order.job.has_draft]


def ordered(bag: Bag, site_url: str) -> Iterator[Order]:
    """Every paper of the bag, in the order in which its page offers it: variant by variant, each with all its kinds."""
    orders = [order for export in EXPORTS for order in export.orders(bag, site_url)]
    yield from sorted(orders, key=lambda order: order.variant)


def _overview(library: Library) -> Job:
    quizzes = [
        {
            "code": variant,
            "title": library.quizzes[quiz_id].title,
            "file": f"quizzes/{quiz_id}.paper-{variant.lower()}.pdf",
        }
        for quiz_id in library.shown_on("quiz")
        for variant in variants(library, quiz_id)
    ]
    return trainer_pack.overview_job(library, Renderer(library.edition), quizzes=quizzes)


def _in_pack(code: str, papers: Papers) -> dict[str, bytes]:
    """What the pages of an edition offer, in the folders of its downloads."""
    return {
        paper.address.split("/", 2)[2]: paper.content
        for page, offered in papers.items()
        if page[0] == code
        for paper in offered
    }


def write_papers(papers: Papers, site: Path) -> None:
    """Put the papers into a finished site folder."""
    for paper in {paper.address: paper for offered in papers.values() for paper in offered}.values():
        target = site / paper.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(paper.content)
