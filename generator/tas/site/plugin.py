"""The MkDocs plugin: hooks of a few lines, each calling what knows nothing of MkDocs. Runs once for each edition."""

from __future__ import annotations

import logging
import os
from copy import deepcopy
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from tas.compose.blocks import Composer
from tas.compose.body import put_back
from tas.compose.quiz_blocks import has_check
from tas.ground.addresses import relative
from tas.ground.places import PACKAGE, TEMPLATES
from tas.model.page import page_kind
from tas.model.paper import NO_PAPERS, Papers
from tas.problems import ContentError, errors
from tas.read.bag import Bag, read_bag
from tas.read.library import Library
from tas.read.project import read_project
from tas.render.asset_files import EXTRA, UNUSED, asset_address, read_assets, write_assets
from tas.render.environment import Renderer, compiled_templates
from tas.render.links import WebLinks
from tas.search.index import search_files, write_index
from tas.site.nav import edition_nav
from tas.site.page_view import page_end, page_view
from tas.site.sitemap import sitemap
from tas.text.inline import render_inline

log = logging.getLogger("mkdocs.plugins.tas")

WATCHED = ("quizzes", "guides", "reference")
_clean_directory = utils.clean_directory


class TasPlugin(BasePlugin):
    """Options are read and checked with the rest of the project (`project.Options`), not by MkDocs."""

    bag: Bag | None = None
    papers: Papers = NO_PAPERS
    """Only `./tas build` makes papers, so only it sets this."""
    bundles = False
    """Whether offline forms are made from this site; again only `./tas build` does."""
    only: str | None = None
    """The one edition that this process builds; None: all of them, one inside the other, as static-i18n does it."""

    def load_config(self, options: dict, config_file_path: str | None = None) -> tuple[list, list]:
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Being here keeps this object alive between the builds of `serve`."""
        self.serving = command == "serve"

    serving = False

    # -- what is built ------------------------------------------------------------------------------------------

    def _on_config_first(self, config):
        if self.only or not self._nested(config):
            # A failed nested build leaves static-i18n's patch behind; `serve` would never clean again.
            utils.clean_directory = _leave if self.only else _clean_directory
            config.plugins["i18n"].building = bool(self.only)
            config.plugins["i18n"].current_language = self.only
            self._load(config)
            self.nav = deepcopy(config.nav)
            read_assets()
            config.extra_css.append(asset_address("tas.css"))
        return config

    @event_priority(-110)
    def _on_config_last(self, config):
        """After static-i18n has turned the configuration to one edition."""
        library = self._library(config)
        theme = str(TEMPLATES / "theme")
        config.theme.dirs = [theme, *(folder for folder in config.theme.dirs if folder != theme)]
        config.nav = edition_nav(self.nav, library)
        return config

    on_config = CombinedEvent(_on_config_first, _on_config_last)

    def _load(self, config) -> None:
        if self.bag is None or self.serving:
            try:
                self.bag = read_bag(read_project(Path(config.config_file_path).parent))
            except ContentError as error:
                raise PluginError(f"\n{error}") from None
        for problem in self.bag.problems:
            log.log(logging.ERROR if problem.level == "error" else logging.INFO, str(problem))
        if errors(self.bag.problems) and not self.serving:
            raise PluginError(f"{len(errors(self.bag.problems))} problems; mend them and build again")
        self.renderers = {library.edition.code: Renderer(library.edition) for library in self.bag}
        self.composers = {
            library.edition.code: Composer(
                library, self.renderers[library.edition.code], tuple(self.bag.project.nav_slugs), self.papers
            )
            for library in self.bag
        }
        self.links: dict[tuple[str, str], WebLinks] = {}
        self.held: dict[tuple[str, str], list[str]] = {}
        self.built: dict[str, dict[str, str]] = {library.edition.code: {} for library in self.bag}
        self.site_url = config.site_url or "/"

    @event_priority(-110)
    def on_files(self, files, *, config):
        """Of docs/ only what the bag knows is published; what of the theme's no page loads stays out.

        A page without counterpart is never passed off as the other edition's.
        """
        code = self._library(config).edition.code
        for file in list(files.documentation_pages()):
            if file.locale != code:
                files.remove(file)
        for file in list(files):
            lies = f"docs/{file.src_uri}"
            known = lies in self.bag.files or not os.path.lexists(self.bag.project.root / lies)
            if file.src_uri.startswith(UNUSED) or not known:
                files.remove(file)
        return files

    # -- pages --------------------------------------------------------------------------------------------------

    def on_page_markdown(self, markdown, *, page, config, files):
        library, slug = self._library(config), _slug(page)
        if self.serving and errors(self.bag.problems):
            return _error_page(self.bag)
        start = library.address(slug)
        model = library.pages[slug]
        links = WebLinks(library, start, model.sources, gettext=library.edition.words.gettext)
        self.links[library.edition.code, slug] = links
        page.update_date = model.reviewed.isoformat()
        template = {"index": "home.html"}.get(slug) or ("guide.html" if hasattr(model, "guide") else None)
        if template:
            page.meta["template"] = template
        text, self.held[library.edition.code, slug] = self.composers[library.edition.code].compose(
            slug, markdown, links
        )
        return text

    def on_page_content(self, html, *, page, config, files):
        code, slug = self._library(config).edition.code, _slug(page)
        html = put_back(html, self.held.get((code, slug), []))
        self.built[code][slug] = html
        return html

    def on_page_context(self, context, *, page, config, nav):
        library, slug = self._library(config), _slug(page)
        links = self.links.get((library.edition.code, slug))
        if links:
            lead = render_inline(getattr(library.pages[slug], "lead", ""), links)
            end = page_end(self.bag, library, slug, self.renderers[library.edition.code], links)
            has_quiz = page_kind(slug) == "quizzes" or has_check(self.composers[library.edition.code], slug)
            context["tas"] = self._view(library, slug, lead=lead, end=end, has_quiz=has_quiz)
        else:  # the error page of `serve`
            context["tas"] = self._view(library, slug)
        return context

    def _view(self, library: Library, slug: str, **extra: Any):
        return page_view(self.bag, library, slug, site_url=self.site_url, **extra)

    # -- templates that are not pages ---------------------------------------------------------------------------

    def on_env(self, env, *, config, files):
        env.bytecode_cache = compiled_templates()
        env.add_extension("jinja2.ext.i18n")
        env.install_gettext_translations(self._library(config).edition.words, newstyle=True)
        env.globals["tas_extra"] = lambda kind, start, quiz=False: [
            relative(asset_address(name), start) for name in EXTRA.get("quizzes" if quiz else kind, ())
        ]
        env.globals["tas_first"] = asset_address("first.js")
        env.globals["tas_bundles"] = self.bundles
        env.globals["tas_script"] = asset_address("tas.js")
        env.globals["tas_search"] = search_files(self._library(config).edition)
        return env

    def on_template_context(self, context, *, template_name, config):
        library = self._library(config)
        if template_name == "sitemap.xml":
            context["entries"] = sitemap(self.bag, site_url=self.site_url)
        elif template_name == "404.html":
            context["tas"] = self._view(library, "404")
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

    # -- the finished folder ------------------------------------------------------------------------------------

    def _on_post_build_first(self, *, config):
        """Before static-i18n builds the next edition inside this one: afterwards it no longer says which edition this is."""
        if not errors(self.bag.problems):  # a preview of a bag with errors has nothing to search
            library, site = self._library(config), Path(config.site_dir)
            write_index(self.bag, library, self.built[library.edition.code], site)

    @event_priority(-200)
    def _on_post_build_last(self, *, config):
        if not self._nested(config):
            write_assets(Path(config.site_dir))

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)

    def on_serve(self, server, *, config, builder):
        for folder in WATCHED:
            server.watch(str(self.bag.project.root / folder))
        server.watch(str(PACKAGE))
        return server

    # -- where we are -------------------------------------------------------------------------------------------

    def _nested(self, config) -> bool:
        return config.plugins["i18n"].building

    def _library(self, config) -> Library:
        return self.bag.libraries[config.plugins["i18n"].current_language]


def _leave(folder: str) -> None:
    """For a folder that several editions are built into at the same time."""


def _slug(page) -> str:
    return page.file.norm_src_uri.removesuffix(".md")


def _error_page(bag: Bag) -> str:
    """What `serve` shows in place of a page while the content has errors."""
    lines = "\n".join(f"    {problem}" for problem in errors(bag.problems))
    return f"# {len(errors(bag.problems))} ×\n\n{lines}\n"
