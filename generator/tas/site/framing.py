"""Pages in their frames, again: what the site engine needs for them is kept of its last build, so that a preview makes one page alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from mkdocs.commands.build import _build_page, _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from tas.render.asset_files import read_assets
from tas.site.given import Given
from tas.site.media import write_media
from tas.site.preview import Pages


class Adapter(Protocol):
    """The plugin, as far as it is asked here."""

    given: Given | None

    def turn(self, config: MkDocsConfig, code: str) -> None:
        """What all editions share of the engine, to one of them: it is left as the last one needed it."""

    def write_search(self, config: MkDocsConfig, built: dict[str, str]) -> None:
        """`built`: slug -> the HTML of the page's content."""


class Built(NamedTuple):
    """What an edition was built with."""

    templates: Any
    files: Any
    nav: Any
    config: MkDocsConfig


class Framing:
    """`Maker` (preview.py)."""

    def __init__(self, adapter: Adapter):
        self.adapter = adapter
        self.built: dict[str, Built] = {}
        """Edition -> its last build."""
        self.rebuild: Callable[[], None] = lambda: None

    @property
    def site_url(self) -> str:
        return str(next(iter(self.built.values())).config.site_url or "/")

    def pages(self) -> Pages:
        return {
            (code, slug_of(file)): file.page.composed
            for code, built in self.built.items()
            for file in built.files.documentation_pages()
        }

    def whole(self, given: Given) -> Pages:
        self.adapter.given = given
        read_assets(given.bag.project)
        self.built = {}
        self.rebuild()
        return self.pages()

    def frames(self, given: Given, pages: Pages) -> None:
        self.adapter.given = given
        for code, (templates, files, nav, config) in self.built.items():
            self.adapter.turn(config, code)
            write_media(given.bag.libraries[code], Path(config.site_dir))
            everything = files.documentation_pages()
            for file in everything:
                if made := pages.get((code, slug_of(file))):
                    file.page.composed = made
                    file.page.render(config, files)
                    _build_page(file.page, config, everything, nav, templates)

    def search(self, given: Given, pages: Pages) -> None:
        for code, (templates, files, nav, config) in self.built.items():
            self.adapter.turn(config, code)
            self.adapter.write_search(config, {slug: page.html for (of, slug), page in pages.items() if of == code})
            for name in config.theme.static_templates:
                _build_theme_template(name, templates, files, config, nav)


def slug_of(file: File) -> str:
    return str(file.norm_src_uri).removesuffix(".md")  # type: ignore[attr-defined]  # static-i18n's own kind of file
