"""Files of authors: what is refused and in which words, what is made of the rest, and that nothing planted in them comes out."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import media_kit as kit
import overlay
import pytest
from kit import build_at
from lxml import html
from PIL import Image
from tas.compose.page import Composer
from tas.ground.cache import Cache
from tas.media import photo, record
from tas.media.made import File
from tas.media.record import Media, make
from tas.read.library import read_library
from tas.read.project import read_project

PLANTED = (
    kit.NAME.encode(),
    kit.NAME.encode("utf-16-le"),
    b"Planted",
    b"Exif",
    b"http://ns.adobe",
    b"ICC_PROFILE",
    b"ICCP",
    b"acsp",
)


def told(content: bytes, suffix: str) -> list[str]:
    """The sentences that refuse it."""
    made = make(content, suffix)
    assert bool(made.files) != bool(made.faults)
    return [said for _, said in made.faults]


# -- photos ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "suffix"),
    [(kit.telling_photo(), ".jpg"), (kit.telling_photo(with_profile=False), ".jpg"), (kit.telling_png(), ".png")],
    ids=["JPEG", "JPEG without a profile", "PNG"],
)
def test_a_photo_tells_nothing_of_people_and_places(content: bytes, suffix: str) -> None:
    assert kit.NAME.encode() in content
    for file in (*make(content, suffix).files, photo.grey(content, suffix)):
        assert not [word for word in PLANTED if word in file.content]
        shown = Image.open(io.BytesIO(file.content))
        assert not dict(shown.getexif()) and not {"icc_profile", "comment", "exif", "xmp"} & set(shown.info)


def test_a_photo_comes_upright_in_two_widths_and_two_formats() -> None:
    files = make(kit.telling_photo(), ".jpg").files
    assert [(file.ending, file.width, file.height) for file in files] == [
        ("webp", 480, 719), ("jpg", 480, 719), ("webp", 960, 1438), ("jpg", 960, 1438)
    ]  # fmt: skip
    for file in files:
        shown = Image.open(io.BytesIO(file.content)).convert("RGB")
        assert shown.size == (file.width, file.height)
        red, green, _ = shown.getpixel((file.width - 10, 10))  # type: ignore[misc]
        assert red > 200 and green < 60, "the corner that was marked is the right upper one"
        assert len(file.content) <= photo.WIDTHS[file.width]
    assert Image.open(io.BytesIO(files[1].content)).info["progressive"]


def test_a_photo_is_never_enlarged() -> None:
    assert [file.width for file in make(kit.saved(kit.drawn(640, 400), "PNG"), ".png").files] == [480, 480, 640, 640]
    assert [file.width for file in make(kit.saved(kit.drawn(300, 200), "WEBP"), ".webp").files] == [300, 300]
    assert photo.grey(kit.saved(kit.drawn(300, 200), "TIFF"), ".tif").width == 300


def test_what_is_transparent_stays_so_where_it_can() -> None:
    clear = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    webp, jpg, *_ = make(kit.saved(clear, "PNG"), ".png").files
    assert Image.open(io.BytesIO(webp.content)).mode == "RGBA"
    assert Image.open(io.BytesIO(jpg.content)).getpixel((5, 5)) == (255, 255, 255)


def test_the_same_photo_becomes_the_same_bytes() -> None:
    """In another process too."""
    code = "import sys, media_kit as kit; from tas.media.record import make; from hashlib import sha256; print([sha256(file.content).hexdigest() for file in make(kit.telling_photo(), '.jpg').files])"
    here = Path(kit.__file__).parent
    said = [subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=True).stdout for _ in (1, 2)]  # fmt: skip
    assert said[0] == said[1] and said[0].count("'") == 8


@pytest.mark.parametrize(
    ("content", "suffix", "said"),
    [
        (lambda: kit.large(61), ".png", "the photo has 61 megapixels, but at most 60 fit; make it smaller"),
        (lambda: kit.large(200), ".png", "the photo has more than 60 megapixels; make it smaller"),
        (lambda: kit.moving("PNG"), ".png", "the picture moves or has several pages; save the one that is meant"),
        (lambda: kit.moving("WEBP"), ".webp", "the picture moves or has several pages; save the one that is meant"),
        (lambda: kit.moving("TIFF"), ".tiff", "the picture moves or has several pages; save the one that is meant"),
        (lambda: kit.moving("GIF"), ".png", "the picture is a GIF inside; save it as JPEG or PNG"),
        (lambda: kit.saved(kit.drawn(mode="CMYK"), "JPEG"), ".jpg", "the photo is in CMYK, the colours of a printing press; save it in RGB"),
        (lambda: kit.saved(kit.drawn(), "PNG"), ".jpg", "the photo is a PNG inside, but its name ends in .jpg; rename it to end in .png"),
        (lambda: kit.saved(kit.drawn(), "JPEG"), ".webp", "the photo is a JPEG inside, but its name ends in .webp; rename it to end in .jpg"),
        (lambda: kit.saved(kit.drawn(), "BMP"), ".png", "this is no PNG inside; save the photo anew as JPEG or PNG"),
        (lambda: b"MZ\x90", ".jpg", "this is no JPG inside; save the photo anew as JPEG or PNG"),
        (lambda: kit.telling_photo()[:9000], ".jpg", "the photo is broken or cut off; save it anew"),
        (lambda: kit.saved(Image.new("I;16", (50, 50)), "PNG"), ".png", "the photo has more than 8 bits a colour; save it with 8"),
        (lambda: kit.saved(Image.new("L", (20, 400)), "PNG"), ".png", "the photo is more than 8 times as long as wide; crop it"),
        (lambda: kit.saved(Image.effect_noise((1400, 1400), 120), "PNG"), ".png", "kB fit; crop it, or choose a calmer one"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)  # fmt: skip
def test_a_photo_that_cannot_be_shown_is_refused(content: Callable[[], bytes], suffix: str, said: str) -> None:
    (sentence,) = told(content(), suffix)
    assert sentence.endswith(said)


def test_the_second_photo_that_a_phone_puts_behind_the_first_is_left_out() -> None:
    pair = kit.saved(kit.drawn(600, 400), "MPO", save_all=True, append_images=[kit.drawn(100, 60)])
    assert {file.width for file in make(pair, ".jpg").files} == {480, 600}


# -- drawings ----------------------------------------------------------------------------------------------------------

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": '<path d="M0 0" onload="alert(1)"/>',
    "handler without a call": '<path d="M0 0" onclick="x"/>',
    "style without an address": '<path d="M0 0" style="fill: red"/>',
    "another base": '<path d="M0 0" xml:base="https://e.example/"/>',
    "link that runs": '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
    "use of a script": '<use href="javascript:alert(1)"/>',
    "page inside": '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://e.example"/></foreignObject>',
    "picture from elsewhere": '<image href="https://e.example/x.png"/>',
    "picture as data": '<image href="data:image/png;base64,AAAA"/>',
    "use from elsewhere": '<use href="https://e.example/x.svg#a"/>',
    "use by xlink": '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="//e.example/x.svg#a"/>',
    "style sheet": '<style>@import url("https://e.example/x.css");</style>',
    "style": '<path d="M0 0" style="fill:url(https://e.example/x)"/>',
    "fill from elsewhere": '<path d="M0 0" fill="url(https://e.example/x#a)"/>',
    "fill in disguise": '<path d="M0 0" fill="\\75 rl(https://e.example/x#a)"/>',
    "filter": '<filter id="a"><feImage href="https://e.example/x.png"/></filter>',
    "change in time": '<set attributeName="href" to="javascript:alert(1)"/>',
    "animation": '<animate attributeName="fill" values="red;url(https://e.example)"/>',
    "words": "<text>Ibu Tuti</text>",
    "metadata": "<metadata><name>Ibu Tuti</name></metadata>",
    "font": '<font-face><font-face-src><font-face-uri href="https://e.example/f.woff"/></font-face-src></font-face>',
    "other language": '<b xmlns="http://www.w3.org/1999/xhtml" onclick="x()">x</b>',
    "growth without end": '<g id="a"><use href="#b"/></g><g id="b"><path d="M0 0"/></g><use href="#a"/>',
    "order": "<?xml-stylesheet href='https://e.example/x.css'?>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_drawing_that_does_more_than_draw_is_refused(name: str) -> None:
    content = kit.PLAIN.replace(b"<path", b"\n" + HOSTILE[name].encode() + b"<path", 1)
    found = make(content, ".svg")
    assert not found.files and found.faults
    for line, said in found.faults:
        assert line == 2 and "; " in said and len(said) < 200


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + kit.PLAIN,
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + kit.PLAIN.replace(b"M4", b"&b;"),
        ('<?xml version="1.0" encoding="utf-16"?>' + kit.PLAIN.decode()).encode("utf-16"),
        kit.PLAIN.replace(b' viewBox="0 0 96 48"', b""),
        kit.PLAIN.replace(b"0 0 96 48", b"0 0 0 nan"),
        kit.PLAIN[:40],
        b"GIF89a",
        kit.PLAIN + b"\n<!-- -->" * 3000,
        b"<svg/>",
    ],
)
def test_what_is_no_plain_svg_is_refused(content: bytes) -> None:
    assert told(content, ".svg")


def test_a_drawing_loses_what_is_said_inside_it() -> None:
    content = f'<?xml version="1.0"?>\n<!-- {kit.NAME} -->{kit.PLAIN.decode().replace("<path", f"<title>{kit.NAME}</title><!-- {kit.NAME} --><path")}'
    (file,) = make(content.encode(), ".svg").files
    assert b"Planted" not in file.content and b"<path" in file.content
    assert (file.width, file.height) == (480, 240)
    assert make(file.content, ".svg").files[0].content == file.content


# -- sounds ------------------------------------------------------------------------------------------------------------


def test_a_sound_keeps_what_is_heard_and_no_name() -> None:
    made = make(kit.sound(5), ".mp3")
    assert made.files[0].content == kit.sound(5, tagged=False)
    assert made.seconds == 5 and not [word for word in PLANTED if word in made.files[0].content]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"RIFF" + bytes(900), "this is no MP3 inside, or it is shorter than half a second; save the sound as MP3"),
        (kit.sound(400), "save it as mono MP3 with 48 kbit/s (0.36 MB a minute), or cut it"),
    ],
)
def test_a_sound_that_cannot_be_played_is_refused(content: bytes, said: str) -> None:
    (sentence,) = told(content, ".mp3")
    assert sentence.endswith(said)


# -- sheets ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "odt", "ods"])
def test_an_honest_sheet_is_handed_out_as_it_is(kind: str) -> None:
    content = kit.pdf() if kind == "pdf" else kit.office(kind)
    assert make(content, f".{kind}").files == (File(kind, content),)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMED = f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{kit.NAME}</dc:creator></cp>'
SHEETS = {
    "macro": ("docx", {"word/vbaProject.bin": b"x"}, "holds a macro"),
    "macro of another kind": ("docx", {"[Content_Types].xml": '<Types xmlns="x"><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'}, "holds a macro"),
    "script": ("odt", {"Basic/Standard/Module1.xml": "<m/>"}, "holds a macro"),
    "listener": ("odt", {"content.xml": '<o xmlns:script="s"><script:event-listener/></o>'}, "runs or loads something"),
    "buttons": ("docx", {"word/activeX/activeX1.xml": "<x/>"}, "buttons or fields that run"),
    "object": ("docx", {"word/embeddings/oleObject1.bin": b"x"}, "carries another file"),
    "other table": ("xlsx", {"xl/externalLinks/externalLink1.xml": "<x/>"}, "carries another file"),
    "template from elsewhere": ("docx", {"word/_rels/settings.xml.rels": '<R xmlns="y"><R Type="z/attachedTemplate" TargetMode="External" Target="http://e.example/t.dotm"/></R>'}, "loads something from elsewhere"),
    "picture from elsewhere": ("odt", {"content.xml": '<o xmlns:x="http://www.w3.org/1999/xlink" xmlns:d="d"><d:image x:href="https://e.example/p.png"/></o>'}, "loads something from elsewhere"),
    "field": ("docx", {"word/header1.xml": f'<w:hdr {W}><w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\\\calc.exe</w:instrText></w:hdr>'}, "a field of the sheet loads"),
    "author": ("docx", {"docProps/core.xml": NAMED}, "names a person (creator)"),
    "author of a text": ("odt", {"meta.xml": NAMED}, "names a person (creator)"),
    "comment": ("docx", {"word/comments.xml": f'<w:comments {W}><w:comment w:author="{kit.NAME}"/></w:comments>'}, "who wrote a comment"),
    "place of a photo": ("docx", {"word/media/image1.jpg": kit.telling_photo()}, "a photo in the sheet tells the place"),
    "document type": ("docx", {"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "document type"),
    "bomb": ("docx", {"word/media/a.bin": bytes(31_000_000)}, "unpacks to more than 30 MB"),
    "another kind": ("ods", {"mimetype": "application/vnd.oasis.opendocument.text"}, "this is no ODS inside"),
    "broken part": ("docx", {"word/styles.xml": "<x>"}, "is broken"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_of_an_office_that_does_more_than_say_is_refused(name: str) -> None:
    kind, parts, said = SHEETS[name]
    found = told(kit.office(kind, parts), f".{kind}")
    assert any(said in sentence for sentence in found), found
    assert all("; " in sentence and len(sentence) < 300 for sentence in found)


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        *((name, said) for name, said in {"JavaScript": "runs a script", "Launch": "starts a program", "SubmitForm": "sends what is typed", "GoToE": "opens a file inside it", "Rendition": "plays something"}.items()),
        ("names", "runs a script"), ("names of none", "runs a script"), ("additional", "does something by itself"), ("embedded", "carries a file inside"),
        ("author", "names a person or a company (Author)"), ("xmp", "(XMP)"), ("comment", "a comment in the sheet names"),
        ("photo", "a photo in the sheet tells the place"), ("locked", "without a password"), ("earlier", "an earlier state of itself"),
    ],
)  # fmt: skip
def test_a_pdf_that_does_more_than_say_is_refused(hostile: str, said: str) -> None:
    found = told(kit.pdf(hostile), ".pdf")
    assert any(said in sentence for sentence in found), found


@pytest.mark.parametrize(
    ("content", "suffix", "said"),
    [
        (b"MZ" + bytes(99), ".pdf", "this is no PDF inside"),
        (kit.pdf(), ".docx", "this is no DOCX inside"),
        (kit.office("odt"), ".docx", "this is no DOCX inside"),
        (b"%PDF-1.7\n" + bytes(500), ".pdf", "a broken PDF"),
        (b"%PDF-" + bytes(2_100_000), ".pdf", "2.1 MB, but at most 2 MB fit"),
        (b"PK\x03\x04" + bytes(90), ".xlsx", "this is no XLSX inside"),
    ],
)
def test_a_sheet_is_inside_what_its_name_says(content: bytes, suffix: str, said: str) -> None:
    (sentence,) = told(content, suffix)
    assert said in sentence


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif", ".svg", ".mp3", ".pdf", ".docx", ".ods"])
@pytest.mark.filterwarnings("error")
def test_broken_bytes_are_made_or_refused_in_a_sentence(suffix: str) -> None:
    small, chance = kit.drawn(90, 60), Random(7)
    kinds = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".tif": "TIFF"}
    others = {
        ".svg": kit.PLAIN,
        ".mp3": kit.sound(1),
        ".pdf": kit.pdf("xmp"),
        ".docx": kit.office("docx"),
        ".ods": kit.office("ods"),
    }
    good = kit.saved(small, kinds[suffix]) if suffix in kinds else others[suffix]
    for _ in range(150):
        content = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 20)] = chance.randbytes(chance.randint(0, 12))
        made = make(bytes(content), suffix)
        assert bool(made.files) != bool(made.faults)
        assert all(line >= 1 and "; " in said for line, said in made.faults)


# -- in a bag ----------------------------------------------------------------------------------------------------------


def unpacked(name: str, content: bytes) -> list[tuple[str, bytes]]:
    """The file, and all that is in it where it is a zip."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [(name, content)]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return [found for one in packed.namelist() for found in unpacked(f"{name}/{one}", packed.read(one))]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kit import copy_tiny

    return build_at(kit.media_bag(copy_tiny(tmp_path_factory.mktemp("media") / "bag")), papers=False)


