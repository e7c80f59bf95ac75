"""Sheets of cards to cut: rows of two on an A4, and their backs mirrored column by column, to be flipped on the long edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tas.paper.frame import framed
from tas.paper.job import Job
from tas.render.environment import Renderer
from tas.render.links import UncitedLinks

Rows = list[list[Any]]
"""Two cards in a row; None where a place stays empty."""
TOO_LONG = '"{title}" has {{pages}} pages, but its cards fill {{most}}; shorten the words of the danger signs or of the contacts'


def sheets(cards: Sequence[Any], rows: int) -> Iterator[tuple[Rows, Rows]]:
    """(front, back) of each sheet; the card that lies left on the front lies right on the back."""
    places = 2 * rows
    for start in range(0, len(cards), places):
        laid: list[Any] = [*cards[start : start + places]]
        laid += [None] * (places - len(laid))
        front = [laid[number : number + 2] for number in range(0, places, 2)]
        yield front, [row[::-1] for row in front]


def cards_job(
    renderer: Renderer, links: UncitedLinks, template: str, *, place: str, title: str, pages: int, **context: Any
) -> Job:
    """A sheet keeps its size only while no card grows: one page more than there are sheets is told as an error."""
    job = framed(renderer, template, links, place=place, title=title, paper="cards", code=title, most=pages, **context)
    return Job(job.place, job.html, pages, TOO_LONG.format(title=title))
