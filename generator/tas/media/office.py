"""A sheet of a word processor or a table: refused where it runs, loads, carries or tells what its reader did not ask for."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from tas.media import photo

HOLDS = {
    "docx": ("word/document.xml", "wordprocessingml.document.main"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main"),
    "odt": ("content.xml", "application/vnd.oasis.opendocument.text"),
    "ods": ("content.xml", "application/vnd.oasis.opendocument.spreadsheet"),
}
"""Ending -> a member that it has, and what its list of members says that it is."""
LARGEST = 30_000_000
"""Bytes unpacked."""
MEMBERS = 2000

MACRO = re.compile(
    r"vbaProject\.bin|vbaData\.xml|(^|/)(Basic|Scripts)/|macrosheets/|\.(bas|vbs|js|jar|class|py)$", re.IGNORECASE
)
ACTIVE = re.compile(r"(^|/)activeX/|customUI|(^|/)ctrlProps/", re.IGNORECASE)
CARRIED = re.compile(
    r"(^|/)embeddings/|(^|/)externalLinks/|(^|/)Object \d+|\.(exe|dll|bat|cmd|scr|ole)$|oleObject", re.IGNORECASE
)
PHOTO = re.compile(r"\.(jpe?g|png|tiff?|webp)$", re.IGNORECASE)
LINKED = ("hyperlink",)
"""Kinds of what lies elsewhere that a reader follows by hand."""
NAMES = {"creator", "lastmodifiedby", "initial-creator", "manager", "company", "printed-by", "author"}
"""Elements of metadata, notes and tracked changes, in small letters."""
NAMING = {"author", "userId", "initials", "userName", "lastModifiedBy"}
"""Attributes of the same."""
RUNS = {"event-listener", "script", "DdeLink", "ddeLink", "oleLink", "dde-source", "oleObject", "OLEObject", "control"}
FIELDS = re.compile(r"\b(DDE(AUTO)?|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b")
REMOVE = "in Word or Excel: File, Info, Inspect Document; in LibreOffice: File, Properties, Reset Properties, and without comments and tracked changes"


def faults(content: bytes, kind: str) -> Iterator[str]:
    """`kind`: one of HOLDS."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            if len(members) > MEMBERS or sum(member.file_size for member in members) > LARGEST:
                yield f"the sheet unpacks to more than {LARGEST // 1_000_000} MB; save it anew, with smaller pictures"
                return
            if any(member.flag_bits & 1 for member in members):
                yield "the sheet is locked with a password; save it without"
                return
            held = {member.filename: _unpacked(packed, member) for member in members if not member.is_dir()}
    except Exception:  # zipfile raises of every kind
        yield f"this is no {kind.upper()} inside; save the sheet anew"
        return
    yield from dict.fromkeys(_wrong(held, kind))


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Never more than its head has told."""
    with packed.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) > member.file_size:
        raise ValueError
    return content


def _wrong(held: dict[str, bytes], kind: str) -> Iterator[str]:
    member, called = HOLDS[kind]
    said = held.get("[Content_Types].xml", b"") + held.get("mimetype", b"")
    if any(MACRO.search(name) for name in held) or b"macroEnabled" in said:
        yield f"the sheet holds a macro; save it as {kind.upper()} without macros, or as PDF"
    if member not in held or called.encode() not in said:
        yield f"this is no {kind.upper()} inside; save the sheet anew"
        return
    if any(ACTIVE.search(name) for name in held):
        yield "the sheet holds buttons or fields that run something; save it as PDF"
    if any(CARRIED.search(name) for name in held):
        yield "the sheet carries another file inside; take it out, or save it as PDF"
    for name, content in held.items():
        if name.endswith((".xml", ".rels")) or content.lstrip()[:5] == b"<?xml":
            yield from _wrong_part(name, content)
        elif PHOTO.search(name) and (told := photo.tells(content)):
            yield f"a photo in the sheet tells {told}; take it out, or put in one that tells nothing"


def _wrong_part(name: str, content: bytes) -> Iterator[str]:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield "a part of the sheet is broken; save it anew"
        return
    if root.getroottree().docinfo.doctype:
        yield "the sheet holds a document type, which no program writes; save it anew"
        return
    # a field may be cut into several pieces
    ordered = "".join(
        "".join([*map(str, element.itertext()), *map(str, element.attrib.values())])
        for element in root.iter("{*}instrText", "{*}fldSimple")
    )
    if FIELDS.search(ordered):
        yield "a field of the sheet loads something when it is opened; take it out, or save it as PDF"
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        if name.endswith(".rels"):
            kind = (element.get("Type") or "").rpartition("/")[2]
            if element.get("TargetMode") == "External" and kind not in LINKED:
                yield "the sheet loads something from elsewhere when it is opened; put that into the sheet, or save it as PDF"
            continue
        if tag in RUNS:
            yield "the sheet runs or loads something when it is opened; save it as PDF"
        if tag.lower() in NAMES and "".join(map(str, element.itertext())).strip():
            yield f"the sheet names a person ({tag}); take the name out ({REMOVE})"
        for attribute, value in element.attrib.items():
            if etree.QName(attribute).localname in NAMING and str(value).strip():
                yield f"the sheet names who wrote a comment or a change in it; take the name out ({REMOVE})"
            elif _loads(tag, etree.QName(attribute).localname, str(value)):
                yield "the sheet loads something from elsewhere when it is opened; put that into the sheet, or save it as PDF"


def _loads(tag: str, attribute: str, value: str) -> bool:
    """OpenDocument: a picture, a section or an object that lies elsewhere; a link of a text (`a`) is followed by hand."""
    return (
        attribute == "href"
        and tag != "a"
        and bool(re.match(r"[\w+.-]+:|//|\.\./|/", value))
        and not value.startswith("#")
    )