def test_nothing_planted_is_in_any_output(site: Path) -> None:
    files = [
        found
        for file in site.rglob("*")
        if file.is_file()
        for found in unpacked(file.relative_to(site).as_posix(), file.read_bytes())
    ]
    assert len([name for name, _ in files if "/assets/media/" in name]) > 20, "the zips have them too"
    assert [name for name, content in files if b"Planted" in content or "Planted".encode("utf-16-le") in content] == []
    pictures = [(name, content) for name, content in files if name.endswith((".jpg", ".webp"))]
    assert [name for name, content in pictures if any(word in content for word in PLANTED)] == []


def test_a_page_shows_plays_and_hands_out(site: Path) -> None:
    page = html.parse(str(site / "duties/visit/index.html")).getroot()
    first, second = page.xpath("//figure[@class='tas-figure']")
    (picture,) = first.xpath("picture//img")
    assert picture.get("alt") == "A hand knocks on a door" and picture.get("loading") is None
    assert (picture.get("width"), picture.get("height")) == ("480", "719")
    assert [one.split()[1] for one in picture.get("srcset").split(", ")] == ["480w", "960w"]
    assert first.xpath("string(figcaption)") == "The first minute Example Maker, CC BY 4.0"
    assert second.xpath("picture//img/@loading") == ["lazy"]
    (sound,) = page.xpath("//figure[@class='tas-sound']")
    assert sound.xpath("audio[@controls]/@preload") == ["none"] and not sound.xpath(".//*[@autoplay]")
    assert sound.xpath("details/p/text()")[1] == "Then say who you are & why <you> come."
    sheets = page.xpath("//a[contains(@href, 'assets/media/list')]")
    assert len(sheets) == 2 and "(PDF, 1 kB)" in sheets[0].tail
    assert page.xpath("//p/img[contains(@src, 'plan')]/@alt") == ["a plan"]
    for address in page.xpath("//@src | //@href"):
        if "assets/media" in address:
            assert (site / "duties/visit" / address).is_file()
    other = html.parse(str(site / "nl/duties/visit/index.html")).getroot()
    assert other.xpath("//picture//img/@src")[0].startswith("../../../assets/media/badge-480.")


