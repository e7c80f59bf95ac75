"""All paper of the bag: what is offered on which page, made by the press or taken from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tas.ground.cache import Cache
from tas.paper import GUIDE_EXPORTS, guide_facing, quiz_key, quiz_paper, trainer_pack
from tas.paper.draft import are_drafts, draft_name
from tas.paper.guide_document import file_name
from tas.paper.job import Job
from tas.paper.press import press
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer

VISITS = "visits/index"
"""The page that offers the trainer's pack."""


@dataclass(frozen=True)
class Paper:
    """A document to take away, at its address from the root of the site; `title` is an interface word, with a place for `variant`."""

    address: str
    title: str
    content: bytes
    variant: str = ""
    is_draft: bool = False


Papers = Mapping[tuple[str, str], tuple[Paper, ...]]
"""(edition, slug of the page that offers them) -> papers. Empty where none were made: a page never links to what is not there."""
NO_PAPERS: Papers = {}


@dataclass(frozen=True)
class Order:
    """A paper before it is made: the pages that offer it, and the place it has in the pack of each of their editions."""

    pages: tuple[tuple[str, str], ...]
    address: str
    title: str
    job: Job
    variant: str = ""


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
    """Every paper of the bag, in the order in which its page offers it."""
    for library in bag:
        yield from _of_guides(library, site_url)
        yield from _of_quizzes(library)
    yield from _facing(bag)


def _of_guides(library: Library, site_url: str) -> Iterator[Order]:
    renderer, edition = Renderer(library.edition), library.edition
    for guide_id, slug in library.shown_on("guide").items():
        url = site_url + library.address(slug)
        for export in GUIDE_EXPORTS:
            address = file_name(edition, guide_id, export.SUFFIX)
            yield Order(
                ((edition.code, slug),), address, export.TITLE, export.job(library, renderer, guide_id, url=url)
            )


def _of_quizzes(library: Library) -> Iterator[Order]:
    for quiz_id, slug in library.shown_on("quiz").items():
        yield from of_quiz(library, quiz_id, pages=((library.edition.code, slug),))


def of_quiz(
    library: Library,
    quiz_id: str,
    *,
    pages: tuple[tuple[str, str], ...] = (),
    number: int = quiz_paper.VARIANTS,
    seed: str = "",
) -> Iterator[Order]:
    """Paper by paper, each followed by its answers."""
    renderer, edition = Renderer(library.edition), library.edition
    for variant in quiz_paper.variants(library, quiz_id, number):
        for kind, export in (("paper", quiz_paper), ("key", quiz_key)):
            title = quiz_paper.FIT_TITLE if kind == "paper" and library.quizzes[quiz_id].profile else export.TITLE
            job = export.job(library, renderer, quiz_id, variant=variant, seed=seed)
            yield Order(pages, quiz_paper.file_name(edition, quiz_id, kind, variant), title, job, variant)


def _facing(bag: Bag) -> Iterator[Order]:
    """The default edition beside each other one that has the guide too; one file, offered by both."""
    left, *others = bag
    for right in others:
        for guide_id, slug in left.shown_on("guide").items():
            its_slug = right.shown_on("guide").get(guide_id)
            if its_slug:
                address = file_name(left.edition, guide_id, guide_facing.suffix(left.edition, right.edition))
                pages = ((left.edition.code, slug), (right.edition.code, its_slug))
                yield Order(pages, address, guide_facing.TITLE, guide_facing.job(left, right, guide_id))


def _overview(library: Library) -> Job:
    quizzes = [
        {
            "code": variant,
            "title": library.quizzes[quiz_id].title,
            "file": f"quizzes/{quiz_id}.paper-{variant.lower()}.pdf",
        }
        for quiz_id in library.shown_on("quiz")
        for variant in quiz_paper.variants(library, quiz_id)
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
