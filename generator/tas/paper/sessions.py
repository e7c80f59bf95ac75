"""Training sessions on paper: the plan for the trainer, A4, and the cards of the role-play, A5, one a role with a back that tells no secret."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tas.ground.words import N_
from tas.in_step.shown import of_file
from tas.paper.export import Order
from tas.paper.frame import framed
from tas.paper.job import Job
from tas.read.bag import Bag
from tas.read.library import Library
from tas.render.environment import Renderer
from tas.render.guide_fragment import corners, css_string
from tas.render.isolate import isolated_text
from tas.render.links import PaperLinks, UncitedLinks
from tas.render.qr import qr_code
from tas.view.session import session_view

CARD_TOO_LONG = "the cards of the role-play fill {pages} pages, but each card is one page and its back another, {most} in all; shorten the longest"


def plan_job(library: Library, renderer: Renderer, session_id: str, url: str) -> Job:
    view, links = session_view(library, session_id), PaperLinks(library, "", ())
    session = view.session
    return framed(
        renderer,
        "paper/session-plan.html.j2",
        links,
        place=library.documents["training", session_id].path,
        title=session.title,
        code=session.code,
        revised=session.reviewed,
        newer=of_file(library, "training", session_id),
        also=("session",),
        most=2,
        view=view,
        session=session,
        qr=qr_code(url, renderer.edition.words.gettext("QR code: this session on the web")),
        url=url,
        url_words=url.partition("://")[2],
        sources=lambda: [library.sources[name] for name in links.sources],
    )


def cards_job(library: Library, renderer: Renderer, session_id: str, url: str = "") -> Job:
    """The stop signal stands at the foot of every card."""
    session, words = library.training[session_id], renderer.edition.words
    left = corners(renderer, session.code, session.reviewed)["code_line"]
    stop = f"{words.gettext('Stop signal')}: {session.role_play.stop}"
    job = framed(
        renderer,
        "paper/role-play.html.j2",
        UncitedLinks(library, "", ()),
        place=library.documents["training", session_id].path,
        title=f"{words.gettext('Role-play')}: {session.title}",
        code=session.code,
        revised=session.reviewed,
        paper="card",
        also=("session",),
        own_corners=(left, css_string(isolated_text(renderer.edition, stop))),
        most=2 * (len(session.role_play.roles) + 1),
        session=session,
    )
    return Job(job.place, job.html, job.most, CARD_TOO_LONG)


@dataclass(frozen=True)
class SessionPaper:
    """An `Export`."""

    ID: str
    SUFFIX: str
    TITLE: str
    job: Callable[[Library, Renderer, str, str], Job]
    kind: str = ""

    def orders(self, bag: Bag, site_url: str) -> Iterator[Order]:
        for library in bag:
            renderer, code = Renderer(library.edition), library.edition.code
            for name, slug in library.shown_on("session").items():
                session, kind = library.training[name], f": {library.gettext(self.kind)}" if self.kind else ""
                yield Order(
                    ((code, slug),),
                    f"downloads/{code}/training/{name}{self.SUFFIX}",
                    self.TITLE,
                    self.job(library, renderer, name, site_url + library.address(slug)),
                    name=f"{session.code} {session.title}{kind}",
                )


SESSION_PAPERS = (
    SessionPaper("session-plan", ".pdf", N_("Session plan (PDF, A4)"), plan_job),
    SessionPaper(
        "role-play", ".role-play.pdf", N_("Cards of the role-play (PDF, A5, on both sides)"), cards_job, N_("Role-play")
    ),
)
