"""One file of an author, as pages and other forms ask for it.

    media = library.media["knock.jpg"]      what `media:knock.jpg` names in that edition: its own file, else the one of all editions
    media.kind                              "photo", "drawing", "sound" or "sheet" (made.py)
    media.files                             all that the site gets, smallest first; each a `File`: ending, content (bytes), width, height
    media.small                             the one for forms with little room: JPEG of at most 480 pixels, the drawing, the sound, the sheet
    media.grey()                            for paper: grey JPEG of at most 1200 pixels; of a drawing the drawing itself
    media.address(file)                     where the site has it: `assets/media/knock-480.1a2b3c4d.webp`, from the root of the site
    media.note                              by, licence, source, consent, transcript (model/media.py)
    media.paragraphs                        the transcript of a sound
    media.seconds                           how long it plays

What a file becomes is kept below `.cache/media` by its content, by this room and by the libraries that read and write pictures; equal
bytes become equal bytes. A form that shows less than the site says so in one line with the words of the link or the alt text, and
`site_url + media.address(media.small)`. What an author wrote beside it (alt, caption, words) comes with the link, `render/media.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from lxml import etree

from tas.ground.cache import Cache, key
from tas.ground.engine import files_below
from tas.ground.parts import digest
from tas.media import drawing, photo, sheet, sound
from tas.media.made import DRAWING, PHOTO, PICTURES, SOUND, Fault, File, Made, kind_of, unpacked
from tas.model.media import MediaNote

KEPT = ".cache/media"
FOLDER = "assets/media"
"""In the site."""


@dataclass(eq=False)
class Media:
    """`shown`: as messages name it; `kept`: where results are kept; `note`: None where it is missing or wrong."""

    path: Path
    shown: str
    note: MediaNote | None
    kept: Cache = field(repr=False)

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def kind(self) -> str:
        return kind_of(self.name)

    @cached_property
    def own(self) -> bytes:
        """Digest of the file as its author gave it."""
        return digest(self.path.read_bytes())

    @property
    def is_picture(self) -> bool:
        return self.kind in PICTURES

    @property
    def files(self) -> tuple[File, ...]:
        return self.made.files

    @property
    def seconds(self) -> int:
        return self.made.seconds

    @property
    def small(self) -> File:
        return next((file for file in self.files if file.ending == "jpg"), self.files[0])

    @property
    def paragraphs(self) -> list[str]:
        text = (self.note.transcript if self.note else None) or ""
        return [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]

    def grey(self) -> File:
        return self._found("grey").files[0] if self.kind == PHOTO else self.files[0]

    def address(self, file: File) -> str:
        return f"{FOLDER}/{file.name(PurePosixPath(self.name).stem)}"

    @cached_property
    def made(self) -> Made:
        return self._found("all")

    def key(self, what: str) -> str:
        """Of what is kept; `what` is one of MAKE."""
        return key([what.encode(), self.path.suffix.encode(), self.own, made_with()])

    def _found(self, what: str) -> Made:
        name = self.key(what)
        kept = self.kept.find(name)
        if kept is not None:
            return unpacked(kept)
        found = MAKE[what](self.path.read_bytes(), self.path.suffix)
        with suppress(OSError):  # where nothing can be kept, it is made each time
            self.kept.keep(name, found.packed())
        return found


def forget_unused(media: Iterable[Media]) -> None:
    """Throw away what none of these became, in this build or the one before."""
    for one in (shelf := list(media)):
        for what in MAKE:
            shelf[0].kept.find(one.key(what))
    if shelf:
        shelf[0].kept.prune()


def make(content: bytes, suffix: str) -> Made:
    """What the file becomes; `suffix` is one of `made.KINDS`."""
    kind = kind_of(f"x{suffix}")
    try:
        if kind == PHOTO:
            return Made(tuple(photo.renditions(content, suffix)))
        if kind == SOUND:
            heard, seconds = sound.silent_about_people(content)
            return Made((heard,), seconds=seconds)
    except Fault as fault:
        return Made(faults=((fault.line, fault.said),))
    if kind == DRAWING:
        wrong = tuple(drawing.faults(content))
        return Made(faults=wrong) if wrong else Made((drawing.plain(content),))
    told = tuple((1, said) for said in sheet.faults(content, suffix[1:]))
    return Made(faults=told) if told else Made((File(suffix[1:], content),))


MAKE = {"all": make, "grey": lambda content, suffix: Made((photo.grey(content, suffix),))}


@cache
def made_with() -> bytes:
    """This room, and the libraries that read and write pictures."""
    code = (Path(file.path).read_bytes() for file in files_below(Path(__file__).parent))
    return key([photo.MADE_WITH.encode(), repr((version("pypdf"), etree.LXML_VERSION)).encode(), *code]).encode()
