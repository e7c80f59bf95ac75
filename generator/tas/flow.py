"""The whole flow: check → papers → site → bundles → exports → publish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tas.bundles.offline import make_bundles, make_installable, outlines_of
from tas.bundles.site_folder import Site
from tas.check import check_kept
from tas.check.address import example_address
from tas.check.release import unreleased
from tas.check.texts import forget_texts
from tas.exports.make import made_by, refuse_what_is_missing
from tas.exports.told import write_exports
from tas.ground.parts import PARTS
from tas.media.record import forget_unused
from tas.model.paper import NO_PAPERS
from tas.paper.draft import WHY, are_drafts
from tas.paper.engine import REPAIR
from tas.paper.papers import make_papers, write_papers
from tas.problems import ContentError, MissingEngine, errors
from tas.publish.manifest import own_signer, write_manifest
from tas.publish.swap import staging
from tas.read.bag import Bag, read_kept
from tas.read.project import Project, read_project

Say = Callable[[str, str], None]
"""(stage, what is being done)"""


def make(root: Path, site: Path, *, papers: bool, release: bool, say: Say) -> None:
    """Make the bag's site and put it in the place of the last one. Raises what `build` does (build.py)."""
    project = read_project(root)
    draft = papers and are_drafts()
    if draft and release:
        raise MissingEngine(REPAIR)
    told = example_address(project)
    if told and release:
        raise ContentError([told])
    if draft:
        say("papers", WHY)
    signer = None
    if release:
        refuse_what_is_missing(made_by("build", "release"))
        signer = own_signer()
    if told:
        say("check", str(told))
    say("check", "reading and checking every edition")
    bag = checked(project, say)
    if release and (unready := [*unreleased(bag)]):
        raise ContentError(unready)

    # MkDocs takes a while to load; a failed check need not wait for it
    from tas.site.engine import build_site

    made = (
        make_papers(
            bag, site_url=project.site_url, cache=root / ".cache/papers", progress=lambda name: say("papers", name)
        )
        if papers
        else NO_PAPERS
    )

    with staging(site) as target:
        say("site", f"building the pages of {', '.join(edition.name for edition in project.editions)}")
        is_little = build_site(bag, made, target, bundles=True)
        write_papers(made, target)
        forget_unused(media for library in bag for media in library.media.values())
        say("bundles", "reading the site that readers take along")
        finished = Site(target, root / PARTS)
        outlines = outlines_of(bag, site_name=project.site_name, site_url=project.site_url)
        make_bundles(finished, outlines, lambda name: say("bundles", name), is_little=is_little)
        write_exports(bag, finished, outlines, root, lambda name: say("exports", name), release=release)
        make_installable(finished, outlines, lambda name: say("bundles", name))
        if release:
            write_manifest(target, signer)
        say("publish", f"swapping {site.name}/")


def checked(project: Project, say: Say) -> Bag:
    """The bag; warnings are said, errors are raised all at once."""
    bag = read_kept(project)
    found = check_kept(bag)
    if errors(found):
        raise ContentError(found)
    for problem in found:
        say("check", str(problem))
    forget_texts(bag)
    return bag
