"""ZIM: the pages of an edition for Kiwix, with its search, as libraries and schools hold them without the internet.

Source: https://wiki.openzim.org/wiki/Metadata. libzim gives each file an id by chance, so two of them are the same in their entries alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from mimetypes import guess_type
from pathlib import Path

from babel import Locale

from tas.bundles import zip
from tas.bundles.outline import Outline
from tas.bundles.site_folder import Site
from tas.exports.format import PAGES, Order
from tas.exports.missing import LIBZIM, needs
from tas.exports.taken import Taken, TakenQuiz
from tas.ground.archive import STORED
from tas.ground.places import ASSETS
from tas.ground.words import N_
from tas.languages.iso_639_3 import ISO_639_3
from tas.render.asset_files import NOTICE
from tas.view.quiz import QuizItem

ID = "zim"
TITLE = N_("For Kiwix (ZIM)")
USE = N_(
    "All pages of this edition for a library without the internet: Kiwix on a computer, a phone or a hotspot in a school."
)
STEPS = (
    N_("Install Kiwix, or use the hotspot that you have."),
    N_("Copy the file to the device, and open it with Kiwix."),
    N_("The search of Kiwix finds every page. Replace the file when there is a newer one."),
)
MADE, NEEDS = "release", frozenset({PAGES, LIBZIM})
TITLE_ROOM, TEXT_ROOM = 30, 80
"""Letters that the format has for a title and a description."""


def carries(quiz: TakenQuiz, item: QuizItem) -> bool:
    return True


def orders(taken: Taken) -> Iterator[Order]:
    site = taken.site
    if site is None or not taken.is_whole:
        return
    members, about = entries(site, taken.outline), taken.library.pages["index"].description
    told = (part for name, (title, content) in members.items() for part in (name.encode(), title.encode(), content))
    yield Order(
        f"{taken.outline.slug}-{taken.code}.zim",
        lambda: zim(taken.outline, members, about),
        (about.encode(), *told),
    )


def entries(site: Site, outline: Outline) -> dict[str, tuple[str, bytes]]:
    """Path -> (title, content): the pages of the edition with links that name files, and what they load."""
    about = outline.render("offline/copy.html.j2", outline=outline)
    pages = [(entry, site.page(entry.address).with_slot(about)) for entry in outline.entries]
    files = [*site.needed([page for _, page in pages]), NOTICE]
    inside = {*(page.address for _, page in pages), *files}
    made = {
        f"{page.address}index.html": (entry.title, zip.on_disk(page, inside, outline.site_url).encode())
        for entry, page in pages
    }
    return made | {name: ("", site.read(name)) for name in files}


def zim(outline: Outline, members: dict[str, tuple[str, bytes]], about: str) -> bytes:
    """The archive. Raises Missing without libzim."""
    writer = needs(LIBZIM, ID)

    class Entry(writer.Item):  # type: ignore[name-defined]
        def __init__(self, path: str, title: str, content: bytes) -> None:
            super().__init__()
            self.path, self.title, self.content = path, title, content

        def get_path(self) -> str:
            return self.path

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return guess_type(self.path)[0] or "application/octet-stream"

        def get_contentprovider(self) -> object:
            return writer.StringProvider(self.content)

        def get_hints(self) -> dict[object, bool]:
            return {
                writer.Hint.FRONT_ARTICLE: self.path.endswith(".html"),
                writer.Hint.COMPRESS: not self.path.endswith(STORED),
            }

    language = ISO_639_3.get(Locale.parse(outline.code, sep="-").language, "und")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.zim"
        with writer.Creator(file).config_indexing(True, language) as creator:
            creator.set_mainpath(f"{outline.home.address}index.html")
            creator.add_illustration(48, (ASSETS / "images/icon-48.png").read_bytes())
            for name, text in _metadata(outline, language, about).items():
                creator.add_metadata(name, text)
            for path, (title, content) in members.items():
                creator.add_item(Entry(path, title, content))
        return file.read_bytes()


def _metadata(outline: Outline, language: str, about: str) -> dict[str, str]:
    return {
        "Title": outline.site_name[:TITLE_ROOM],
        "Name": f"{outline.slug}_{outline.code}",
        "Language": language,
        "Creator": outline.site_name,
        "Publisher": outline.site_name,
        "Date": outline.day.isoformat(),
        "Description": about if len(about) <= TEXT_ROOM else f"{about[: TEXT_ROOM - 1].rpartition(' ')[0]}…",
        "License": outline.licence.text,
        "Source": outline.site_url,
    }
