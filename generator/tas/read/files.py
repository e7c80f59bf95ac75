"""Which files of the bag count: one list for reading, checking, publishing and the stamp; and a sentence for each file that does not."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath

from tas.ground.places import LEFT_BEHIND
from tas.media.made import KINDS
from tas.model.reference import REFERENCE_FILES
from tas.problems import quoted
from tas.read.edition import FOLDERS, Edition
from tas.read.file_names import DEVICES, LONGEST, NAME, BagFile, Stray, right, split
from tas.read.ledger import NAME as LEDGER
from tas.read.media_files import MEDIA, media_files
from tas.read.source import LARGEST

ENDINGS = {"docs": ".md", "quizzes": ".yml", "guides": ".yml", "training": ".yml", "reference": ".yml"}
OTHER_ENDINGS = {
    ".md": {".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext", ".mdx", ".txt", ".text"},
    ".yml": {".yml", ".yaml"},
}
"""What people and programs call the same kind of file, in any letters."""

SHOWN = {*KINDS, ".gif", ".bmp", ".heic", ".heif", ".avif"}
"""Endings of what belongs into a folder of its own, where more is told of it."""
DEEPEST, LARGEST_PAGE = 5, 100_000
"""Folders inside each other, bytes of a page (some 15,000 words)."""
OWN = {"404", "assets", "downloads", "search", "sitemap"}
"""Addresses of the site's own files."""
CODES = "reference/codes.yml"
"""The one file for all editions (read/codes.py)."""


@dataclass(frozen=True)
class Files:
    """All that lies in the folders of the bag. Only what counts is read, checked and published."""

    counted: dict[tuple[str, str], tuple[BagFile, ...]]
    """(folder, edition) -> files in the order of their names"""
    strays: tuple[Stray, ...]
    media: dict[str, tuple[BagFile, ...]] = field(default_factory=dict)
    """Edition, or empty for what all share -> files for `media:` and their notes."""

    def __iter__(self) -> Iterator[BagFile]:
        return (file for files in (*self.counted.values(), *self.media.values()) for file in files)

    def __contains__(self, shown: str) -> bool:
        """Whether the file of this name, such as `docs/id/index.md`, counts."""
        return shown in self._shown

    @cached_property
    def meant(self) -> frozenset[str]:
        """Files that seem to be missing and lie there under another name."""
        return frozenset(stray.meant for stray in self.strays)

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(file.shown for file in self)


def bag_files(root: Path, editions: tuple[Edition, ...]) -> Files:
    """Look through the folders of all editions; links are followed as long as they stay in the bag."""
    codes = {edition.code for edition in editions}
    strays: list[Stray] = []
    counted = {}
    for folder in FOLDERS:
        strays += _beside(root, folder, codes)
        for edition in editions:
            walk = _Walk(root, folder, edition, codes)
            walk.look(walk.top, ())
            counted[folder, edition.code] = tuple(sorted(walk.counted.values(), key=lambda file: file.name))
            strays += walk.strays
    media = {"": media_files(root, root / MEDIA, strays)}
    media |= {edition.code: media_files(root, edition.folder("docs") / MEDIA, strays) for edition in editions}
    return Files(counted, tuple(sorted(strays)), media)


def _beside(root: Path, folder: str, codes: set[str]) -> Iterator[Stray]:
    """What lies in docs/ and its like beside the folders of the editions."""
    try:
        entries = sorted((root / folder).iterdir())
    except OSError:
        return  # none of them must be there; an edition without docs/ is told by its own rule
    for entry in entries:
        if entry.name in codes or LEFT_BEHIND.fullmatch(entry.name) or f"{folder}/{entry.name}" == CODES:
            continue
        holds = f"{folder}/ holds one folder for each edition ({', '.join(sorted(codes))})"
        repair = f"move {quoted(entry.name)} into one, or add it as an edition in mkdocs.yml"
        if not entry.is_dir():
            repair = f"move {quoted(entry.name)} into one or out of {folder}/"
        yield Stray(f"{folder}/{entry.name}", f"{holds}; {repair}")


