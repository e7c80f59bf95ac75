"""The media of an edition: its own and those that all editions share, each with its note."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tas.ground.cache import Cache
from tas.media.record import KEPT, Media
from tas.model.media import MediaNote
from tas.problems import Problem
from tas.read.document import Document
from tas.read.file_names import split
from tas.read.files import Files
from tas.read.known import Known
from tas.read.media_files import NOTE
from tas.read.parse import parse
from tas.read.source import read_yaml


@dataclass
class Shelf:
    """`media`: name -> what `media:name` shows; `notes`: a note as messages name it -> its document; `alone`: notes without a file."""

    media: dict[str, Media] = field(default_factory=dict)
    notes: dict[str, Document] = field(default_factory=dict)
    alone: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_media(root: Path, code: str, files: Files, known: Known) -> Shelf:
    """An edition's own file comes before one of the same name that all share."""
    shelf, kept = Shelf(), Cache(root / KEPT, ".made")
    for owner in ("", code):
        lying = files.media.get(owner, ())
        notes: dict[str, tuple[str, MediaNote | None]] = {}
        for file in lying:
            stem, ending = split(file.name)
            if ending == NOTE:
                document = shelf.notes[file.shown] = known.document(file, code, read_yaml)
                shelf.problems += document.problems
                note, problems = (None, []) if document.problems else parse(document, MediaNote)
                shelf.problems += problems
                notes[stem] = file.shown, note
        for file in lying:
            stem, ending = split(file.name)
            if ending != NOTE:
                _, note = notes.get(stem, ("", None))
                shelf.media[file.name] = Media(file.path, file.shown, note, kept)
        stems = {split(file.name)[0] for file in lying if split(file.name)[1] != NOTE}
        shelf.alone += tuple(shown for stem, (shown, _) in notes.items() if stem not in stems)
    return shelf


def note_of(shown: str) -> str:
    """The note of a file, as messages name it."""
    return split(shown)[0] + NOTE
