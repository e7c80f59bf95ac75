"""One paper to be made: all that its bytes depend on, in a form that another process can be handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from tas.ground.cache import key
from tas.ground.places import ASSETS
from tas.paper.draft import ENGINE, are_drafts, render_draft
from tas.paper.engine import FONTS, Rendered, engine_version, render_pdf
from tas.problems import ERROR, ContentError, Problem

Finish = Callable[[Rendered], bytes]
"""A function of a module, known by its name in every process."""


def as_it_is(rendered: Rendered) -> bytes:
    return rendered.pdf


@dataclass(frozen=True)
class Job:
    """`place` is the file that a complaint names, `most` the pages the paper may have and `too_long` what is said of more."""

    place: str
    html: str
    most: int
    too_long: str
    fields: bool = False
    finish: Finish = as_it_is

    def make(self) -> bytes:
        """The paper. Raises ContentError for what an author can mend, MissingEngine where the machine lacks Pango."""
        if are_drafts():
            return render_draft(self.html)
        rendered = render_pdf(self.html, self.place, fields=self.fields)
        if rendered.pages > self.most:
            said = self.too_long.format(pages=rendered.pages, most=self.most)
            raise ContentError([Problem(self.place, 1, 1, ERROR, said, "page-budget")])
        return self.finish(rendered)

    @property
    def has_draft(self) -> bool:
        """A form that lives by its fields, or by the order of its sheets, would be no draft but another paper."""
        return not self.fields and self.finish is as_it_is

    @property
    def key(self) -> str:
        """Template, style and data are in the HTML; what is done with it is in our code and the engine's version."""
        return key([self.html.encode(), f"{self.fields} {self.most} {self.finish.__name__}".encode(), _ground()])


@cache
def _ground() -> bytes:
    """What every paper stands on: fonts, pictures, engine, and the code that drives it."""
    files = [*FONTS, *sorted((ASSETS / "images").glob("*.svg")), *sorted(Path(__file__).parent.glob("*.py"))]
    content = b"".join(sha256(file.read_bytes()).digest() for file in files)
    return content + (ENGINE if are_drafts() else engine_version()).encode()
