"""What a kind of page is: its fields, its sections, what it loads, how it is found, and what it adds to its author's words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Protocol

from tas.model.page import Page
from tas.text.markdown import Heading

Part = Heading | str
"""A heading that the generator adds, or HTML."""


class Here(Protocol):
    """The page that is being composed, with all that a kind may ask for (compose/here.py)."""

    slug: str
    library: Any
    links: Any

    @property
    def page(self) -> Any:
        """The front matter: an instance of the kind's `model`."""

    def heading(self, name: str, title: str) -> Heading:
        """A section of its own; `title` is an interface word."""

    def block(self, template: str, **context: Any) -> str:
        """A template of ours as HTML."""

    def cards(self, kind: str) -> list[dict[str, Any]]:
        """One card for each page of a kind, in reading order."""

    def downloads(self, variant: str | None = None) -> list[Part]:
        """What this build made for the page, to take away."""

    def path(self) -> list[dict[str, Any]]:
        """The stations of the learner's path, each step with its link."""

    def learning_cards(self) -> list[Part]:
        """The deck of the edition, and where its cards come from."""

    def desk(self) -> list[Part]:
        """Local numbers, guides and quizzes to choose and to print in order."""

    def group(self) -> list[Part]:
        """Where the codes of a group are read; nothing where no quiz has codes."""

    def shelves(self) -> list[Part]:
        """All papers of the edition as a trainer looks for them, and the pack of them."""

    def cell(self, task: Any, profession: Any) -> dict[str, Any]:
        """What a profession does in a task, with its citation."""

    def danger(self, name: str, *, in_list: bool = False) -> str:
        """A group of danger signs; `in_list`: under a heading of its own among all the others."""

    def quiz(self, quiz_id: str) -> str:
        """The whole quiz."""

    def guide_tools(self, guide_id: str) -> str:
        """What stands above a guide: to print it, to empty it."""

    def guide(self, guide_id: str) -> str:
        """The whole guide."""

    def session(self, session_id: str) -> str:
        """The whole training session, each card of its role-play shut."""


def nothing(here: Here) -> list[Part]:
    return []


@dataclass(frozen=True)
class Kind:
    """One kind of page; each module of this folder has one, as `KIND`."""

    id: str
    """The folder of its pages below docs/<edition>/, or the one page that it is."""
    model: type[Page] = Page
    look: str = ""
    """As styles and templates know it; its id where nothing else is said."""
    frame: str = "main.html"
    """Template of the theme around it."""
    assets: tuple[str, ...] = ()
    """Styles and scripts it loads besides those of every page (render/asset_files.py)."""
    teaches: bool = False
    """Whether quizzes practise it."""
    sections: tuple[str, ...] = ()
    """Ids of the headings it brings, in every edition the same."""
    group_section: str = ""
    """Such an id for each group of danger signs, with {} for the group's."""
    unsearched: Collection[str] = ()
    """Sections that say nothing of their own: rows of the one matrix, lines to write on, the page's sources."""
    apart: Collection[str] | None = None
    """Where a page is found as one text: the sections that a reader looks for by themselves."""
    boost: float = 1
    """How much it counts in the search; pages that name everything come after those that explain it."""
    before: Callable[[Here], list[Part]] = nothing
    """What comes between the lead and the author's sections."""
    after: Callable[[Here], list[Part]] = nothing
    """What comes after the author's sections."""
