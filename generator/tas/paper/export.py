"""What an export is: it orders papers; `papers.py` makes what was ordered, each once, and offers it on its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer

TRAINERS = "trainers"
"""The page for trainers: it offers what is made for no page of its own."""


@dataclass(frozen=True)
class Order:
    """A paper before it is made: the pages that offer it, as (edition, slug), its address from the root of the site, its title
    (an interface word, with a place for `variant`), and the job that makes it. `name`: what it is about, as a trainer looks for
    it; `export`: the kind that ordered it (`papers.py` fills it in)."""

    pages: tuple[tuple[str, str], ...]
    address: str
    title: str
    job: Job
    variant: str = ""
    name: str = ""
    export: str = ""


class Export(Protocol):
    """One kind of paper: a module, or an object where several kinds differ in data alone. Its line in `EXPORTS` registers it."""

    @property
    def ID(self) -> str:
        """Its name in messages and tests, `kebab-case`."""

    @property
    def TITLE(self) -> str:
        """The interface word that offers it."""

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        """Every paper of this kind, edition by edition; `site_url` is the site's absolute address and ends with a slash."""


GuideJob = Callable[[Library, Renderer, str, str], Job]
"""(library, renderer, guide, absolute address of its page) -> job"""


def of_guides(
    bag: Bag, site_url: str, *, suffix: str, title: str, job: GuideJob, part: str = "title"
) -> Iterator[Order]:
    """One paper for each guide that a page shows and that has the `part`: `downloads/nl/guides/first-visit` with `suffix` behind it."""
    for library in bag:
        renderer, code = Renderer(library.edition), library.edition.code
        for guide_id, slug in library.shown_on("guide").items():
            url = site_url + library.address(slug)
            address, guide = guide_address(code, guide_id, suffix), library.guides[guide_id]
            if not getattr(guide, part):
                continue
            made = job(library, renderer, guide_id, url)
            yield Order(((code, slug),), address, title, made, name=f"{guide.code} {guide.title}")


def guide_address(code: str, guide_id: str, suffix: str) -> str:
    """From the root of the site; every edition has its folder."""
    return f"downloads/{code}/guides/{guide_id}{suffix}"
