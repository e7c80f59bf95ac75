"""Exports that somebody asks for by hand: some formats, one quiz, one edition, into the folder exports/."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tas.bundles.offline import make_bundles, outlines_of
from tas.bundles.site_folder import Site
from tas.exports import FORMATS
from tas.exports.format import Format
from tas.exports.make import kept_in, left_out, made_by, make
from tas.exports.taken import taken
from tas.model.paper import NO_PAPERS
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
    with tempfile.TemporaryDirectory() as folder:
        site = _site(bag, Path(folder), say) if any(format_.NEEDS_SITE for format_ in formats) else None
        files = []
        for outline in outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url):
            library = bag.libraries[outline.code]
            if library not in libraries:
                continue
            what = taken(library, outline, site)
            what = what.only(quiz) if quiz is not None else what
            for format_ in formats:
                if lacking := left_out(format_, what):
                    say(f"{what.code}: {format_.ID} has no place for {'; '.join(lacking)}")
            for made in make(what, formats, kept_in(root), say):
                file = root / FOLDER / what.code / made.order.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(made.content)
                files.append(file)
    return files


def _formats(only: Sequence[str]) -> tuple[Format, ...]:
    known = [format_.ID for format_ in FORMATS]
    for name in only:
        if name not in known:
            raise NotThere(f'there is no export "{name}"; the exports are {", ".join(known)}')
    return tuple(format_ for format_ in FORMATS if format_.ID in only) if only else made_by("build")


def _site(bag: Bag, folder: Path, say: Say) -> Site:
    """The pages and copies, in a folder that is thrown away."""
    from tas.site.engine import build_site

    say("the pages, from which some are made")
    build_site(bag, NO_PAPERS, folder, bundles=True)
    site = Site(folder)
    make_bundles(
        site,
        outlines_of(bag, site_name=bag.project.site_name, site_url=bag.project.site_url),
        lambda name: None,
    )
    return site
