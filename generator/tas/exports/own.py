"""Exports that somebody asks for by hand: some formats, one quiz, one edition, into the folder exports/."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tas.bundles import BUNDLES
from tas.bundles.offline import outlines_of
from tas.bundles.outline import Outline
from tas.bundles.site_folder import Site
from tas.exports import FORMATS
from tas.exports.format import GUIDES, PAGES, Format
from tas.exports.make import left_out, made_by, make, refuse_what_is_missing
from tas.exports.taken import taken
from tas.ground.cache import Cache
from tas.model.paper import NO_PAPERS
from tas.paper.guide_forms import GUIDE
from tas.paper.papers import possible
from tas.paper.press import press
from tas.problems import Refused
from tas.read.bag import Bag

FOLDER = "exports"
Say = Callable[[str], None]


class NotThere(Refused):
    """No format, quiz or edition has this name; the message names those that there are."""


def own_exports(
    bag: Bag, root: Path, *, only: Sequence[str], quiz: str | None, edition: str | None, say: Say
) -> list[Path]:
    """The files, edition by edition. Without names: all that every build makes."""
    formats = _formats(only)
    libraries = [library for library in bag if edition in (None, library.edition.code)]
    if not libraries:
        raise NotThere(f'there is no edition "{edition}"; mkdocs.yml names {", ".join(bag.libraries)}')
    known = sorted({name for library in libraries for name in library.quizzes})
    if quiz is not None and quiz not in known:
        raise NotThere(f'there is no quiz "{quiz}"; the quizzes are {", ".join(known)}')
    refuse_what_is_missing(formats)
    needed = frozenset[str]().union(*(format_.NEEDS for format_ in formats))
    outlines = outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url)
    wanted = [outline for outline in outlines if edition in (None, outline.code)]
    with tempfile.TemporaryDirectory() as folder:
        site = _site(bag, Path(folder), wanted, needed, say) if PAGES in needed else None
        files = []
        for outline in wanted:
            whole = taken(bag.libraries[outline.code], outline, site)
            what = whole if quiz is None else whole.only(quiz)
            for format_ in formats:
                if lacking := left_out(format_, what):
                    say(f"{what.code}: {format_.ID} has no place for {'; '.join(lacking)}")
            empty = {format_.ID for format_ in formats}
            for made in make(what, formats, root, say, keep=False):
                empty.discard(made.format.ID)
                file = root / FOLDER / what.code / made.order.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(made.content)
                files.append(file)
            for name in sorted(empty):
                say(f"{what.code}: {name} has nothing in it{f' for {quiz}' if quiz else ''}, so no file is written")
    return files


def _formats(only: Sequence[str]) -> tuple[Format, ...]:
    known = [format_.ID for format_ in FORMATS]
    for name in only:
        if name not in known:
            raise NotThere(f'there is no export "{name}"; the exports are {", ".join(known)}')
    return tuple(format_ for format_ in FORMATS if format_.ID in only) if only else made_by("build")


def _site(bag: Bag, folder: Path, wanted: Sequence[Outline], needed: frozenset[str], say: Say) -> Site:
    """The pages with the copies and papers that are needed, in a folder that is thrown away."""
    from tas.site.engine import build_site

    say("the pages, from which some are made")
    build_site(bag, NO_PAPERS, folder, bundles=True)
    site = Site(folder)
    for outline in wanted:
        for bundle in BUNDLES:
            if bundle.ID in needed:
                say(bundle.file_name(outline))
                for file in bundle.make(site, outline):
                    site.write(file.address, file.content)
    if GUIDES in needed:
        _print_guides(bag, site, {outline.code for outline in wanted}, say)
    return site


def _print_guides(bag: Bag, site: Site, codes: set[str], say: Say) -> None:
    orders = [order for order in possible(GUIDE.orders(bag, bag.project.site_url)) if order.pages[0][0] in codes]
    made = press(
        {order.address: order.job for order in orders},
        cache=Cache(bag.project.root / ".cache/papers"),
        progress=lambda number, total, name: say(f"{number} of {total}: {name}"),
    )
    for address, content in made.items():
        site.write(address, content)