def test_a_page_without_any_has_nothing_of_it(site: Path) -> None:
    with_some = [file for file in site.rglob("index.html") if "assets/media." in file.read_text()]
    assert sorted(file.relative_to(site).as_posix() for file in with_some) == [
        "duties/visit/index.html", "nl/duties/visit/index.html"
    ]  # fmt: skip


def test_the_pack_saves_what_its_pages_show(site: Path) -> None:
    pack = (site / "pack-id.json").read_text()
    assert all(file.name in pack for file in (site / "assets/media").iterdir())
    assert "knock" not in (site / "pack-nl.json").read_text()


def test_a_changed_file_or_note_makes_its_page_anew(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = kit.media_bag(tiny)
    site = build_at(root, papers=False)
    before = (site / "duties/visit/index.html").read_text()
    composed: list[str] = []
    compose = Composer.compose
    monkeypatch.setattr(Composer, "compose", lambda self, slug: composed.append(slug) or compose(self, slug))
    note = root / "docs/id/media/knock.yml"
    note.write_text(note.read_text().replace("Example Maker", "Somebody Else"))
    (root / ".cache/papers").unlink()
    build_at(root, papers=False)
    told = (site / "duties/visit/index.html").read_text()
    assert "Somebody Else, CC BY 4.0" in told and "Somebody Else" not in before
    (root / "docs/id/media/knock.jpg").write_bytes(kit.saved(kit.drawn(500, 400), "JPEG"))
    (root / ".cache/papers").unlink()
    build_at(root, papers=False)
    shown = (site / "duties/visit/index.html").read_text()
    assert 'width="480" height="384"' in shown and 'height="384"' not in told
    assert not [file for file in (site / "assets/media").glob("knock-960*")]
    assert composed == ["duties/visit"] * 2, "and no other"


def test_what_is_made_is_kept_by_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(kit.telling_photo())

    def files(path: Path) -> tuple[File, ...]:
        return Media(path, "media/a.jpg", None, Cache(tmp_path / "kept", ".made")).files

    first = files(file)
    monkeypatch.setitem(record.MAKE, "all", lambda *given: pytest.fail("made again"))
    assert files(file) == first
    again = tmp_path / "other.jpg"
    again.write_bytes(file.read_bytes())
    assert files(again) == first
    kept = Cache(tmp_path / "kept", ".made")
    record.forget_unused([Media(file, "media/a.jpg", None, kept)])
    assert files(file) == first, "what was used is still there"
    monkeypatch.setattr(record, "made_with", lambda: b"another Pillow")
    with pytest.raises(pytest.fail.Exception):
        files(file)


def test_an_editions_own_file_comes_before_the_shared_one(tiny: Path) -> None:
    for folder, width in (("media", 300), ("docs/nl/media", 200)):
        (tiny / folder).mkdir(exist_ok=True)
        (tiny / folder / "badge.png").write_bytes(kit.saved(kit.drawn(width, 100), "PNG"))
        (tiny / folder / "badge.yml").write_text(kit.NOTE)
    widths = [read_library(edition).media["badge.png"].small.width for edition in read_project(tiny).editions]
    assert widths == [300, 200]


def test_names_in_the_folder_are_told_what_is_right(tiny: Path) -> None:
    folder = tiny / "docs/id/media"
    (folder / "inside").mkdir(parents=True)
    for name in (
        "My Photo.JPG",
        "film.mp4",
        "a.gif",
        "Note.yaml",
        "knock.jpg",
        "knock.mp3",
        "x" * 61 + ".png",
        "con.png",
        "who.exe",
    ):
        (folder / name).write_bytes(b"x")
    said = [line.partition(": error: ")[2] for line in overlay.problems(tiny) if "(unknown-file)" in line]
    assert len(said) == 9 and all("; " in line for line in said)
    assert any("link to it there, [words](https://…)" in line for line in said)
    assert any('rename it to "my-photo.jpg"' in line for line in said)
    assert any('"knock.jpg" would have the same note, "knock.yml"' in line for line in said)


def test_a_question_and_its_options_show_pictures(tiny: Path, edit: Callable[[str, str, str], None]) -> None:
    kit.media_bag(tiny)
    edit(
        "quizzes/id/small.yml",
        "        stem: The client",
        "        picture: media:plan.svg\n        alt: A plan of a room\n        stem: The client",
    )
    edit(
        "quizzes/id/small.yml",
        "            text: I give it.",
        "            text: I give it.\n            picture: media:badge.png\n            alt: A badge",
    )
    edit(
        "reference/id/danger-signs.yml",
        "        text: Is limp",
        "        picture: media:plan.svg\n        alt: A room\n        text: Is limp",
    )
    edit("docs/id/duties/visit.md", "At home you see", "[](danger:newborn)\n\nAt home you see")
    assert [line for line in overlay.problems(tiny) if "error" in line] == []
    site = build_at(tiny, papers=False)
    page = html.parse(str(site / "quizzes/small/index.html")).getroot()
    assert page.xpath("//fieldset//div[@class='item-picture']//img/@alt") == ["A plan of a room"]
    assert page.xpath("//label[@data-option]//img/@alt") == ["A badge"]
    visit = html.parse(str(site / "duties/visit/index.html")).getroot()
    assert visit.xpath("//*[@class='tas-danger__signs']//img/@alt") == ["A room"]
