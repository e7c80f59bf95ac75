"""The papers under test, each made once a session on both cores, and what is needed to seed a defect in one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property

import pikepdf
from filelock import FileLock
from kit import PAPERS, PAPERS_LOCK, ROOT
from pdf_pages import PdfPage, pdf_pages
from tas.ground.cache import Cache
from tas.model.guide import Question, Questions
from tas.paper.danger_leaf import leaves
from tas.paper.guide_document import (
    A4,
    A5,
    FAMILY,
    FAMILY_LARGE,
    FILLABLE,
    LARGE,
    LEAF,
    LEAF_LARGE,
    Form,
    family_job,
    guide_job,
    leaf_job,
)
from tas.paper.guide_forms import BOOKLET
from tas.paper.job import Job
from tas.paper.press import press
from tas.read.edition import Edition
from tas.read.library import Library, read_library
from tas.render.environment import Renderer
from tas.view.guide import GuideView, guide_view

EDITIONS = (("id", "Bahasa Indonesia"), ("nl", "Nederlands"))
GUIDES = [(code, file.stem) for code, _ in EDITIONS for file in sorted((ROOT / "guides" / code).glob("*.yml"))]
FORMS = {"a4": A4, "large": LARGE, "a5": A5, "fillable": FILLABLE, "family": FAMILY, "family-large": FAMILY_LARGE}
"""`a5` is the booklet before it is put on sheets: what a screen reader could read."""
LEAF_FORMS = {"leaf": LEAF, "leaf-large": LEAF_LARGE}
GROWN = "newborn-day-3-7"
MAXIMAL = "maximal"
SITE = "https://tas.example.org/"
GUIDE_FORMS = ("a4", "large", "a5", "fillable")


@cache
def library_of(code: str) -> Library:
    return read_library(Edition(code=code, name=dict(EDITIONS)[code], default=code == "id", root=ROOT))


LEAVES = [
    (code, next(name for name, slug in library_of(code).shown_on("guide").items() if slug == slugs[0]))
    for code, _ in EDITIONS
    for _, slugs in leaves(library_of(code)).values()
]
"""One guide for each leaf of danger signs."""
ALL = [
    *((*guide, form) for guide in GUIDES for form in FORMS),
    *((*guide, form) for guide in LEAVES for form in LEAF_FORMS),
    ("id", MAXIMAL, "a4"),
    ("id", MAXIMAL, "large"),
    ("id", MAXIMAL, "a5"),
]


@dataclass(frozen=True)
class Paper:
    """One guide, its leaf or its sheet for the family in one form, with its document and its PDF."""

    library: Library = field(repr=False)
    view: GuideView = field(repr=False)
    url: str
    kind: str
    form: Form
    html: str = field(repr=False)
    pdf: bytes = field(repr=False)

    @property
    def is_leaf(self) -> bool:
        return self.kind in LEAF_FORMS

    @property
    def is_guide(self) -> bool:
        return self.kind in GUIDE_FORMS

    @property
    def title(self) -> str:
        if self.is_leaf:
            return self.library.edition.words.gettext("All danger signs for this visit")
        return self.view.guide.title if self.is_guide else self.view.guide.family_side.title

    @property
    def code(self) -> str:
        return self.library.edition.words.gettext("Danger signs") if self.is_leaf else self.view.guide.code

    @property
    def reviewed(self) -> date:
        """A leaf that several guides share has the day of the youngest."""
        return self.view.leaf.reviewed if self.is_leaf else self.view.guide.reviewed

    def remade(self, old: str, new: str) -> Paper:
        """The same paper with one thing changed in its document: a seeded defect."""
        assert old in self.html, f"the document does not contain {old!r}"
        html = self.html.replace(old, new)
        job = Job("seeded", html, 99, "", self.form.medium == "fillable")
        return replace(self, html=html, pdf=job.make())

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.pdf))

    @cached_property
    def pages(self) -> list[PdfPage]:
        return pdf_pages(self.pdf)


def paper_of(code: str, guide_id: str, form: str = "a4") -> Paper:
    if guide_id == MAXIMAL:
        return make_paper(grown(words=8, notes=2, agreements=2), GROWN, form)
    return make_paper(library_of(code), guide_id, form)


def make_paper(library: Library, guide_id: str, form: str = "a4") -> Paper:
    job, url = job_of(library, guide_id, form), url_of(library, guide_id)
    (pdf,) = press({"": job}, cache=shared_cache(), progress=_silent).values()
    return Paper(library, guide_view(library, guide_id), url, form, (FORMS | LEAF_FORMS)[form], job.html, pdf)


def job_of(library: Library, guide_id: str, form: str) -> Job:
    renderer = Renderer(library.edition)
    if form in LEAF_FORMS:
        leaf, url = guide_view(library, guide_id).leaf, SITE + library.address("danger-signs")
        return leaf_job(library, renderer, leaf, LEAF_FORMS[form], url=url)
    if form not in GUIDE_FORMS:
        return family_job(library, renderer, guide_id, FORMS[form])
    return guide_job(library, renderer, guide_id, FORMS[form], url=url_of(library, guide_id))


def booklet_of(code: str, guide_id: str) -> bytes:
    library = library_of(code)
    job = BOOKLET.job(library, Renderer(library.edition), guide_id, url_of(library, guide_id))
    return press({"": job}, cache=shared_cache(), progress=_silent)[""]


def url_of(library: Library, guide_id: str) -> str:
    return f"{SITE}{library.edition.prefix}visits/{guide_id}/"


def make_all() -> None:
    """Every paper of the tests, on both cores; the other workers of the session wait and find them."""
    jobs = {"/".join(name): job_of(library_of(name[0]), *name[1:]) for name in ALL if name[1] != MAXIMAL}
    jobs |= {
        f"maximal/{form}": job_of(grown(words=8, notes=2, agreements=2), GROWN, form) for form in ("a4", "large", "a5")
    }
    with the_only_press():
        press(jobs, cache=shared_cache(), progress=_silent)


def shared_cache() -> Cache:
    """The project's own: a key holds all that a paper is made of."""
    return Cache(PAPERS)


@contextmanager
def the_only_press() -> Iterator[None]:
    with FileLock(PAPERS_LOCK):
        yield


def _silent(*_: object) -> None:
    """No progress."""


def grown(*, words: int, notes: int, agreements: int) -> Library:
    """The longest lists that the model allows with few lines to write on, each item of so many words."""
    library = library_of("id")
    guide = library.guides[GROWN]
    line = " ".join(["lorem"] * words) + "."
    lists = dict.fromkeys(("before_you_go", "at_the_door", "observe", "explain"), (line,) * 9)
    blocks = {
        name: tuple(Question(id=f"{name.replace('_', '-')}-{number}", text=line) for number in range(size))
        for name, size in (("open", 3), ("yes_is_good", 4), ("alone", 2))
    }
    larger = guide.model_copy(
        update={**lists, "questions": Questions(**blocks), "notes": notes, "agreements": agreements}
    )
    return replace(library, guides={GROWN: larger})


Check = Callable[[Paper], list[str]]
