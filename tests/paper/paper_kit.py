"""The papers under test, each made once, and what is needed to seed a defect in one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pdfplumber
import pikepdf

from generator.edition import Edition
from generator.exports.engine import render_pdf
from generator.exports.guide_pdf import guide_document, guide_pdf
from generator.guide_view import GuideView, guide_view
from generator.library import Library, read_library
from generator.render import Renderer

ROOT = Path(__file__).parents[2]
EDITIONS = (("id", "Bahasa Indonesia"), ("nl", "Nederlands"))
GUIDES = [(code, file.stem) for code, _ in EDITIONS for file in sorted((ROOT / "guides" / code).glob("*.yml"))]
GROWN = "newborn-day-3-7"
MAXIMAL = "maximal"
SITE = "https://tas.example.org/"


@dataclass(frozen=True)
class Paper:
    """One guide with its document and its PDF."""

    library: Library
    view: GuideView
    url: str
    html: str
    pdf: bytes

    def remade(self, old: str, new: str) -> Paper:
        """The same paper with one thing changed in its document: a seeded defect."""
        assert old in self.html, f"the document does not contain {old!r}"
        html = self.html.replace(old, new)
        return Paper(self.library, self.view, self.url, html, render_pdf(html, "seeded").pdf)

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.pdf))

    def pages(self) -> list[pdfplumber.page.Page]:
        return pdfplumber.open(io.BytesIO(self.pdf)).pages


@cache
def library_of(code: str) -> Library:
    return read_library(Edition(code=code, name=dict(EDITIONS)[code], default=code == "id", root=ROOT))


@cache
def paper_of(code: str, guide_id: str) -> Paper:
    if guide_id == MAXIMAL:
        return make_paper(grown(words=8, notes=2, agreements=2), GROWN)
    return make_paper(library_of(code), guide_id)


def grown(*, words: int, notes: int, agreements: int) -> Library:
    """The longest lists that the model allows with few lines to write on, each item of so many words."""
    library = library_of("id")
    guide = library.guides[GROWN]
    line = " ".join(["lorem"] * words) + "."
    question = guide.questions[0]
    return Library(
        **{
            **vars(library),
            "guides": {
                GROWN: guide.model_copy(
                    update={
                        "before_you_go": (line,) * 9,
                        "at_the_door": (line,) * 9,
                        "observe": (line,) * 9,
                        "explain": (line,) * 9,
                        "questions": tuple(
                            question.model_copy(update={"id": f"q-{number}", "text": line}) for number in range(9)
                        ),
                        "notes": notes,
                        "agreements": agreements,
                    }
                )
            },
        }
    )


def make_paper(library: Library, guide_id: str) -> Paper:
    renderer = Renderer(library.edition)
    url = f"{SITE}{library.edition.prefix}visits/{guide_id}/"
    html = guide_document(library, renderer, guide_id, url=url)
    return Paper(library, guide_view(library, guide_id), url, html, guide_pdf(library, renderer, guide_id, url=url))


Check = Callable[[Paper], list[str]]
