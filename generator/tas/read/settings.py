"""mkdocs.yml as a model: the settings that there are. What is not here, or cannot work, is refused at its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from babel import Locale, UnknownLocaleError
from pydantic import Field, StringConstraints

from tas.model.base import Line, Model
from tas.problems import Problem, quoted
from tas.read.document import Document
from tas.read.nav import nav_problems
from tas.read.options import FORMAT, Options
from tas.read.parse import parse

LOCALE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""BCP 47: language, script, region."""
ADDRESS = r"^https?://[\w.-]+(:[0-9]{1,5})?(/[^\s?#\"'<>&\\]*)?$"

Said = Literal["warn", "info", "ignore"]


class Language(Model):
    """An edition: the name of its folders, and what the language switch calls it."""

    locale: Annotated[str, StringConstraints(pattern=LOCALE)]
    name: Line
    default: bool = False
    build: Literal[True] = True


class I18n(Model):
    """The options of the plugin `i18n` of the site engine: editions lie in folders, and each is built."""

    docs_structure: Literal["folder"]
    fallback_to_default: bool = True
    reconfigure_search: Literal[False] = False
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]


class Theme(Model):
    """Of the theme only its frame is used."""

    name: Literal["material"]
    font: Literal[False] = False
    favicon: Literal["assets/images/favicon.svg"] = "assets/images/favicon.svg"


class NavSaid(Model):
    omitted_files: Said = "warn"
    not_found: Said = "warn"
    absolute_links: Said = "warn"


class LinksSaid(Model):
    not_found: Said = "warn"
    absolute_links: Said = "warn"
    unrecognized_links: Said = "warn"
    anchors: Said = "warn"


class Validation(Model):
    """What the site engine says by itself; Tas has found it before."""

    nav: NavSaid = NavSaid()
    links: LinksSaid = LinksSaid()


class Settings(Model):
    """mkdocs.yml."""

    site_name: Line
    site_url: Annotated[str, StringConstraints(pattern=ADDRESS)] | None = None
    site_description: Line | None = None
    dev_addr: Annotated[str, StringConstraints(pattern=r"^[\w.-]+:[0-9]{1,5}$")] = "127.0.0.1:8000"
    theme: Theme
    plugins: Any
    nav: Any = ()
    validation: Validation = Validation()
    strict: bool = False


NOT_READ = {
    "use_directory_urls": "the addresses of this bag end with a slash, as they stand on paper and in bookmarks; delete this line",
    "markdown_extensions": "pages are written in one Markdown, which has no extensions; delete these lines",
    "hooks": "code in a bag is not run; delete this line",
    "docs_dir": "pages lie in docs/; delete this line",
    "site_dir": "the site is built into site/; delete this line",
}
"""Settings of the site engine that people set, and why they do nothing here; `use_directory_urls: true` is what holds anyway."""


@dataclass(frozen=True)
class Read:
    """What could be read, and all that is wrong."""

    settings: Settings | None
    i18n: I18n | None
    """None where the editions or the navigation are not clear: then nothing can be said of the files."""
    options: Options
    """Those that are right; the others have their defaults."""
    nav: list[Any]
    plugins: dict[str, Document]
    problems: list[Problem]


def read_settings(document: Document) -> Read:
    """The settings and the options of both plugins."""
    data = document.data if isinstance(document.data, dict) else {}
    refused = [
        document.problem((name,), why, "settings")
        for name, why in NOT_READ.items()
        if name in data and not (name == "use_directory_urls" and data[name] is True)
    ]
    plain = {name: value for name, value in data.items() if name not in NOT_READ}
    settings, problems = parse(Document(document.path, plain, document.marks), Settings)
    nav = data.get("nav") or []
    unclear = nav_problems(document, nav)
    plugins, wrong = _plugins(document, data.get("plugins"))
    problems += refused + unclear + wrong
    i18n, options = None, Options.model_validate({})
    if not wrong:
        i18n, more = parse(plugins["i18n"], I18n)
        more += _editions(plugins["i18n"], i18n) if i18n else []
        options, others = _options(plugins["tas"])
        if options.format > FORMAT:
            said = f"the bag is written in format {options.format}, and this Tas knows {FORMAT}; use a newer Tas"
            more.append(plugins["tas"].problem(("format",), said, "settings"))
        more += _partial(plugins["tas"], options, i18n) if i18n else []
        problems += more + others
        i18n = None if more or unclear else i18n
    return Read(settings, i18n, options, nav, plugins, problems)


def _options(document: Document) -> tuple[Options, list[Problem]]:
    """What is wrong with one option takes none of the others away."""
    options, problems = parse(document, Options)
    if options is None:
        data = document.data if isinstance(document.data, dict) else {}
        right = {
            name: value for name, value in data.items() if parse(Document("", {name: value}), Options)[0] is not None
        }
        options = Options.model_validate(right)
    return options, problems


def _plugins(document: Document, entries: Any) -> tuple[dict[str, Document], list[Problem]]:
    """Name -> its options; the engine takes a list of names and one-key mappings, or one mapping."""
    listing = [entries] if isinstance(entries, dict) else entries if isinstance(entries, list) else []
    plugins: dict[str, Document] = {}
    problems = []
    for index, entry in enumerate(listing):
        path = ("plugins",) if isinstance(entries, dict) else ("plugins", index)
        for name, options in (entry if isinstance(entry, dict) else {str(entry): None}).items():
            if name not in ("tas", "i18n") or name in plugins:
                said = f"{quoted(name)} does nothing here; the plugins are tas and i18n, each once"
                problems.append(document.problem((*path, name), said, "settings"))
            plugins[name] = document.part((*path, name), {} if options is None else options)
    if missing := [name for name in ("tas", "i18n") if name not in plugins]:
        said = f"the plugin {' and the plugin '.join(missing)} must be listed here; add it"
        problems.append(document.problem(("plugins",), said, "settings"))
    return plugins, problems


def _editions(document: Document, i18n: I18n) -> list[Problem]:
    codes = [language.locale for language in i18n.languages]
    problems = [
        document.problem(("languages", index), f'the edition "{code}" is named twice; keep one', "editions")
        for index, code in enumerate(codes)
        if code in codes[:index]
    ]
    problems += [
        document.problem(
            ("languages", index, "locale"),
            f'"{code}" is not a language code that Babel knows; use one such as "en" or "pt-BR"',
            "unknown-language",
        )
        for index, code in enumerate(codes)
        if not is_known(code)
    ]
    if sum(language.default for language in i18n.languages) != 1:
        said = "one of the languages, and only one, has default: true; each language is an edition"
        problems.append(document.problem(("languages",), said, "editions"))
    return problems


def _partial(document: Document, options: Options, i18n: I18n) -> list[Problem]:
    """Only an edition that is there, and not the default one, may be partial."""
    others = [language.locale for language in i18n.languages if not language.default]
    said = f"is no edition beside the default one; those are {', '.join(others) or 'none'}"
    return [
        document.problem(("partial", index), f"{quoted(code)} {said}", "editions")
        for index, code in enumerate(options.partial)
        if code not in others
    ]


def is_known(code: str) -> bool:
    try:
        return bool(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False
