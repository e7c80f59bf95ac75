"""Observation sheet for a supervised visit: the steps of the guide, as lines that a trainer ticks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.in_step.shown import of_guide
from tas.paper.export import Order, of_guides
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.links import UncitedLinks
from tas.view.guide import GuideView, guide_view

ID = "guide-observation"
SUFFIX = ".observation.pdf"
TITLE = N_("Observation sheet for trainers (PDF, A4)")
MOST = 4
MANNER = (
    N_("Listens more than talks"),
    N_("Uses words that the family knows"),
    N_("Speaks of danger signs calmly, and knows whom to call"),
    N_("Does not examine, diagnose or treat"),
    N_("Ends with agreements in the family's own words"),
)
"""What counts at every door; the rest comes from the guide."""

ALONE = N_("Ask only when nobody else can hear it")


@dataclass(frozen=True)
class Part:
    name: str
    heading: str
    steps: tuple[str, ...]


def orders(bag: Bag, site_url: str) -> Iterator[Order]:
    yield from of_guides(bag, site_url, suffix=SUFFIX, title=TITLE, job=job)


def job(library: Library, renderer: Renderer, guide_id: str, url: str = "") -> Job:
    """The sheet has no QR code: it needs no address."""
    view = guide_view(library, guide_id)
    guide = view.guide
    return framed(
        renderer,
        "paper/observation.html.j2",
        UncitedLinks(library, "", ()),
        place=library.documents["guides", guide_id].path,
        title=f"{renderer.edition.words.gettext('Observation sheet')}: {guide.title}",
        code=guide.code,
        revised=guide.reviewed,
        newer=of_guide(library, guide_id),
        most=MOST,
        guide=guide,
        parts=[part for part in parts(view, renderer) if part.steps],
    )


def parts(view: GuideView, renderer: Renderer) -> Iterator[Part]:
    """In the order of the guide, as its author wrote them; sources are in the guide."""
    guide, gettext = view.guide, renderer.edition.words.gettext

    yield Part("before-you-go", gettext("Before you go"), guide.before_you_go)
    yield Part("at-the-door", gettext("At the door"), guide.at_the_door)
    yield Part("manner", gettext("The manner"), tuple(map(gettext, MANNER)))
    questions = guide.questions
    yield Part("questions", gettext("Ask"), tuple(question.text for question in questions.open + questions.yes_is_good))
    yield Part("alone", gettext(ALONE), tuple(question.text for question in questions.alone))
    yield Part("observe", gettext("Look and listen"), guide.observe)
    yield Part("explain", gettext("Explain"), guide.explain)
    onward = renderer.edition.onward
    lines = (
        f"{line.task.text} {onward} {', '.join(profession.name for profession in line.refer_to)}"
        for line in view.not_yours
    )
    yield Part("not-yours", gettext("Not your task: refer to"), tuple(lines))
