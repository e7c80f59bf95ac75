"""Quiz -> answer key of one variant, with every rationale and its sources; a file of its own, so that no paper carries it."""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.words import N_
from tas.paper.export import Order
from tas.paper.job import Job
from tas.paper.quiz_paper import VARIANTS, file_name, paper, variants
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer

ID = "quiz-key"
TITLE = N_("Answers to variant {variant}, with explanations (PDF, A4)")
MOST = 30


def orders(bag: Bag, site_url: str) -> Iterator[Order]:
    for library in bag:
        for quiz_id, slug in library.shown_on("quiz").items():
            yield from orders_of(library, quiz_id, pages=((library.edition.code, slug),))


def orders_of(
    library: Library,
    quiz_id: str,
    *,
    pages: tuple[tuple[str, str], ...] = (),
    number: int = VARIANTS,
    seed: str = "",
) -> Iterator[Order]:
    """The keys to the papers of the same quiz, number and seed."""
    renderer = Renderer(library.edition)
    for variant in variants(library, quiz_id, number):
        address = file_name(library.edition, quiz_id, "key", variant)
        yield Order(pages, address, TITLE, job(library, renderer, quiz_id, variant=variant, seed=seed), variant)


def job(library: Library, renderer: Renderer, quiz_id: str, *, variant: str, seed: str = "") -> Job:
    return paper(library, renderer, quiz_id, "paper/key.html.j2", variant=variant, seed=seed, most=MOST)
