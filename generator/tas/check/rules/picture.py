"""A picture, a sound or a sheet lies in the folder `media` of the edition or of the bag, is named as `media:file`, and is told in words; nothing is loaded from elsewhere.

Passes: `![A midwife listens at the door](media:knock.jpg "The first minute")`, `[The sheet](media:sheet.pdf)`, `picture: media:knock.jpg` with `alt`
Fails: `![](media:knock.jpg)`, `![knock](media:knock.jpg)`, `![A door](https://elsewhere.example/door.jpg)`, a sound within a sentence
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tas.check.text import Link, Text
from tas.check.texts import texts
from tas.ground.fold import words
from tas.media.made import SOUND
from tas.model.media import OWN
from tas.problems import ERROR, Finding, quoted
from tas.read.bag import Bag
from tas.read.library import Library
from tas.text.write import MEDIA, alone, picture_of
from tas.view.media import picture_fields

ID = "picture"
LEVEL = ERROR

WRITE = "![what it shows](media:file.jpg)"


def check(bag: Bag) -> Iterator[Finding]:
    for library in bag:
        for text in texts(library):
            if "![" in text.source:
                yield from _pictures(library, text)
            for link in text.links:
                said = _link(library, text, link) if link.scheme == MEDIA else None
                if said:
                    yield text.place(link), said
        for document, path, name, alt in picture_fields(library):
            said = _field(library, name, alt)
            if said:
                yield document.place(path), said


def _pictures(library: Library, text: Text) -> Iterator[Finding]:
    for token in text.tokens:
        if token.type == "image":
            name = picture_of(token)
            if name is None:
                said: str | None = _elsewhere(library, str(token.attrs["src"]))
            elif text.path is not None or text.is_heading:
                said = "a picture stands in the body of a page, or in a field `picture` of a question, an option or a danger sign"
            else:
                said = _unknown(library, name) or _untold(name, token.content)
            if said:
                yield text.place(Link(name or "", token.content, token.meta.get("at", 0))), said


def _elsewhere(library: Library, address: str) -> str:
    folder = f"docs/{library.edition.code}/{MEDIA}/"
    if ":" in address or address.startswith("//"):
        return (
            f"the picture {quoted(address)} lies elsewhere and is never loaded; put it into {folder} and write {WRITE}"
        )
    return f"the picture {quoted(address)} is not named as one; put it into {folder} and write {WRITE}"


def _link(library: Library, text: Text, link: Link) -> str | None:
    media = library.media.get(link.name)
    if media is None:
        return None  # which unknown-name tells
    if media.is_picture:
        return f"{quoted(link.name)} is a picture, and shown: write {WRITE.replace('file.jpg', link.name)}"
    if not link.words.strip():
        return f"nobody hears what {quoted(link.name)} is; write it between the brackets"
    if media.kind == SOUND and (
        text.block is None or text.is_heading or text.cell is not None or not alone(text.block)
    ):
        return "a sound stands in the body of a page, on a line of its own between empty lines"
    return None


def _field(library: Library, name: str, alt: str | None) -> str | None:
    if not name.startswith(OWN):
        return "a pictogram brings its own alt text; take `alt` out" if alt else None
    own = name.removeprefix(OWN)
    return _unknown(library, own) or _untold(own, alt or "")


def _unknown(library: Library, name: str) -> str | None:
    media = library.media.get(name)
    if media is None:
        near = get_close_matches(name, list(library.media), 1)
        hint = f"did you mean {near[0]}?" if near else "put it there"
        return f"there is no file {quoted(name)} in docs/{library.edition.code}/{MEDIA}/ or {MEDIA}/; {hint}"
    if not media.is_picture:
        return f"{quoted(name)} is no picture; hand it out with [words](media:{name}) on a page"
    return None


def _untold(name: str, alt: str) -> str | None:
    if not alt.strip():
        return f"the alt text of {quoted(name)} is missing; say what it shows to who cannot see it"
    if words(alt) in (words(name), words(name.rpartition(".")[0])):
        return f"the alt text of {quoted(name)} repeats its name; say what it shows"
    return None
