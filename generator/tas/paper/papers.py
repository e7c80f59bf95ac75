"""All paper of the bag: what is offered on which page, made by the press or taken from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tas.ground.cache import Cache
from tas.model.paper import Paper, Papers
from tas.paper import EXPORTS, trainer_pack
from tas.paper.air import chosen
from tas.paper.draft import are_drafts, draft_name
from tas.paper.export import TRAINERS, Order
from tas.paper.job import Job
from tas.paper.press import press
from tas.read.bag import Bag
from tas.read.library import Library
from tas.view.shelves import shelved

PACK_PAGES = ("visits/index", TRAINERS)
"""Those that offer the trainer's pack, where the edition has them."""


FLOWING = ("quiz-paper", "quiz-key")
"""Kinds of paper that the desk prints among guides: a guide's own page is its paper already, a quiz's is not."""


def make_papers(bag: Bag, *, site_url: str, cache: Path, progress: Callable[[str], None]) -> Papers:
    """Raises ContentError for what an author can mend, MissingEngine without Pango. Drafts are no pack for trainers."""
    draft, kept = are_drafts(), Cache(cache)
    orders = possible(ordered(bag, site_url))

    def pressed(jobs: dict[str, Job]) -> dict[str, bytes]:
        return press(
            jobs,
            cache=kept,
            progress=lambda number, total, name: progress(f"{number} of {total}: {name.removeprefix('downloads/')}"),
        )

    made = pressed({order.address: order.job for order in orders})
    papers: dict[tuple[str, str], tuple[Paper, ...]] = {}
    for order in orders:
        name = order.name or order.variant or Path(order.address).stem
        content = made[order.address]
        flow = "" if draft or order.export not in FLOWING or order.variant != "A" else flowing(order.job.html, content)
        paper = Paper(order.address, order.title, content, order.variant, draft, name, order.export, flow)
        for page in order.pages:
            papers[page] = (*papers.get(page, ()), paper)
    packing = {} if draft else {library.edition.code: library for library in bag if _offers_pack(library)}
    shelves = {code: list(shelved(papers_of(code, papers), library.gettext)) for code, library in packing.items()}
    overviews = pressed({code: trainer_pack.overview_job(packing[code], lying) for code, lying in shelves.items()})
    for code, library in packing.items():
        pack = trainer_pack.pack(library.edition, overviews[code], shelves[code])
        for slug in _offers_pack(library):
            papers[code, slug] = (pack, *papers.get((code, slug), ()))
    kept.prune()
    return papers


def flowing(html: str, pdf: bytes) -> str:
    """The body of a paper as a page can take it in, in the form that was chosen for its PDF."""
    body = html.partition("<body>")[2].rpartition("</body>")[0]
    return f'<div class="tas-job__paper" data-form="{chosen(pdf)}">{body.strip()}</div>\n'


def papers_of(code: str, papers: Papers) -> list[Paper]:
    """All that the pages of an edition offer."""
    return [paper for (edition, _), offered in papers.items() if edition == code for paper in offered]


def _offers_pack(library: Library) -> list[str]:
    return [slug for slug in PACK_PAGES if slug in library.pages]


def possible(orders: Iterable[Order]) -> list[Order]:
    """All of them, or where this machine can only make drafts those that have one, under the name of a draft."""
    if not are_drafts():
        return list(orders)
    return [replace(order, address=draft_name(order.address)) for order in orders if order.job.has_draft]


def ordered(bag: Bag, site_url: str) -> Iterator[Order]:
    """Every paper of the bag, in the order in which its page offers it: variant by variant, each with all its kinds."""
    orders = [replace(order, export=export.ID) for export in EXPORTS for order in export.orders(bag, site_url)]
    yield from sorted(orders, key=lambda order: order.variant)


def write_papers(papers: Papers, site: Path) -> None:
    """Put the papers into a finished site folder."""
    for paper in {paper.address: paper for offered in papers.values() for paper in offered}.values():
        target = site / paper.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(paper.content)
        if paper.flow:
            (site / paper.flow_address).write_text(paper.flow, encoding="utf-8", newline="\n")
