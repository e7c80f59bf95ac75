"""The shelves on which a trainer finds papers: each kind with its purpose; the same in the pack, on its overview and on the page for trainers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tas.ground.addresses import file_name
from tas.ground.words import N_
from tas.model.paper import Paper


@dataclass(frozen=True)
class Shelf:
    """`exports`: the kinds of paper that lie on it, by `Export.ID`."""

    title: str
    purpose: str
    exports: tuple[str, ...] = ()


SHELVES = (
    Shelf(
        N_("Guides"),
        N_("For a visit: read beforehand, taken along, filled in afterwards."),
        ("guide-pdf", "danger-leaf"),
    ),
    Shelf(
        N_("Guides in large print"),
        N_("The same in large letters, on more pages."),
        ("guide-large", "danger-leaf-large"),
    ),
    Shelf(N_("Booklets"), N_("The same to fold: A4 on both sides, flip on the short edge."), ("guide-booklet",)),
    Shelf(N_("Guides to fill in on a screen"), N_("The same with fields to type in."), ("guide-fillable",)),
    Shelf(N_("Guides in two languages"), N_("Both editions side by side."), ("guide-facing",)),
    Shelf(
        N_("For the family"), N_("What stays in the home."), ("family-sheet", "family-large", "poster", "poster-small")
    ),
    Shelf(
        N_("Cards"),
        N_("To cut out: for the purse, and to practise danger signs with. On both sides, flip on the long edge."),
        ("wallet-worker", "wallet-visited", "flashcards"),
    ),
    Shelf(
        N_("Ready-made sessions"),
        N_(
            "A plan for the trainer, and the cards of its role-play: print these on both sides and lay them out face down."
        ),
        ("session-plan", "role-play"),
    ),
    Shelf(
        N_("Observation sheets"),
        N_("For a trainer who comes along: the steps of a guide to tick."),
        ("guide-observation",),
    ),
    Shelf(
        N_("Quizzes"),
        N_("To hand out. The last page has two answer sheets: print half as many, and cut."),
        ("quiz-paper",),
    ),
    Shelf(N_("Answers"), N_("For the trainer alone. Keep them apart from the quizzes."), ("quiz-key",)),
)
SIZED = {"family-large": N_("A4, large print")}
"""Kinds that lie beside the same paper in another size: their names say which."""
REST = Shelf(N_("Other papers"), N_("What else there is."))


@dataclass(frozen=True)
class Shelved:
    """A shelf with its papers in the order of their names, and the folder and file names that they have in a pack."""

    shelf: Shelf
    folder: str
    papers: tuple[tuple[str, Paper], ...]


def shelved(papers: Iterable[Paper], gettext: Callable[[str], str]) -> Iterator[Shelved]:
    """Each paper once; shelves that stay empty are left out, and the others are numbered."""
    lying: dict[Shelf, dict[str, Paper]] = {shelf: {} for shelf in (*SHELVES, REST)}
    for paper in papers:
        shelf = next((shelf for shelf in SHELVES if paper.export in shelf.exports), REST)
        size = SIZED.get(paper.export)
        lying[shelf][paper.address] = replace(paper, name=f"{paper.name} ({gettext(size)})") if size else paper
    filled = [(shelf, found.values()) for shelf, found in lying.items() if found]
    for number, (shelf, found) in enumerate(filled, 1):
        in_order = sorted(found, key=lambda paper: (paper.name, paper.address))
        names = (file_name(f"{place:02} {paper.name}") for place, paper in enumerate(in_order, 1))
        folder = file_name(f"{number:02} {gettext(shelf.title)}")
        yield Shelved(shelf, folder, tuple(zip((f"{name}.pdf" for name in names), in_order, strict=True)))
