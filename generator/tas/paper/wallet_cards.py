"""Cards for a purse, ten on an A4, 85 × 55 mm: whom to call on one side, signs that do not wait on the other. One for the worker, one for who is visited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tas.ground.words import N_
from tas.model.danger import DangerGroup, Sign
from tas.model.reference import Contact
from tas.paper.card_sheets import cards_job
from tas.paper.export import TRAINERS, Order
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import UncitedLinks
from tas.view.safety import emergency_contacts

WORKER = "worker"
"""The name of the worker's own card, which shows the signs of all others."""
SIGNS = 3
"""Of each group; a purse has no room for the list."""
SHORT = 48
"""Letters of a sign that stand beside its picture."""
NUMBERS = 4
BLANKS = 3
"""Lines to write a local number on."""


@dataclass(frozen=True)
class WalletCard:
    """An `Export`. A card that is carried by who is visited names no service of `telling: true` (contacts.yml): it could put her in danger."""

    ID: str
    TITLE: str
    TITLE_OF_ONE: str
    of_worker: bool

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            for name in self.names(library):
                code = library.edition.code
                job, title = self.job(library, Renderer(library.edition), name), library.gettext(self.TITLE_OF_ONE)
                address = f"downloads/{code}/cards/wallet-{name}.pdf"
                yield Order(((code, TRAINERS),), address, self.TITLE, job, name=title)

    def names(self, library: Library) -> list[str]:
        """Of the cards: one for each `purse` that a group names, or the worker's."""
        purses = dict.fromkeys(group.purse for group in groups_of(library) if group.purse)
        return [WORKER] * bool(purses) if self.of_worker else list(purses)

    def job(self, library: Library, renderer: Renderer, name: str) -> Job:
        groups = groups_of(library, None if self.of_worker else name)
        called = safe_contacts(library, groups)
        dialled = emergency_contacts(library) if self.of_worker else called
        return cards_job(
            renderer,
            UncitedLinks(library, "", ()),
            "paper/wallet.html.j2",
            place=library.documents["reference", "danger-signs"].path,
            title=library.gettext(self.TITLE_OF_ONE),
            revised=library.newest,
            pages=2,
            numbers=[contact for contact in dialled if contact.number][:NUMBERS],
            blanks=[contact for contact in called if not contact.number][:BLANKS],
            of_worker=self.of_worker,
            groups=[(group, chosen(group)) for group in groups],
        )


def groups_of(library: Library, purse: str | None = None) -> list[DangerGroup]:
    """Those of one card, or of any, that may lie open in a home."""
    return [
        group for group in library.danger_signs.values() if group.wall and group.purse and purse in (None, group.purse)
    ]


def chosen(group: DangerGroup) -> list[Sign]:
    """The most urgent that have a picture and few words, each picture once; none that can wait for the day."""
    signs = (sign for _, blocks in group.by_urgency() for _, signs in blocks for sign in signs)
    found: dict[str, Sign] = {}
    for sign in signs:
        if sign.urgency != "today" and sign.picture and len(sign.poster or sign.text) <= SHORT:
            found.setdefault(sign.picture, sign)
    return list(found.values())[:SIGNS]


def safe_contacts(library: Library, groups: Sequence[DangerGroup]) -> list[Contact]:
    """Whom the signs call, in their order, without what would tell a stranger too much."""
    named = dict.fromkeys(name for group in groups for name in group.call)
    return [contact for contact in map(library.contacts.__getitem__, named) if not contact.telling]


WALLET_CARDS = (
    WalletCard(
        "wallet-worker",
        N_("Cards for the worker's purse, ten to cut out (PDF, A4)"),
        N_("Card for the purse: worker"),
        True,
    ),
    WalletCard(
        "wallet-visited",
        N_("Cards for the purse of who is visited, ten to cut out (PDF, A4)"),
        N_("Card for the purse: who is visited"),
        False,
    ),
)
