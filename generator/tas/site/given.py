"""What a site is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tas.compose.page import Composer
from tas.model.paper import NO_PAPERS, Papers
from tas.problems import Problem
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.site.kept import Kept


@dataclass(frozen=True)
class Given:
    """Only `./tas build` makes papers, and offline forms from the finished site."""

    bag: Bag
    papers: Papers = field(default_factory=lambda: NO_PAPERS)
    bundles: bool = False
    kept: Kept | None = None
    """Parts of earlier builds; a preview has its own (preview.py)."""
    pages: Path | None = None
    """Where pages are put that may lie there already; without it the engine writes them."""
    errors: tuple[Problem, ...] = ()
    """What is wrong with the bag; only a preview goes on with it."""

    def composer(self, library: Library) -> Composer:
        return Composer(self.bag.project, library, Renderer(library.edition), self.papers, self.bag.released)
