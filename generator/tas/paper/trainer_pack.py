"""Trainer's pack: all paper of an edition in one zip, in numbered folders with an overview; the same papers give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tas.ground.addresses import file_name
from tas.ground.archive import archive
from tas.ground.words import N_
from tas.model.paper import Paper
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.read.edition import Edition
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import PaperLinks
from tas.view.shelves import Shelved

TITLE = N_("Everything for trainers (ZIP: guides, cards, observation sheets, quizzes and answers)")
OVERVIEW = N_("Overview")
EPOCH = date(1980, 1, 1)
"""The first day that the format knows: a pack has no clock."""


def zip_name(edition: Edition) -> str:
    return f"downloads/{edition.code}/tas-trainers-{edition.code}.zip"


def pack(edition: Edition, overview: bytes, shelves: Sequence[Shelved]) -> Paper:
    files = {f"{lying.folder}/{name}": paper.content for lying in shelves for name, paper in lying.papers}
    content = packed({overview_name(edition): overview, **files})
    return Paper(zip_name(edition), TITLE, content)


def overview_name(edition: Edition) -> str:
    """The first of all in a folder that is sorted by name."""
    return file_name(f"00 {edition.words.gettext(OVERVIEW)}") + ".pdf"


def overview_job(library: Library, shelves: Sequence[Shelved]) -> Job:
    """What is in the pack: each folder with its purpose, each file with its pages."""
    return framed(
        Renderer(library.edition),
        "paper/overview.html.j2",
        PaperLinks(library, "", ()),
        place=f"docs/{library.edition.code}/visits/index.md",
        title=library.gettext("Trainer's pack"),
        code="Tas",
        revised=library.newest,
        most=16,
        shelves=shelves,
    )


def packed(files: Mapping[str, bytes]) -> bytes:
    """Name in the pack -> content."""
    return archive(files, EPOCH)
