"""A tiny bag that shows files of authors wherever that can be, and what must not be in any form of it: names, places, comments."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kit import copy_tiny, with_offline_page
from media_kit import NAME, media_bag
from PIL import Image

DATA = re.compile(rb"data:image/([a-z+]+);base64,([A-Za-z0-9+/=]+)")
SIGN = "        text: Is limp\n        urgency: now\n"
TOLD = [NAME.encode(), b"Planted Camera", NAME.encode("utf-16-le"), NAME.encode("utf-16-be")]
"""What the files of the bag say of people."""


def shown_everywhere(root: Path) -> Path:
    """The bag of media, with a picture in a question, at an option and at a danger sign too."""
    media_bag(with_offline_page(copy_tiny(root)))
    quiz = root / "quizzes/id/small.yml"
    text = quiz.read_text(encoding="utf-8")
    shown = '        picture: media:knock.jpg\n        alt: "A hand knocks on a door"\n'
    text = text.replace("        type: single-choice\n", f"        type: single-choice\n{shown}", 1)
    option = '            text: I give it.\n            picture: media:badge.png\n            alt: "A badge"\n'
    quiz.write_text(text.replace("            text: I give it.\n", option), encoding="utf-8")
    signs = root / "reference/id/danger-signs.yml"
    text = signs.read_text(encoding="utf-8")
    assert text.count(SIGN) == 1
    text = text.replace("    title: Baby\n", "    title: Baby\n    wall: true\n", 1)
    own = f'{SIGN}        picture: media:plan.svg\n        alt: "Lines on a sheet"\n'
    signs.write_text(text.replace(SIGN, own), encoding="utf-8")
    return root


def telling(folder: Path) -> Iterator[str]:
    """The names of files, also of those inside others, that tell of a person or a place."""
    for name, content in everything(folder):
        if any(said in content for said in TOLD) or not all(map(is_silent, pictures(name, content))):
            yield name


def pictures(name: str, content: bytes) -> Iterator[bytes]:
    """What is a photo, and those that stand in it as data."""
    if name.endswith((".jpg", ".webp", ".png")):
        yield content
    yield from (base64.b64decode(data) for kind, data in DATA.findall(content) if kind != b"svg+xml")


def is_silent(photo: bytes) -> bool:
    with Image.open(io.BytesIO(photo)) as shown:
        return not shown.getexif() and not {"exif", "xmp", "comment", "icc_profile"} & shown.info.keys()


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each file of the site, and each inside of one that is packed."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield from unpacked(file.relative_to(folder).as_posix(), file.read_bytes())


def unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inner in packed.namelist():
                yield from unpacked(f"{name}/{inner}", packed.read(inner))