class _Walk:
    """Through one folder of one edition."""

    def __init__(self, root: Path, folder: str, edition: Edition, codes: set[str]):
        self.root, self.folder, self.code, self.codes = root, folder, edition.code, codes
        self.top = edition.folder(folder)
        self.inside = (root.resolve(), self.top.resolve())
        self.ending = ENDINGS[folder]
        self.counted: dict[str, BagFile] = {}
        """By address: what two files would share."""
        self.strays: list[Stray] = []

    def look(self, folder: Path, parts: tuple[str, ...]) -> None:
        try:
            entries = sorted(folder.iterdir()) if parts or folder.exists() else []
        except OSError as error:
            self._stray(parts, f"this folder cannot be read ({error.strerror}); check that it is one and may be read")
            return
        for entry in entries:
            own = f"{self.folder}/{entry.name}" in (f"docs/{MEDIA}", f"reference/{LEDGER}.yml") and not parts
            if not LEFT_BEHIND.fullmatch(entry.name) and not own:
                self._entry(entry, (*parts, entry.name))

    def _entry(self, entry: Path, parts: tuple[str, ...]) -> None:
        try:
            status = entry.stat()
        except OSError as error:
            said = "this link leads to nothing" if entry.is_symlink() else f"this cannot be read ({error.strerror})"
            self._stray(parts, f"{said}; delete it, or put the file itself here")
            return
        if entry.is_symlink() and not any(entry.resolve().is_relative_to(bag) for bag in self.inside):
            self._stray(parts, "this link leads out of the bag; put the file itself here")
        elif stat.S_ISDIR(status.st_mode):
            self._folder(entry, parts)
        elif not stat.S_ISREG(status.st_mode):
            self._stray(parts, "this is a device, pipe or socket, not a file; delete it")
        else:
            sentence = self._kind(parts) or self._name(parts) or self._size(status.st_size)
            if sentence:
                self._stray(parts, sentence, meant=right(split(parts[-1])[0]) + self.ending)
            else:
                self._count(entry, parts)

    def _folder(self, entry: Path, parts: tuple[str, ...]) -> None:
        if self.folder != "docs":
            self._stray(parts, f"{self.folder}/{self.code}/ holds files, no folders; move what is in it up")
        elif entry.is_symlink() and entry.parent.resolve().is_relative_to(entry.resolve()):
            self._stray(parts, "this link leads to a folder that it lies in itself; delete it")
        elif len(parts) > DEEPEST:
            self._stray(parts, f"folders lie deeper than {DEEPEST} in each other; move this one up")
        elif sentence := self._name(parts, "folder"):
            self._stray(parts, sentence)
        else:
            self.look(entry, parts)

    def _kind(self, parts: tuple[str, ...]) -> str | None:
        """Its ending says what it is."""
        name, ending, here = parts[-1], self.ending, f"{self.folder}/{self.code}/"
        stem, suffix = split(name)
        if stem.lower() == "readme":
            other = "; the overview of a folder is index.md" if ending == ".md" else ""
            return f"a note to colleagues is not published; move it out of {here}{other}"
        if suffix == ending:
            return None
        if suffix.lower() in OTHER_ENDINGS[ending]:
            return f"a file here ends in {ending}; rename it to {quoted(right(stem) + ending)}"
        if suffix.lower() in SHOWN:
            return f"pictures, sounds and sheets lie in one folder of the edition; move it to docs/{self.code}/{MEDIA}/"
        if suffix.lower() in OTHER_ENDINGS[".md"]:
            return f"{here} holds {ending} files; a page belongs in docs/{self.code}/, so move it there"
        if suffix.lower() in OTHER_ENDINGS[".yml"]:
            return f"{here} holds pages; a quiz belongs in quizzes/, a guide in guides/, so move it there"
        return f"{here} holds {ending} files and nothing else is published; move it out"

    def _name(self, parts: tuple[str, ...], what: str = "file") -> str | None:
        """It stands in addresses and on paper, and has to work on every system."""
        name = parts[-1]
        stem, ending = (name, "") if what == "folder" else split(name)
        named = right(stem)
        if not NAME.fullmatch(stem):
            said = f"the name of a {what} is small letters a–z, digits and single dashes"
            taken = (self.top.joinpath(*parts[:-1]) / f"{named}{ending}").exists()
            if taken and named:
                return f"{said}; rename it, but not to {quoted(named + ending)}, which lies here already"
            return f"{said}; rename it to {quoted(named + ending)}" if named else f"{said}; rename it"
        if len(stem) > LONGEST:
            return f"the name has {len(stem)} letters; at most {LONGEST} fit"
        if stem in DEVICES:
            return f'Windows cannot store a {what} with the name "{stem}"; choose another'
        if self.folder == "docs" and len(parts) == 1 and stem in self.codes | OWN:
            whose = f"the edition {stem}" if stem in self.codes else "the site's own files"
            return f"the address {stem}/ belongs to {whose}; choose another name"
        if self.folder == "reference" and stem not in REFERENCE_FILES:
            near = get_close_matches(stem, REFERENCE_FILES, 1)
            known = f"did you mean {near[0]}.yml?" if near else f"the files are {', '.join(REFERENCE_FILES)}"
            return f"{quoted(name)} is not a reference file; {known}"
        return None

    def _size(self, size: int) -> str | None:
        most = LARGEST_PAGE if self.folder == "docs" else LARGEST
        if size <= most:
            return None
        return f"the file has {size // 1000} kB, more than anybody reads; at most {most // 1000} kB fit, so cut it into several"

    def _count(self, entry: Path, parts: tuple[str, ...]) -> None:
        name = PurePosixPath(*parts).with_suffix("").as_posix()
        address = name.removesuffix("/index")
        if address in self.counted:
            other = self.counted[address].shown
            self._stray(parts, f"{other} has the same address; put both into one file")
        else:
            self.counted[address] = BagFile(entry, self._shown(parts), name)

    def _shown(self, parts: tuple[str, ...]) -> str:
        return self.top.joinpath(*parts).relative_to(self.root).as_posix()

    def _stray(self, parts: tuple[str, ...], sentence: str, *, meant: str = "") -> None:
        self.strays.append(Stray(self._shown(parts), sentence, self._shown((*parts[:-1], meant)) if meant else ""))
