"""Cards for a purse, ten on an A4, 85 × 55 mm: whom to call on one side, signs that do not wait on the other. One for the worker, one for the mother."""

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

ABOUT = ("new-mother", "newborn")
"""Whose danger signs the card shows, in the words of `for:`."""
SIGNS = 3
"""Of each; a purse has no room for the list."""
SHORT = 48
"""Letters of a sign that stand beside its picture."""
NUMBERS = 4
BLANKS = 3
"""Lines to write a local number on."""


@dataclass(frozen=True)
class WalletCard:
    """An `Export`. A card that the mother carries names no service of `telling: true` (contacts.yml): it could put her in danger."""

    ID: str
    TITLE: str
    name: str
    for_mother: bool

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            if groups_of(library):
                code = library.edition.code
                job, title = self.job(library, Renderer(library.edition)), self.title(library)
                address = f"downloads/{code}/cards/{self.name}.pdf"
                yield Order(((code, TRAINERS),), address, self.TITLE, job, name=title)

    def title(self, library: Library) -> str:
        gettext = library.gettext
        return gettext("Card for the purse: mother") if self.for_mother else gettext("Card for the purse: worker")

    def job(self, library: Library, renderer: Renderer) -> Job:
        groups = groups_of(library)
        called = mothers_contacts(library, groups)
        dialled = called if self.for_mother else emergency_contacts(library)
        return cards_job(
            renderer,
            UncitedLinks(library, "", ()),
            "paper/wallet.html.j2",
            place=library.documents["reference", "danger-signs"].path,
            title=self.title(library),
            revised=library.newest,
            pages=2,
            numbers=[contact for contact in dialled if contact.number][:NUMBERS],
            blanks=[contact for contact in called if not contact.number][:BLANKS],
            for_mother=self.for_mother,
            groups=[(group, chosen(group)) for group in groups],
        )


def groups_of(library: Library) -> list[DangerGroup]:
    """Those for a mother and her newborn that may lie open in a home."""
    return [group for group in library.danger_signs.values() if group.wall and set(ABOUT) & set(group.for_)]


def chosen(group: DangerGroup) -> list[Sign]:
    """The most urgent that have a picture and few words, each picture once; none that can wait for the day."""
    signs = (sign for _, blocks in group.by_urgency() for _, signs in blocks for sign in signs)
    found: dict[str, Sign] = {}
    for sign in signs:
        if sign.urgency != "today" and sign.picture and len(sign.poster or sign.text) <= SHORT:
            found.setdefault(sign.picture, sign)
    return list(found.values())[:SIGNS]


def mothers_contacts(library: Library, groups: Sequence[DangerGroup]) -> list[Contact]:
    """Whom her own danger signs call, in their order."""
    named = dict.fromkeys(name for group in groups for name in group.call)
    return [contact for contact in map(library.contacts.__getitem__, named) if not contact.telling]


WALLET_CARDS = (
    WalletCard("wallet-worker", N_("Cards for the worker's purse, ten to cut out (PDF, A4)"), "wallet-worker", False),
    WalletCard("wallet-mother", N_("Cards for the mother's purse, ten to cut out (PDF, A4)"), "wallet-mother", True),
)
