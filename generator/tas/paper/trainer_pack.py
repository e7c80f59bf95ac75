"""Trainer's pack: all paper of an edition in one zip, with an overview page; the same papers give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tas.ground.archive import archive
from tas.ground.words import N_
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.read.edition import Edition
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import PaperLinks

TITLE = N_("Everything for trainers (ZIP: all guides, observation sheets, quiz papers and keys)")
OVERVIEW = "overview.pdf"
EPOCH = date(1980, 1, 1)
"""The first day that the format knows: a pack has no clock."""


def file_name(edition: Edition) -> str:
    return f"downloads/{edition.code}/tas-trainers-{edition.code}.zip"


def overview_job(library: Library, renderer: Renderer, *, quizzes: list[dict[str, Any]]) -> Job:
    """`quizzes`: code, title and file of each quiz paper."""
    guides = [
        {"code": library.guides[name].code, "title": library.guides[name].title, "file": f"guides/{name}.pdf"}
        for name in library.shown_on("guide")
    ]
    reviewed = [thing.reviewed for things in (library.guides, library.quizzes) for thing in things.values()]
    return framed(
        renderer,
        "paper/overview.html.j2",
        PaperLinks(library, "", ()),
        place=f"docs/{library.edition.code}/visits/index.md",
        title=renderer.edition.words.gettext("Trainer's pack"),
        code="Tas",
        revised=max(reviewed, default=EPOCH),
        most=4,
        guides=sorted(guides, key=lambda row: row["code"]),
        quizzes=quizzes,
    )


def packed(files: Mapping[str, bytes]) -> bytes:
    """Name in the pack -> content."""
    return archive(files, EPOCH)
