"""A sheet in PDF: refused where it runs, sends, carries or tells what its reader did not ask for."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from tas.media import photo

MOST = 20_000
"""Objects."""
RUNS = {"/JavaScript", "/JS"}
ACTS = {
    "/JavaScript": "runs a script",
    "/Launch": "starts a program",
    "/SubmitForm": "sends what is typed",
    "/ImportData": "loads data",
    "/GoToE": "opens a file inside it",
    "/Rendition": "plays something",
    "/Movie": "plays something",
    "/Sound": "plays something",
    "/RichMediaExecute": "plays something",
    "/GoTo3DView": "runs a model",
}
"""Kind of an action -> what the sheet does with it."""
CARRIES = {"/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA", "/RichMediaContent"}
NOTES = {
    "/Text",
    "/FreeText",
    "/Highlight",
    "/Underline",
    "/StrikeOut",
    "/Squiggly",
    "/Ink",
    "/Stamp",
    "/Popup",
    "/Caret",
}
NAMING = ("/Author", "/Manager", "/Company", "/SourceModified")
PLAIN = "print it anew as PDF"
RAW = re.compile(rb"/(?:Author|LastModifiedBy)\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])|/(?:JavaScript|Launch|EmbeddedFile)\b")
"""In earlier states of the file too, which no reader shows and any editor does."""
XMP = {"creator", "Author", "Artist", "Photographer", "OwnerName", "publisher", "contributor"}


def faults(content: bytes) -> Iterator[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would mend is told here in a sentence
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            yield "the sheet is locked; save it without a password"
            return
        if not len(reader.pages):
            raise ValueError
        found = list(_wrong(reader))
    except (Exception, RecursionError):  # pypdf raises of every kind
        yield "the sheet is a broken PDF; save it anew"
        return
    if not found and RAW.search(content):
        found = [f"the sheet holds an earlier state of itself, with a name or a script in it; {PLAIN}"]
    yield from dict.fromkeys(found)


def _wrong(reader: PdfReader) -> Iterator[str]:
    waiting: list[Any] = [reader.trailer]
    seen: set[int] = set()
    count = 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        count += 1
        if count > 50 * MOST or len(seen) > MOST:
            raise ValueError
        if isinstance(one, DictionaryObject):
            yield from _wrong_in(one)
            waiting += [dict.__getitem__(one, key) for key in one]
        elif isinstance(one, ArrayObject):
            waiting += list(list.__iter__(one))


def _wrong_in(one: DictionaryObject) -> Iterator[str]:
    kind = str(one.get("/S", ""))
    if kind in ACTS or RUNS & set(one):
        yield f"the sheet {ACTS.get(kind, 'runs a script')}; {PLAIN}"
    if "/AA" in one:
        yield f"the sheet does something by itself when it is opened or read; {PLAIN}"
    if CARRIES & {*one, str(one.get("/Type", "")), str(one.get("/Subtype", ""))}:
        yield f"the sheet carries a file inside; {PLAIN}"
    for name in NAMING:
        if str(one.get(name, "")).strip():
            yield f"the sheet names a person or a company ({name[1:]}); take the name out of its properties and save it anew"
    if str(one.get("/Subtype", "")) in NOTES and str(one.get("/T", "")).strip():
        yield f"a comment in the sheet names who wrote it; take the comments out, or {PLAIN}"
    if isinstance(one, StreamObject):
        if str(one.get("/Subtype", "")) == "/XML" and _named(one.get_data()):
            yield "the sheet names a person or a company (XMP); take the name out of its properties and save it anew"
        if "DCTDecode" in str(one.get("/Filter", "")) and (told := photo.tells(one._data)):
            yield f"a photo in the sheet tells {told}; put in one that tells nothing"


def _named(metadata: bytes) -> bool:
    try:
        root = etree.fromstring(metadata, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        return True  # what cannot be read may say anything
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in XMP and "".join(map(str, element.itertext())).strip():
            return True
        if any(etree.QName(name).localname in XMP and str(value).strip() for name, value in element.attrib.items()):
            return True
    return False
