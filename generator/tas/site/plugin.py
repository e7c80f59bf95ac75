"""The MkDocs plugin: says which pages there are, and hands over what Tas has made of them. Runs once for each edition."""

from __future__ import annotations

import logging
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from tas.compose.page import Composed, Composer
from tas.ground.addresses import relative
from tas.ground.folder import put
from tas.ground.parts import Parts
from tas.ground.places import CONFIG, FOLDERS, PACKAGE, TEMPLATES
from tas.kinds import kind_of
from tas.problems import ERROR, ContentError, Problem, errors
from tas.read.library import Library
from tas.render.asset_files import asset_address, in_words_of, read_assets, write_assets
from tas.render.environment import Flush, compiled_templates
from tas.render.isolate import isolated
from tas.render.short_html import without_needless_ends
from tas.search.index import search_files, write_index
from tas.site.framing import Built, Framing, slug_of
from tas.site.given import Given
from tas.site.media import write_media
from tas.site.moved import write_moved
from tas.site.nav import edition_nav, near
from tas.site.page import TasPage
from tas.site.page_view import PageView, page_view
from tas.site.preview import Preview
from tas.site.sitemap import sitemap

log = logging.getLogger("mkdocs.plugins.tas")


class TasPlugin(BasePlugin):
    """Options are read and checked with the rest of the project (`project.Options`), not by MkDocs."""

    given: Given | None = None
    serving = False
    preview: Preview | None = None
    """Of `serve`."""

    def __init__(self) -> None:
        self.framing = Framing(self)
        self._nav: Any = None
        """Of the edition that is being built."""

    def load_config(self, options: dict, config_file_path: str | None = None) -> tuple[list, list]:
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Being here keeps this object alive between the builds of `serve`."""
        self.serving = command == "serve"

    def on_shutdown(self) -> None:
        if self.preview:
            self.preview.stop()

    # -- what is built ------------------------------------------------------------------------------------------

    def _on_config_first(self, config):
        if self.given is None:
            self.given = self._read(Path(config.config_file_path).parent)
            read_assets(self.given.bag.project)
        return config

    @event_priority(-110)
    def _on_config_last(self, config):
        """After static-i18n has turned the configuration to one edition. Our theme is whole: none of Material's files is looked for."""
        config.theme.dirs = [str(TEMPLATES / "theme")]
        config.extra_css = [asset_address("tas.css")]
        config.nav = edition_nav(self._now.bag.project.nav.entries, self._library(config))
        return config

    on_config = CombinedEvent(_on_config_first, _on_config_last)

    def _read(self, root: Path) -> Given:
        preview = Preview(root, self.framing)
        try:
            bag, found = preview.read()
        except ContentError as error:
            raise PluginError(f"\n{error}") from None
        for problem in found:
            log.log(logging.ERROR if problem.level == ERROR else logging.INFO, str(problem))
        if self.serving:
            self.preview = preview
        elif errors(found):
            raise PluginError(f"{len(errors(found))} problems; mend them and build again")
        return Given(bag, errors=tuple(errors(found)))

    @event_priority(-110)
    def on_files(self, files, *, config):
        """Only what the library knows is published: its pages, as Tas has composed them."""
        library, given = self._library(config), self._now
        composer = given.composer(library)
        broken = _broken_page(given.errors) if given.errors else None
        for file in list(files):
            slug = slug_of(file) if file.is_documentation_page() else ""
            model = library.pages.get(slug)
            if not slug or file.locale != library.edition.code or not (model or broken):
                files.remove(file)
            else:
                title = model.title if model else slug
                TasPage(title, broken or self._composed(composer, slug), kind_of(slug).frame, file, config)
        return files

    @event_priority(-110)
    def on_nav(self, nav, *, config, files):
        """After static-i18n."""
        self._nav = nav
        return nav

    def _composed(self, composer: Composer, slug: str) -> Composed:
        if not self._now.kept:
            return composer.compose(slug)
        return self._now.kept.composed(composer, slug)

    def on_page_context(self, context, *, page, config, nav):
        if page.kept:
            return context
        made = page.composed
        context["tas"] = self._view(config, slug_of(page.file), lead=made.lead, end=made.end, has_check=made.has_check)
        return context

    def _view(self, config: MkDocsConfig, slug: str, **extra: Any) -> PageView:
        return page_view(self._now.bag, self._library(config), slug, site_url=config.site_url or "/", **extra)

    # -- templates that are not pages ---------------------------------------------------------------------------

    def on_env(self, env, *, config, files):
        """Before the first page is written; files of ours that are no pages go straight into the site folder."""
        library, site = self._library(config), Path(config.site_dir)
        if not self._now.errors:  # a preview of a bag with errors has nothing to search
            self.write_search(config, {slug_of(file): file.page.composed.html for file in files.documentation_pages()})
            write_moved(self._now.bag.project, library, site)
            write_media(library, site)
        if self.serving:
            self.framing.built[library.edition.code] = Built(env, files, self._nav, config)
        if self._now.kept:
            for file in files.documentation_pages():
                slug = slug_of(file)
                self._now.kept.find_frame(slug, file.page, partial(self._view, config, slug))
        if library.edition.default:
            write_assets(site)
        speaker = in_words_of(library.edition, "quiz.js")
        env.bytecode_cache = compiled_templates()
        env.trim_blocks = env.lstrip_blocks = True  # no line is left of a tag that stands alone on it
        env.add_extension(Flush)
        env.add_extension("jinja2.ext.i18n")
        env.install_gettext_translations(library.edition.words, newstyle=True)
        env.globals["_"] = env.globals["gettext"]  # not by way of the name, which is looked up for each word
        env.globals["tas_extra"] = lambda slug, start, check=False: [
            relative(asset_address(in_words_of(library.edition, name)), start)
            for name in dict.fromkeys((*(("quiz.css",) if check else ()), *kind_of(slug).assets))
        ]
        env.globals["tas_check"], env.globals["tas_player"] = asset_address("check.js"), asset_address(speaker)
        env.globals["tas_data"], env.globals["tas_kept"] = asset_address("data.js"), asset_address("kept.js")
        env.globals["tas_first"] = asset_address("first.js")
        env.globals["tas_pictograms"] = asset_address("pictograms.css")
        env.globals["tas_media"] = asset_address("media.css")
        env.globals["tas_near"] = near
        env.globals["tas_bundles"] = self._now.bundles
        env.globals["tas_script"] = asset_address("tas.js")
        env.globals["tas_search"] = search_files(library.edition)
        return env

    def on_post_page(self, output, *, page, config):
        whole = page.kept or without_needless_ends(isolated(self._library(config).edition, output))
        if self._now.kept:
            self._now.kept.framed[page.file.dest_uri] = page.key
            if not page.kept:
                self._now.kept.parts.keep("frame", page.key, whole)
        if not self._now.pages:
            return whole
        put(self._now.pages / page.file.dest_uri, whole.encode())
        return ""

    def on_template_context(self, context, *, template_name, config):
        if template_name == "sitemap.xml":
            context["entries"] = sitemap(self._now.bag, site_url=config.site_url or "/")
        elif template_name == "404.html":
            context["tas"] = self._view(config, "404")
        return context

    def on_post_template(self, output_content, *, template_name, config):
        """Every edition has a 404 page of its own; the engine knows only one."""
        prefix = self._library(config).edition.prefix
        if template_name != "404.html" or not prefix:
            return output_content
        file = Path(config.site_dir) / prefix / template_name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(output_content, encoding="utf-8", newline="\n")
        return ""

    # -- beside the pages ---------------------------------------------------------------------------------------

    def on_serve(self, server, *, config, builder):
        from tas.site.live import follow  # with what watches files, which a build has no use for

        assert self.preview, "it serves what it has built"
        self.framing.rebuild = builder
        self.preview.has_shown(self._now, self.framing.pages())
        root = self._now.bag.project.root
        follow(server, self.preview, [root / CONFIG, *(root / name for name in FOLDERS), PACKAGE])
        return server

    def turn(self, config: MkDocsConfig, code: str) -> None:
        i18n: Any = config.plugins["i18n"]
        i18n.current_language = code
        self._on_config_last(i18n.reconfigure_mkdocs_config(config))

    def write_search(self, config: MkDocsConfig, built: dict[str, str]) -> None:
        given = self._now
        parts = given.kept.parts if given.kept else self.preview.kept if self.preview else Parts()
        write_index(given.bag, self._library(config), built, Path(config.site_dir), parts)

    # -- where we are -------------------------------------------------------------------------------------------

    @property
    def _now(self) -> Given:
        assert self.given, "the configuration comes before everything"
        return self.given

    def _library(self, config: MkDocsConfig) -> Library:
        return self._now.bag.libraries[config.plugins["i18n"].current_language]  # type: ignore[attr-defined]


def _broken_page(wrong: tuple[Problem, ...]) -> Composed:
    """What `serve` shows in place of every page while the content has errors."""
    lines = "\n".join(escape(str(problem), quote=False) for problem in wrong)
    html = f'<h1>{len(wrong)} ×</h1>\n<pre style="white-space: pre-wrap"><code>{lines}</code></pre>'
    return Composed(html, (), Markup(), Markup(), has_check=False)
