"""Flashcards of danger signs, eight on an A4: picture and words on the front, how urgent it is and what to do on the back."""

from __future__ import annotations

from collections.abc import Iterator

from tas.ground.words import N_
from tas.model.danger import DangerGroup
from tas.paper.card_sheets import cards_job, sheets
from tas.paper.export import TRAINERS, Order
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import UncitedLinks

ID = "flashcards"
TITLE = N_("Flashcards: {variant} (PDF, A4, on both sides)")
ROWS = 4


def orders(bag: Bag, site_url: str) -> Iterator[Order]:
    for library in bag:
        renderer, code = Renderer(library.edition), library.edition.code
        for group in library.danger_signs.values():
            address = f"downloads/{code}/cards/flash-{group.id}.pdf"
            made = job(library, renderer, group)
            yield Order(((code, TRAINERS),), address, TITLE, made, group.title, title_of(library, group))


def job(library: Library, renderer: Renderer, group: DangerGroup) -> Job:
    cards = [(level, sign) for level, blocks in group.by_urgency() for _, signs in blocks for sign in signs]
    laid = list(sheets(cards, ROWS))
    return cards_job(
        renderer,
        UncitedLinks(library, "", ()),
        "paper/flashcards.html.j2",
        place=library.documents["reference", "danger-signs"].path,
        title=title_of(library, group),
        revised=library.newest,
        pages=2 * len(laid),
        group=group,
        sheets=laid,
    )


def title_of(library: Library, group: DangerGroup) -> str:
    kind = library.gettext("Flashcards")
    return f"{kind}: {group.title}"
