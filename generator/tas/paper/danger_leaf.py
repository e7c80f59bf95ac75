"""The leaf of danger signs on paper: one for all guides that carry the same groups, offered on the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.paper.export import Order
from tas.paper.guide_document import LEAF, LEAF_LARGE, Form, leaf_job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.view.danger_leaf import DangerLeaf, danger_leaf

ALL_SIGNS = "danger-signs"
"""The page to which its QR code leads."""


@dataclass(frozen=True)
class LeafForm:
    """An `Export`."""

    ID: str
    SUFFIX: str
    TITLE: str
    form: Form

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            renderer, code = Renderer(library.edition), library.edition.code
            for leaf, slugs in leaves(library).values():
                url = site_url + library.address(ALL_SIGNS) if ALL_SIGNS in library.pages else ""
                yield Order(
                    tuple((code, slug) for slug in slugs),
                    leaf_address(code, leaf, self.SUFFIX),
                    self.TITLE,
                    leaf_job(library, renderer, leaf, self.form, url=url),
                    name=f"{' '.join(guide.code for guide in leaf.guides)} {renderer.edition.words.gettext('Danger signs')}",
                )


def leaves(library: Library) -> dict[str, tuple[DangerLeaf, list[str]]]:
    """Each leaf by its id, with the pages of the guides that it goes with."""
    found: dict[str, tuple[DangerLeaf, list[str]]] = {}
    for guide_id, slug in library.shown_on("guide").items():
        guide = library.guides[guide_id]
        if not guide.danger_signs:
            continue
        leaf = danger_leaf(library, guide)
        found.setdefault(leaf.id, (leaf, []))[1].append(slug)
    return found


def leaf_address(code: str, leaf: DangerLeaf, suffix: str) -> str:
    """`downloads/nl/danger/mother-mood.pdf`"""
    return f"downloads/{code}/danger/{leaf.id}{suffix}"


LEAF_FORMS = (
    LeafForm("danger-leaf", ".pdf", N_("Leaf of danger signs (PDF, A4)"), LEAF),
    LeafForm("danger-leaf-large", ".large.pdf", N_("Leaf of danger signs in large print (PDF, A4)"), LEAF_LARGE),
)
