"""What lies in a folder `media`: pictures, sounds, sheets and the note of each; no folders inside."""

from __future__ import annotations

import stat
from pathlib import Path

from tas.ground.places import LEFT_BEHIND
from tas.media.made import ELSEWHERE, KINDS
from tas.problems import listed, quoted
from tas.read.file_names import DEVICES, LONGEST, NAME, BagFile, Stray, right, split

MEDIA = "media"
NOTE = ".yml"
LARGEST = 40_000_000
"""Bytes of a photo as a camera gives it."""


def media_files(root: Path, folder: Path, strays: list[Stray]) -> tuple[BagFile, ...]:
    """Those that count, by name; the name is the whole one, with its ending. What does not count is added to `strays`."""
    try:
        entries = sorted(folder.iterdir()) if folder.exists() else []
    except OSError as error:
        said = f"this folder cannot be read ({error.strerror}); check that it is one and may be read"
        strays.append(Stray(folder.relative_to(root).as_posix(), said))
        return ()
    counted: list[BagFile] = []
    for entry in entries:
        if LEFT_BEHIND.fullmatch(entry.name):
            continue
        shown = entry.relative_to(root).as_posix()
        sentence = _wrong(root, entry) or _twice(entry.name, counted)
        if sentence:
            strays.append(Stray(shown, sentence))
        else:
            counted.append(BagFile(entry, shown, entry.name))
    return tuple(counted)


def _wrong(root: Path, entry: Path) -> str | None:
    try:
        status = entry.stat()
    except OSError as error:
        said = "this link leads to nothing" if entry.is_symlink() else f"this cannot be read ({error.strerror})"
        return f"{said}; delete it, or put the file itself here"
    if entry.is_symlink() and not entry.resolve().is_relative_to(root.resolve()):
        return "this link leads out of the bag; put the file itself here"
    if stat.S_ISDIR(status.st_mode):
        return f"{MEDIA}/ holds files, no folders; move what is in it up"
    if not stat.S_ISREG(status.st_mode):
        return "this is a device, pipe or socket, not a file; delete it"
    return _name(entry.name) or _size(status.st_size)


def _name(name: str) -> str | None:
    stem, ending = split(name)
    if ending != NOTE and ending not in KINDS:
        small = ending.lower()
        if small in KINDS or small == NOTE:
            return f"the ending of a file is in small letters; rename it to {quoted(right(stem) + small)}"
        if small == ".yaml":
            return f"a note ends in {NOTE}; rename it to {quoted(right(stem) + NOTE)}"
        if small in ELSEWHERE:
            return f"{quoted(name)} is of a kind that no page shows; {ELSEWHERE[small]}"
        return f"{quoted(name)} is of a kind that no page shows; those are {listed(sorted(KINDS))}"
    if not NAME.fullmatch(stem):
        again = f" to {quoted(right(stem) + ending)}" if right(stem) else ""
        return f"the name of a file is small letters a–z, digits and single dashes; rename it{again}"
    if len(stem) > LONGEST:
        return f"the name has {len(stem)} letters; at most {LONGEST} fit"
    if stem in DEVICES:
        return f'Windows cannot store a file with the name "{stem}"; choose another'
    return None


def _size(size: int) -> str | None:
    most = LARGEST // 1_000_000
    return (
        f"the file has {size // 1_000_000} MB, but at most {most} MB are read; make it smaller"
        if size > LARGEST
        else None
    )


def _twice(name: str, counted: list[BagFile]) -> str | None:
    """Two files of one name would share their note."""
    stem, ending = split(name)
    for other in counted:
        if NOTE not in (ending, split(other.name)[1]) and split(other.name)[0] == stem:
            return (
                f"{quoted(other.name)} would have the same note, {quoted(stem + NOTE)}; give one of them another name"
            )
    return None
