"""A file that pages show, play or hand out is what its name says, carries nothing that runs, loads or names people, is small enough, and has a note.

Passes: `media/knock.jpg` with `media/knock.yml` (by, licence, consent); `media/lullaby.mp3` with a transcript in its note
Fails: a photo without a note; a sound without a transcript; a drawing with a script; a sheet with a macro; a photo of more than 60 megapixels
"""

from __future__ import annotations

from collections.abc import Iterator

from tas.media.made import PHOTO, SOUND
from tas.media.record import Media
from tas.problems import ERROR, Finding, Place, quoted
from tas.read.bag import Bag
from tas.read.library import Library
from tas.read.media import note_of

ID = "media-file"
LEVEL = ERROR

CONSENT = "`consent` is missing; write yes when everyone who can be recognised has agreed to be {}, or nobody when nobody can be recognised"


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for media in library.media.values():
            for line, said in media.made.faults:
                yield Place(media.shown, line, 1), said
            yield from _note(library, media)
        for shown in library.shelf.alone:
            said = "no file lies beside this note; give both the same name, or delete the note"
            yield library.shelf.notes[shown].place(()), said


def _note(library: Library, media: Media) -> Iterator[Finding]:
    shown, note = note_of(media.shown), media.note
    if note is None:
        if shown not in library.shelf.notes:  # else what is wrong with it has been told
            name = quoted(shown.rpartition("/")[2])
            yield Place(media.shown, 1, 1), f"the file has no note; write {name} beside it, with `by` and `licence`"
        return
    place = library.shelf.notes[shown].place(())
    if note.consent is None and media.kind in (PHOTO, SOUND):
        yield place, CONSENT.format("shown" if media.kind == PHOTO else "heard")
    if note.transcript is None and media.kind == SOUND:
        yield place, "`transcript` is missing; write down all that is said, for who cannot hear it"
