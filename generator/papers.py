"""Makes every paper of the bag: each guide of each edition as PDF, from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.bag import Bag
from generator.cache import Cache
from generator.render import Renderer


@dataclass(frozen=True)
class Paper:
    """A document to take away, at its address from the root of the site."""

    address: str
    content: bytes


def make_papers(
    bag: Bag, *, site_url: str, cache: Path, progress: Callable[[str], None]
) -> dict[tuple[str, str], Paper]:
    """(edition, guide) -> paper. Raises ContentError for what an author can mend, MissingEngine without Pango."""
    from generator.exports.guide_pdf import file_name, guide_pdf  # the engine is heavy and needs Pango

    papers: dict[tuple[str, str], Paper] = {}
    for library in bag:
        renderer = Renderer(library.edition)
        for guide_id, slug in library.shown_on("guide").items():
            progress(f"{library.edition.code}/{guide_id}")
            content = guide_pdf(library, renderer, guide_id, url=site_url + library.address(slug), cache=Cache(cache))
            papers[library.edition.code, guide_id] = Paper(file_name(library.edition, guide_id), content)
    return papers


def write_papers(papers: dict[tuple[str, str], Paper], site: Path) -> None:
    """Put the papers into a finished site folder."""
    for paper in papers.values():
        target = site / paper.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(paper.content)
