"""Files as authors bring them, good and hostile, made in the test: photos, drawings, sounds, sheets; and a tiny bag that shows some."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pikepdf
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

NAME = "Ibu Tuti Planted"
"""Of a person; in no output."""
PLACE = (6.0, 12.0, 30.0)
"""Degrees, minutes, seconds south: -6.2083."""
NOTE = "by: Example Maker\nlicence: CC BY 4.0\nconsent: nobody\n"
SPOKEN = NOTE + "transcript: |\n  Knock and wait until somebody comes.\n\n  Then say who you are & why <you> come.\n"
PLAIN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48"><path d="M4 4h88v40H4z" fill="none" stroke="#123"/></svg>'


@cache
def drawn(width: int = 1600, height: int = 1068, mode: str = "RGB") -> Image.Image:
    """Something with edges and soft parts, the same each time."""
    image = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    pen = ImageDraw.Draw(image)
    for step in range(12):
        left = step * width // 12
        pen.ellipse((left, height // 5, left + width // 6, height * 3 // 5), fill=(20 * step, 90, 255 - 20 * step))
    pen.rectangle((0, 0, width // 8, height // 8), fill=(250, 10, 10))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def telling_photo(*, with_profile: bool = True) -> bytes:
    """Turned by its EXIF, with a place, names, a comment, XMP and a profile."""
    told = Image.Exif()
    told[0x0112] = 6
    told[0x010F], told[0x010E], told[0x013B], told[0x8298] = "Planted Camera", NAME, NAME, NAME
    told[0x9C9D] = NAME.encode("utf-16-le")
    place = told.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "S", PLACE, "E", PLACE
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{NAME}</creator></x:xmpmeta>'.encode()
    how = {"icc_profile": profile()} if with_profile else {}
    return saved(drawn(), "JPEG", quality=90, exif=told, comment=NAME.encode(), xmp=xmp, **how)


def telling_png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", NAME)
    told.add_itxt("Comment", NAME)
    return saved(drawn(700, 500), "PNG", pnginfo=told)


@cache
def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def moving(kind: str) -> bytes:
    frames = [drawn(200, 100).rotate(turn) for turn in (0, 10, 20)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def large(megapixels: int) -> bytes:
    return saved(Image.new("L", (10_000, megapixels * 100)), "PNG")


def sound(seconds: int = 3, *, tagged: bool = True) -> bytes:
    """Silence: MPEG 1 layer III, 48 kbit/s, mono; with names before and behind it."""
    frame = b"\xff\xfb\x30\xc0" + bytes(152)
    count = seconds * 44100 // 1152 + 1
    tag = b"TPE1" + (len(NAME) + 1).to_bytes(4, "big") + b"\0\0\0" + NAME.encode()
    tag += b"APIC" + bytes([0, 0, 2, 0]) + b"\0\0" + b"\xff\xfb\x30\xc0" * 64
    size = len(tag)
    head = b"ID3\x04\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127])
    last = b"TAG" + NAME.encode().ljust(125, b"\0")
    return (head + tag if tagged else b"") + frame * count + (last if tagged else b"")


def office(kind: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A small honest sheet; `parts`: member -> what is in it, put in besides or instead."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    odf = "application/vnd.oasis.opendocument."
    held: dict[str, str | bytes] = {
        "docx": {
            "[Content_Types].xml": '<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "word/document.xml": f"<w:document {w}><w:body><w:p><w:r><w:t>A sheet</w:t></w:r></w:p></w:body></w:document>",
            "word/_rels/document.xml.rels": '<Relationships xmlns="y"><Relationship Id="a" Type="z/hyperlink" TargetMode="External" Target="https://example.org"/></Relationships>',
        },
        "xlsx": {
            "[Content_Types].xml": '<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            "xl/workbook.xml": "<workbook><sheets/></workbook>",
        },
        "odt": {"mimetype": f"{odf}text", "content.xml": "<office/>", "meta.xml": "<meta/>"},
        "ods": {"mimetype": f"{odf}spreadsheet", "content.xml": "<office/>", "meta.xml": "<meta/>"},
    }[kind]
    return zipped({**held, **(parts or {})})


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file.getvalue()


def pdf(hostile: str = "") -> bytes:
    """An honest page, or one with the one thing that is named."""
    file = pikepdf.new()
    file.add_blank_page(page_size=(200, 200))
    if hostile in ACTIONS:
        file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name(f"/{hostile}"), **ACTIONS[hostile])
    elif hostile == "names":
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        file.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=[pikepdf.String("a"), script]))
    elif hostile == "names of none":
        file.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=[]))
    elif hostile == "additional":
        file.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.GoTo))
    elif hostile == "embedded":
        file.attachments["x.txt"] = b"hello"
    elif hostile == "author":
        file.docinfo["/Author"] = NAME
    elif hostile == "xmp":
        with file.open_metadata(set_pikepdf_as_editor=False) as told:
            told["dc:creator"] = [NAME]
    elif hostile == "comment":
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T=NAME)
        file.pages[0].Annots = file.make_indirect([note])
    elif hostile == "photo":
        shown = file.make_stream(telling_photo())
        shown.Type, shown.Subtype, shown.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DCTDecode
        shown.Width, shown.Height, shown.BitsPerComponent, shown.ColorSpace = 1600, 1068, 8, pikepdf.Name.DeviceRGB
        file.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=shown))
    written = io.BytesIO()
    if hostile == "locked":
        file.save(written, encryption=pikepdf.Encryption(owner="a", user="b"))
    else:
        file.save(written)
    content = written.getvalue()
    if hostile == "earlier":  # a state that a later one has replaced
        content = content.replace(b"%%EOF", f"%%EOF\n99 0 obj\n<</Author ({NAME})>>\nendobj\n".encode(), 1)
    return content


ACTIONS = {
    "JavaScript": {"JS": "app.alert(1)"},
    "Launch": {"F": "calc.exe"},
    "SubmitForm": {"F": "https://elsewhere.example"},
    "GoToE": {"T": pikepdf.Dictionary()},
    "Rendition": {},
}


def media_bag(root: Path) -> Path:
    """The tiny bag with a photo, a drawing, a sound and a sheet on a page of its first edition, and in a quiz."""
    own = root / "docs/id/media"
    own.mkdir()
    (root / "media").mkdir()
    for folder, name, content, note in (
        (own, "knock.jpg", telling_photo(), NOTE),
        (own, "plan.svg", PLAIN.replace(b"<path", f"<!-- {NAME} --><title>{NAME}</title><path".encode()), NOTE),
        (own, "hello.mp3", sound(), SPOKEN),
        (root / "media", "list.pdf", pdf(), NOTE),
        (root / "media", "badge.png", telling_png(), NOTE),
    ):
        (folder / name).write_bytes(content)
        (folder / name).with_suffix(".yml").write_text(note, encoding="utf-8")
    page = root / "docs/id/duties/visit.md"
    page.write_text(
        page.read_text(encoding="utf-8")
        + '\n![A hand knocks on a door](media:knock.jpg "The first minute")\n\n[What you say at the door](media:hello.mp3)\n\n'
        "Print [the list](media:list.pdf) and see ![a plan](media:plan.svg) in it.\n\n[The list to print](media:list.pdf)\n\n![Your badge](media:badge.png)\n",
        encoding="utf-8",
    )
    other = root / "docs/nl/duties/visit.md"
    other.write_text(
        other.read_text(encoding="utf-8") + "\n![Your badge](media:badge.png)\n\n[The list to print](media:list.pdf)\n",
        encoding="utf-8",
    )
    return root
