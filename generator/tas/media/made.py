"""What a file of an author becomes, or what is wrong with it; the kinds of file there are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

PHOTO, DRAWING, SOUND, SHEET = "photo", "drawing", "sound", "sheet"

KINDS = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"), PHOTO),
    ".svg": DRAWING,
    ".mp3": SOUND,
    **dict.fromkeys((".pdf", ".docx", ".odt", ".xlsx", ".ods"), SHEET),
}
"""Ending -> what it is."""

PICTURES = (PHOTO, DRAWING)
"""Kinds that a page shows; it plays a sound and hands out a sheet."""

ELSEWHERE = {
    **dict.fromkeys(
        (".gif", ".bmp", ".heic", ".heif", ".avif"), "save the picture as JPEG or PNG, or draw it as plain SVG"
    ),
    **dict.fromkeys(
        (".mp4", ".webm", ".mov", ".avi", ".mkv", ".m4v", ".3gp"),
        "a film is too much for a bag: put it where films are hosted and link to it there, [words](https://…)",
    ),
    **dict.fromkeys(
        (".wav", ".ogg", ".opus", ".m4a", ".aac", ".flac", ".amr"), "save the sound as MP3, mono, 48 kbit/s"
    ),
    **dict.fromkeys((".doc", ".rtf", ".ppt", ".pptx", ".docm", ".pages"), "save the sheet as PDF, DOCX or ODT"),
    **dict.fromkeys((".xls", ".xlsm", ".csv", ".numbers"), "save the table as XLSX, ODS or PDF"),
    **dict.fromkeys((".exe", ".zip", ".html", ".js"), "pages offer pictures, sounds and sheets alone; take it out"),
}
"""Other endings -> what to do instead."""


def kind_of(name: str) -> str:
    """One of KINDS; empty for what has none."""
    return KINDS.get(PurePosixPath(name).suffix, "")


class Fault(Exception):
    """Why a file is refused: one sentence with its repair, and the line where there are lines."""

    def __init__(self, said: str, line: int = 1):
        super().__init__(said)
        self.said, self.line = said, line


@dataclass(frozen=True)
class File:
    """A file made of another one. Width and height in pixels; 0 where there are none."""

    ending: str
    content: bytes
    width: int = 0
    height: int = 0

    def name(self, stem: str) -> str:
        """`knock-480.1a2b3c4d.webp`: another content has another name."""
        size = f"-{self.width}" if self.width and self.ending != "svg" else ""
        return f"{stem}{size}.{sha256(self.content).hexdigest()[:8]}.{self.ending}"


@dataclass(frozen=True)
class Made:
    """All that was made of a file, or why it was refused: (line, sentence). `seconds`: how long a sound plays."""

    files: tuple[File, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    seconds: int = 0

    def packed(self) -> bytes:
        """As it is kept: plain data, for nothing that lies in the folder of a bag may run."""
        files = [(file.ending, file.width, file.height, len(file.content)) for file in self.files]
        told = json.dumps([files, self.faults, self.seconds]).encode()
        return b"\n".join([told, b"".join(file.content for file in self.files)])


def unpacked(kept: bytes) -> Made:
    told, _, contents = kept.partition(b"\n")
    files, faults, seconds = json.loads(told)
    made, at = [], 0
    for ending, width, height, size in files:
        made.append(File(ending, contents[at : at + size], width, height))
        at += size
    return Made(tuple(made), tuple((line, said) for line, said in faults), seconds)
